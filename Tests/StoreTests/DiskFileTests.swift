import Testing

@testable import Store

@Suite struct DiskFileTests {
  /// What the kernel writes as it is read has no size beforehand: it grows under the reader.
  @Test func `a file that grows while it is read is refused`() {
    #expect(throws: SnapshotFileFault.damaged("it changes while it is read")) {
      try DiskFile.read("/proc/self/status", 1 << 20, beginning: "Name:")
    }
  }
}

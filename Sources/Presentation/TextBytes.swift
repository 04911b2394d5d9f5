extension String {
  /// Its bytes, read where they lie; only text that came from elsewhere is copied first.
  @inline(__always)
  func withBytes(_ read: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard utf8.withContiguousStorageIfAvailable(read) == nil else { return }
    var text = self
    text.withUTF8(read)
  }
}

import Glibc

/// Memory that has been freed and that the C library holds on to.
enum FreedMemory {
  /// Gives it back to the system: after a country has been compiled it is as much again as what is
  /// in use. Where the C library has no such call, nothing happens.
  static func giveBack() {
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    // glibc: int malloc_trim(size_t pad).
    let trim = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)
    _ = trim(0)
  }
}

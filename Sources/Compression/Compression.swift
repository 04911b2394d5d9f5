internal import CLibZ

// Makes bytes smaller for the way to a browser, by zlib.
//
// It must never be given what holds a token or a secret: how small a text becomes tells what
// stands in it.

/// The gzip form of bytes (RFC 1952), as a browser that says `Accept-Encoding: gzip` reads it.
package enum Gzip {
  /// - Returns: nil when nothing was gained, and where zlib has no room to work in.
  package static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard !bytes.isEmpty, bytes.count <= bytesMax else { return nil }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    let begun = deflateInit2_(
      &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    guard begun == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    var source = bytes
    // zlib reads and writes only while both buffers are lent to it, and never beyond their counts.
    let written = source.withUnsafeMutableBufferPointer { input -> [UInt8] in
      [UInt8](unsafeUninitializedCapacity: room) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        let isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = isWhole ? room - Int(stream.avail_out) : 0
      }
    }
    return written.isEmpty || written.count >= bytes.count ? nil : written
  }

  /// Replies are bounded far below it; zlib counts in 32 bits.
  private static let bytesMax = 64 * 1024 * 1024
  /// What is made once and sent often may take a little longer.
  private static let level: Int32 = 9
  /// The largest window, and 16 for the head and tail of gzip.
  private static let windowBits: Int32 = 15 + 16
  private static let memoryLevel: Int32 = 8
}

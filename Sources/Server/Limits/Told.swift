import HTTPTypes
import Hummingbird
import NIOCore

/// A response with its whole body.
struct Told: Sendable {
  let head: HTTPResponse
  let body: ByteBuffer

  init(_ response: Response) async {
    let gathered = Gathered()
    do {
      try await response.body.write(gathered)
      head = response.head
      body = gathered.bytes
    } catch {
      head = HTTPResponse(status: .internalServerError)
      body = ByteBuffer()
    }
  }
}

/// Takes a body as the library writes it.
private final class Gathered: ResponseBodyWriter {
  private(set) var bytes = ByteBuffer()

  func write(_ buffer: ByteBuffer) {
    if bytes.readableBytes == 0 { bytes = buffer } else { bytes.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) {}
}

import CLibPQ

/// What the server says beside the result: a notice or a warning.
package struct PQNotice: Sendable, Hashable {
  package let severity: String
  package let sqlState: String
  /// May hold values: for the log of a developer only.
  package let message: String
}

/// Hands the notices of one connection to whoever asked for them, on the connection's thread.
final class Notices: Sendable {
  private let receive: @Sendable (PQNotice) -> Void

  init(_ receive: @escaping @Sendable (PQNotice) -> Void) {
    self.receive = receive
  }

  /// The session keeps this value alive for as long as libpq knows it.
  func attach(to connection: OpaquePointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    PQsetNoticeReceiver(connection, Self.receiver, context)
  }

  private static let receiver: PQnoticeReceiver = { context, result in
    guard let context, let result else { return }
    let field = { (field: ErrorField) in
      PQresultErrorField(result, field.rawValue).map { String(cString: $0) } ?? ""
    }
    let notice = PQNotice(
      severity: field(.severity), sqlState: field(.sqlState), message: field(.message))
    Unmanaged<Notices>.fromOpaque(context).takeUnretainedValue().receive(notice)
  }
}

package import Hummingbird
package import Registry

/// What one request carries: the edition it took, once, and the language it is answered in.
package struct VisitContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  package var edition: Edition?
  /// Since when the database has not answered, in seconds since 1970; nil while it does.
  package var staleSince: Int64?
  package var language: Language
  /// Who is connected: the requester when no proxy is configured. Used only for rate limits, never
  /// logged.
  package let remote: NetworkAddress?
  /// Whose budgets the request takes from; nil until that is known. Never logged.
  package var requester: String?

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    language = .bokmål
    remote = source.channel.remoteAddress.flatMap { NetworkAddress($0) }
  }

  /// The largest body that is read, in bytes.
  package static let bodyBytesMax = 16 * 1024
  package var maxUploadSize: Int { VisitContext.bodyBytesMax }
}

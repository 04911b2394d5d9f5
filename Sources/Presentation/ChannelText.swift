package import Registry

/// How a channel is shown and dialled, whether or not it can be used.
package struct ChannelText: Hashable, Sendable {
  /// Grouped as people write it; what the source wrote when the value is unusable.
  package let display: String
  /// `tel:`, `sms:`, `mailto:` or an address; nil when there is nothing to press.
  package let dial: String?

  package init(_ channel: ChannelFacts) {
    self.init(kind: channel.kind, value: channel.value, written: channel.written)
  }

  package init(kind: ChannelKind, value: String?, written: String) {
    guard let value else {
      display = written
      dial = nil
      return
    }
    switch kind {
    case .phone, .sms:
      let number = try? PhoneNumber(value)
      display = number?.display ?? written
      dial = number.map { kind == .sms ? "sms:" + $0.canonical : $0.dial }
    case .email:
      display = value
      dial = "mailto:" + value
    case .web, .form, .chat:
      display = value
      dial = value
    case .visit, .post:
      display = value
      dial = nil
    }
  }
}

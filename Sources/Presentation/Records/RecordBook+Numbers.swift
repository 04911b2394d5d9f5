package import Registry

extension RecordBook {
  /// A channel as one line.
  package func line(for channel: Channel) -> Record.Item {
    self.channel(channel)
  }

  /// What sort of number it is.
  package func words(for kind: PhoneNumber.Kind) -> String {
    switch kind {
    case .mobile: words.label(.kindMobile)
    case .landline: words.label(.kindLandline)
    case .service: words.label(.kindService)
    case .emergency: words.label(.kindEmergency)
    case .threeDigits: words.label(.kindShort)
    case .fiveDigits: words.label(.kindFive)
    case .harmonised: words.label(.kindHarmonised)
    case .abroad: words.label(.kindAbroad)
    }
  }
}

import ArgumentParser
import Configuration
import Server

/// The flags of `varde serve`: one for each ``Setting`` that is no secret.
struct ServeOptions: ParsableArguments {
  @Option(help: ServeOptions.help(.address, "Adressen nettstedet svarer på.", "adresse"))
  var address: String?

  @Option(help: ServeOptions.help(.port, "Porten nettstedet svarer på (0: en ledig).", "tall"))
  var port: Int?

  @Option(help: ServeOptions.help(.inspectionAddress, "Adressen for målinger og helse.", "adresse"))
  var inspectionAddress: String?

  @Option(
    help: ServeOptions.help(.inspectionPort, "Porten for målinger og helse (0: en ledig).", "tall"))
  var inspectionPort: Int?

  @Option(help: ServeOptions.help(.snapshotFolder, "Mappen for den siste utgaven.", "mappe"))
  var snapshotFolder: String?

  @Option(
    help: ServeOptions.help(.refreshSeconds, "Sekunder mellom hver titt på databasen.", "tall"))
  var refreshSeconds: Int?

  @Option(help: ServeOptions.help(.proxies, "Egne mellomtjenere, atskilt med komma.", "adresser"))
  var proxies: String?

  @Option(help: ServeOptions.help(.operatorName, "Hvem som driver nettstedet.", "navn"))
  var operatorName: String?

  @Option(
    help: ServeOptions.help(.operatorContact, "E-postadressen eller nettsiden deres.", "adresse"))
  var operatorContact: String?

  @Option(
    help: ServeOptions.help(
      .logLevel, "Det minste som logges: debug, info, notice, warning, error eller critical.",
      "nivå"))
  var logLevel: String?

  @OptionGroup
  var limits: LimitOptions

  static func help(_ setting: Setting, _ sentence: String, _ value: String) -> ArgumentHelp {
    ArgumentHelp("\(sentence) [\(setting.variable)]", valueName: value)
  }

  /// What the flags say, by the names of settings.
  var values: [AbsoluteConfigKey: ConfigValue] {
    let texts: [(Setting, String?)] = [
      (.address, address), (.inspectionAddress, inspectionAddress),
      (.snapshotFolder, snapshotFolder), (.proxies, proxies), (.operatorName, operatorName),
      (.operatorContact, operatorContact), (.logLevel, logLevel),
    ]
    let numbers: [(Setting, Int?)] = [
      (.port, port), (.inspectionPort, inspectionPort), (.refreshSeconds, refreshSeconds),
      (.limitsBurst, limits.limitsBurst), (.limitsPerSecond, limits.limitsPerSecond),
      (.limitsPersonsPerHour, limits.limitsPersonsPerHour),
      (.limitsConnections, limits.limitsConnections),
      (.limitsAddressConnections, limits.limitsAddressConnections),
      (.limitsHeaderFields, limits.limitsHeaderFields),
      (.limitsHeaderBytes, limits.limitsHeaderBytes),
      (.limitsRequestSeconds, limits.limitsRequestSeconds),
      (.limitsIdleSeconds, limits.limitsIdleSeconds),
      (.limitsProgressSeconds, limits.limitsProgressSeconds),
      (.limitsStopSeconds, limits.limitsStopSeconds),
    ]
    var values: [AbsoluteConfigKey: ConfigValue] = [:]
    for case (let setting, let text?) in texts {
      values[setting.absoluteKey] = ConfigValue(.string(text), isSecret: false)
    }
    for case (let setting, let number?) in numbers {
      values[setting.absoluteKey] = ConfigValue(.int(number), isSecret: false)
    }
    return values
  }
}

/// What no visitor may exceed.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ServeOptions.help(
      .limitsBurst, "Sider en adresse kan be om på en gang.", "tall"))
  var limitsBurst: Int?

  @Option(
    help: ServeOptions.help(.limitsPerSecond, "Sider den får tilbake hvert sekund.", "tall"))
  var limitsPerSecond: Int?

  @Option(
    help: ServeOptions.help(
      .limitsPersonsPerHour, "Personer og visittkort den kan be om på en time.", "tall"))
  var limitsPersonsPerHour: Int?

  @Option(help: ServeOptions.help(.limitsConnections, "Flest forbindelser på en gang.", "tall"))
  var limitsConnections: Int?

  @Option(
    help: ServeOptions.help(
      .limitsAddressConnections,
      "Flest av dem fra en adresse som ikke er en egen mellomtjener (ellers en fjerdedel).", "tall")
  )
  var limitsAddressConnections: Int?

  @Option(help: ServeOptions.help(.limitsHeaderFields, "Flest felt i et hode.", "tall"))
  var limitsHeaderFields: Int?

  @Option(help: ServeOptions.help(.limitsHeaderBytes, "Flest byte i et hode.", "tall"))
  var limitsHeaderBytes: Int?

  @Option(
    help: ServeOptions.help(
      .limitsRequestSeconds, "Lengste tid for å sende innholdet i en forespørsel.", "sekunder"))
  var limitsRequestSeconds: Int?

  @Option(
    help: ServeOptions.help(
      .limitsIdleSeconds, "Lengste tid før hodet til en forespørsel er der.", "sekunder"))
  var limitsIdleSeconds: Int?

  @Option(
    help: ServeOptions.help(
      .limitsProgressSeconds, "Lengste tid et svar kan stå stille.", "sekunder"))
  var limitsProgressSeconds: Int?

  @Option(
    help: ServeOptions.help(
      .limitsStopSeconds, "Lengste tid for å gjøre ferdig når det skal stoppe.", "sekunder"))
  var limitsStopSeconds: Int?
}

extension Setting {
  var absoluteKey: AbsoluteConfigKey { AbsoluteConfigKey(ConfigKey(key)) }
}

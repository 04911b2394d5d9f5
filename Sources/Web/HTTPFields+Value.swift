package import HTTPTypes

extension HTTPFields {
  /// The value of a field, as `self[name]` tells it: several with commas between; nil without one.
  ///
  /// The library joins even one value through code that is not specialised. Four of a hundred
  /// instructions of an answer went there.
  package func value(of name: HTTPField.Name) -> String? {
    guard contains(name) else { return nil }
    let values = self[values: name]
    return values.count == 1 ? values[0] : self[name]
  }
}

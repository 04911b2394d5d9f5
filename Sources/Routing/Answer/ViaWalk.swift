/// The channels of a contact in their order, and in the place of one that points to another contact
/// that contact's own; each contact is entered once, so that rings and many ways to one end.
package struct ViaWalk {
  private let own: [Int]
  private var here: ArraySlice<Int>
  /// What is left of those that were come from.
  private var left: [ArraySlice<Int>] = []
  private var entered: [ChannelRecord.Onward] = []

  package init(_ channels: [Int]) {
    own = channels
    here = channels[...]
  }

  package mutating func next() -> Int? {
    while true {
      if let number = here.popFirst() {
        // A way back to where the walk began: its channels are told already.
        if !entered.isEmpty, !left.isEmpty, own.contains(number) { continue }
        return number
      }
      guard let back = left.popLast() else { return nil }
      here = back
    }
  }

  /// Goes on with the channels of that contact, then with the rest.
  package mutating func enter(_ contact: ChannelRecord.Onward, in tables: Tables) {
    guard !entered.contains(contact) else { return }
    entered.append(contact)
    left.append(here)
    switch contact {
    case .unit(let unit): here = tables.units[unit].channels[...]
    case .designation(let seat): here = tables.designations[seat].channels[...]
    }
  }
}

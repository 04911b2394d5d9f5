package import Registry

extension Answer {
  /// The first doors that can be used at once whatever somebody still has to choose, each number
  /// once: a short list, in which nobody should read the same twice or what leads nowhere.
  package var doorsMeanwhile: [Rung] {
    var seen: Set<String> = []
    let usable = ladder.filter { rung in
      guard let first = rung.contact.channels.first(where: \.isUsable)?.facts.value else {
        return false
      }
      return seen.insert(first).inserted
    }
    return Array(usable.prefix(Answer.doorsMeanwhileMax))
  }

  private static let doorsMeanwhileMax = 4
}

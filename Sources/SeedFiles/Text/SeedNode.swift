/// A piece of a seed file with the line it stands on; every scalar is text.
struct SeedNode: Sendable {
  /// 1 is the first line.
  let line: Int
  let content: Content

  enum Content: Sendable {
    case text(String)
    /// A cell of a table; `;` parts the values of a list.
    case cell(String)
    case list([SeedNode])
    case mapping([SeedField])
    /// A name with nothing after it.
    case nothing
  }
}

/// A name and its value in a mapping.
struct SeedField: Sendable {
  let name: String
  let line: Int
  let node: SeedNode
}

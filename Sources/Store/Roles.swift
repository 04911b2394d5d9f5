/// The roles that the migrations grant to; who migrates is the owner.
package struct Roles: Hashable, Sendable {
  /// Writes facts, and never deletes.
  package let editor: String
  /// Sees what the public may.
  package let reader: String

  package init(editor: String = "varde_editor", reader: String = "varde_reader") {
    self.editor = editor
    self.reader = reader
  }

  /// Reads `VARDE_EDITOR` and `VARDE_READER`.
  package init(environment: [String: String]) {
    self.init(
      editor: environment["VARDE_EDITOR"] ?? "varde_editor",
      reader: environment["VARDE_READER"] ?? "varde_reader")
  }
}

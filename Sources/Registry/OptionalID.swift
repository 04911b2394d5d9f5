/// An id that may be missing, in the sixteen bytes of one that is not.
///
/// The all-zero id is nothing's: it stands for the root node of a tree, where nothing is named.
@propertyWrapper
package struct OptionalID<Subject>: Hashable, Sendable {
  private var bits: UInt128

  package init(wrappedValue: ID<Subject>?) {
    bits = wrappedValue?.bits ?? 0
  }

  package var wrappedValue: ID<Subject>? {
    get { bits == 0 ? nil : ID(bits: bits) }
    set { bits = newValue?.bits ?? 0 }
  }
}

/// What another session said with NOTIFY.
package struct PQNotification: Sendable, Hashable {
  package let channel: String
  package let payload: String
}

/// Why there is no snapshot to be had from a file, or none was kept.
package enum SnapshotFileFault: Error, Hashable, Sendable, CustomStringConvertible {
  case absent
  /// What lies there is no file of ours, or cannot be read.
  case unreadable(String)
  /// It was never a snapshot.
  case foreign
  /// A newer or an older program wrote it.
  case otherFormat(Int)
  /// It was a snapshot and is not whole any more.
  case damaged(String)
  /// It has other tables or columns than this program reads.
  case otherColumns(String)
  case unwritable(String)

  package var description: String {
    switch self {
    case .absent: "There is no snapshot file."
    case .unreadable(let reason): "The snapshot file cannot be read: \(reason)."
    case .foreign: "The file is not a snapshot of Varde."
    case .otherFormat(let format):
      "The snapshot file has format \(format), and this program reads "
        + "\(SavedSnapshot.format) only."
    case .damaged(let reason): "The snapshot file is damaged: \(reason)."
    case .otherColumns(let table):
      "The snapshot file was written for another schema: \(table) differs."
    case .unwritable(let reason): "The snapshot file cannot be written: \(reason)."
    }
  }
}

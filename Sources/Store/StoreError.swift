package import SQL

/// What stops the store, by what the caller can do about it.
package enum StoreError: Error, Sendable {
  /// The SQL files are not beside the program, or broken.
  case files(SQLFilesFault)
  /// The server lacks roles that the migrations grant to: whoever may must create them.
  case rolesMissing([String])
  /// The server lacks extensions: a package must be installed there.
  case extensionsMissing([String])
  /// The database has fewer migrations than this program needs; none at all is 0.
  case needsMigration(applied: Int, needed: Int)
  /// The database was migrated by a newer program that this one may not read after.
  case programTooOld(knows: Int, applied: Int, oldestReading: Int)
  /// The database was migrated by a newer program; reading goes on, nobody writes with another.
  case databaseNewer(knows: Int, applied: Int)
  /// A migration is not what was applied under its number.
  case alteredMigration(number: Int, name: String)
  /// The reader is connected as someone who sees more than the public may.
  case unsafeReader(role: String, reason: UnsafeReader)
  /// The role may not look at the registry at all.
  case readerNotGranted(role: String)
  /// The database refused rows of a seed bundle: every fault at once, and nothing was written.
  case refused([RowFault])
  /// A row of a table cannot be read: the database and the program do not belong together.
  case malformedRow(table: String, row: Int, fault: CopyFault)
  /// There is no such person.
  case unknownPerson
  /// Nobody may write: an operator's freeze, or a standby that follows another server.
  case databaseReadOnly(isStandby: Bool)
  /// The database was migrated each time that it was read.
  case migrating
  /// The server is older than the SQL of this program, in the form of `server_version_num`.
  case serverTooOld(version: Int)
}

/// Why someone must not read on behalf of the public.
package enum UnsafeReader: String, Sendable {
  case superuser = "is a superuser"
  case bypassesRowSecurity = "bypasses row-level security"
  case owner = "owns the registry"
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .files(let fault): fault.description
    case .rolesMissing(let roles):
      "The server lacks the roles \(roles.joined(separator: ", ")). Someone who may create roles "
        + "must run: " + roles.map { "create role \"\($0)\" login;" }.joined(separator: " ")
    case .extensionsMissing(let names):
      "The server lacks the extensions \(names.joined(separator: ", ")): install PostgreSQL's "
        + "contrib package on it (on Debian it comes with postgresql-15)."
    case .migrating:
      "The database is being migrated: what was read is thrown away. Try again when that is done."
    case .needsMigration(0, _):
      "The database holds no registry yet: run `varde migrate`."
    case .needsMigration(let applied, let needed):
      "The database is at migration \(applied) and this program needs \(needed): "
        + "run `varde migrate`."
    case .programTooOld(let knows, let applied, let oldest):
      "This program is too old: it knows migration \(knows), the database is at \(applied) and "
        + "can be read by programs that know \(oldest). Start a newer program."
    case .databaseNewer(let knows, let applied):
      "The database is at migration \(applied) and this program knows \(knows): "
        + "write with the newer program."
    case .alteredMigration(let number, let name):
      "Migration \(number) (\(name)) is not the one that the database was migrated with. "
        + "Migrations are never edited: restore the file, and put the change in a new one."
    case .unsafeReader(let role, let reason):
      "The reader must not connect as \(role), who \(reason.rawValue): connect as a role that "
        + "sees only what the public may."
    case .readerNotGranted(let role):
      "The role \(role) may not read the registry: migrate with VARDE_READER=\(role), or grant "
        + "it the role that was named then."
    case .refused(let faults): faults.map(\.description).joined(separator: "\n")
    case .malformedRow(let table, let row, let fault):
      "Row \(row) of \(table) cannot be read: \(fault)."
    case .unknownPerson: "There is no such person."
    case .databaseReadOnly(let isStandby):
      isStandby
        ? "The database is read-only, for it is a standby: write to the primary server."
        : "The database is read-only: somebody has set default_transaction_read_only. Write when "
          + "it is off again. Nothing was written."
    case .serverTooOld(let version):
      "The server is PostgreSQL \(version / 10_000) and this program needs "
        + "\(Store.oldestServer / 10_000) or newer."
    }
  }
}

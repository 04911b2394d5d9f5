import PQ
package import Registry

/// One table of the snapshot with its coding, whatever the type of its rows.
package struct CopyTable: Sendable {
  package let name: String
  package let columns: [String]
  /// Appends the rows of COPY text to the snapshot and returns those that cannot be read.
  package let decode: @Sendable (ArraySlice<UInt8>, inout Snapshot) throws -> [UnreadableRow]
  /// Takes the rows over as they are in another snapshot.
  package let reuse: @Sendable (Snapshot, inout Snapshot) -> Void
  /// The rows of the snapshot as COPY text, a line each, in the snapshot's order.
  package let encode: @Sendable (Snapshot) throws -> [UInt8]
  package let count: @Sendable (Snapshot) -> Int

  /// Every table, in the order of ``Snapshot``'s properties.
  package static let all: [CopyTable] = [
    CopyTable(Source.self), CopyTable(Citation.self), CopyTable(Doubt.self), CopyTable(Link.self),
    CopyTable(Name.self), CopyTable(AreaKind.self), CopyTable(Area.self),
    CopyTable(AreaCode.self), CopyTable(AreaParent.self), CopyTable(AreaSuccession.self),
    CopyTable(Postcode.self), CopyTable(Holiday.self), CopyTable(OrganisationKind.self),
    CopyTable(Organisation.self), CopyTable(OrganisationForm.self),
    CopyTable(OrganisationParent.self), CopyTable(OrganisationService.self),
    CopyTable(OrganisationMember.self), CopyTable(Function.self), CopyTable(Person.self),
    CopyTable(PersonDetail.self), CopyTable(Designation.self), CopyTable(Remit.self),
    CopyTable(Absence.self), CopyTable(Channel.self), CopyTable(Opening.self),
    CopyTable(Concern.self), CopyTable(Plan.self), CopyTable(SeverityWord.self),
    CopyTable(Rule.self), CopyTable(RuleTarget.self), CopyTable(Step.self),
    CopyTable(Notice.self), CopyTable(ReadingMatter.self), CopyTable(Measure.self),
    CopyTable(MeasureParty.self), CopyTable(MeasureMerge.self), CopyTable(Offering.self),
    CopyTable(RuleCase.self), CopyTable(NoticeCase.self), CopyTable(OfferingCase.self),
  ]

  init<Row: CopyRow>(_ type: Row.Type) {
    name = Row.table
    columns = Row.columns
    decode = { bytes, snapshot in
      let (rows, unreadable) = try CopyTable.rows(of: Row.self, in: bytes)
      // Into an empty list they go as they are, and are not copied.
      if snapshot[keyPath: Row.list].isEmpty {
        snapshot[keyPath: Row.list] = rows
      } else {
        snapshot[keyPath: Row.list] += rows
      }
      return unreadable
    }
    reuse = { earlier, snapshot in
      snapshot[keyPath: Row.list] = earlier[keyPath: Row.list]
    }
    encode = { snapshot in
      var text = PQCopyText()
      for row in snapshot[keyPath: Row.list] {
        var line = CopyLine()
        row.write(to: &line)
        try text.append(line.fields)
      }
      return text.bytes
    }
    count = { snapshot in snapshot[keyPath: Row.list].count }
  }

  /// The rows that can be read, and those that are left out: a fault in one stops no other.
  ///
  /// - Throws: `malformedRow`, when the text is not of this table or nothing in it can be read.
  private static func rows<Row: CopyRow>(
    of type: Row.Type, in bytes: ArraySlice<UInt8>
  ) throws -> ([Row], [UnreadableRow]) {
    var rows: [Row] = []
    var unreadable: [UnreadableRow] = []
    rows.reserveCapacity(CopyTable.lines(in: bytes))
    // The bytes stay in place, and in use, until the last row is read.
    try bytes.withUnsafeBufferPointer { text in
      var fields = CopyFields(text, width: Row.columns.count)
      while !fields.isAtEnd {
        fields.beginRow()
        do throws(CopyFault) {
          rows.append(try Row(&fields))
        } catch {
          let line = rows.count + unreadable.count + 1
          unreadable.append(try CopyTable.row(line, of: type, passing: error, in: &fields))
          guard !rows.isEmpty || unreadable.count < CopyTable.unreadableMax else {
            throw StoreError.malformedRow(table: Row.table, row: line, fault: error)
          }
        }
      }
    }
    return (rows, unreadable)
  }

  /// A table that begins with so many rows that cannot be read has another type of column than
  /// this program thinks.
  private static let unreadableMax = 100

  private static func row<Row: CopyRow>(
    _ line: Int, of type: Row.Type, passing fault: CopyFault, in fields: inout CopyFields
  ) throws(StoreError) -> UnreadableRow {
    do throws(CopyFault) {
      guard fault.kind != .misfit else { throw fault }
      let id = try fields.passRow()
      return UnreadableRow(
        table: Row.table, id: id ?? "row \(line)", column: Row.columns[fault.field],
        reason: fault.kind)
    } catch {
      throw .malformedRow(table: Row.table, row: line, fault: error)
    }
  }

  /// How many rows a text has: a line each, since a line end within a field is escaped.
  static func lines(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { $0.count { $0 == UInt8(ascii: "\n") } }
  }

  /// Decodes tables, those with the most text first, in lanes of about as much text each.
  ///
  /// - Parameter texts: of tables by their places in ``all``.
  /// - Returns: the rows that cannot be read and are left out.
  static func read(
    _ texts: [(place: Int, text: ArraySlice<UInt8>)], into snapshot: inout Snapshot,
    _ sideBySide: SideBySide
  ) throws -> [UnreadableRow] {
    var lanes = [[(place: Int, text: ArraySlice<UInt8>)]](repeating: [], count: 2)
    var loads = [0, 0]
    for one in texts.sorted(by: { $0.text.count > $1.text.count }) {
      let lane = loads[0] <= loads[1] ? 0 : 1
      lanes[lane].append(one)
      loads[lane] += one.text.count
    }
    let decoded = sideBySide.make(
      lanes.map { lane in
        { @Sendable in
          Result {
            var part = Snapshot()
            var unreadable: [UnreadableRow] = []
            for one in lane { unreadable += try all[one.place].decode(one.text, &part) }
            return (part, unreadable)
          }
        }
      })
    var unreadable: [UnreadableRow] = []
    for (lane, part) in zip(lanes, decoded) {
      let (part, left) = try part.get()
      unreadable += left
      for one in lane { all[one.place].reuse(part, &snapshot) }
    }
    return unreadable
  }
}

import PQ
package import Registry

/// One table of the snapshot with its coding, whatever the type of its rows.
package struct CopyTable: Sendable {
  package let name: String
  package let columns: [String]
  /// Appends the rows of COPY text to the snapshot.
  package let decode: @Sendable ([UInt8], inout Snapshot) throws -> Void
  /// Takes the rows of an earlier snapshot over, for a text that has not changed since.
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
      snapshot[keyPath: Row.list] += try CopyTable.rows(of: Row.self, in: bytes)
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

  private static func rows<Row: CopyRow>(of type: Row.Type, in bytes: [UInt8]) throws -> [Row] {
    let text = try PQRows(copyText: bytes, columns: Row.columns, name: Row.table)
    let columns = try Row.columns.map { try text.column($0, as: String.self) }
    var rows: [Row] = []
    rows.reserveCapacity(text.count)
    for row in text {
      var fields = CopyFields(row, columns: columns)
      do throws(CopyFault) {
        rows.append(try Row(&fields))
      } catch {
        throw StoreError.malformedRow(table: Row.table, row: rows.count + 1, fault: error)
      }
    }
    return rows
  }
}

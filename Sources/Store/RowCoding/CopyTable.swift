package import Registry

/// One table of the snapshot with its coding, whatever the type of its rows.
package struct CopyTable: Sendable {
  package let name: String
  package let columns: [String]
  /// Appends the rows of COPY text to the snapshot.
  package let decode: @Sendable ([UInt8], inout Snapshot) throws(StoreError) -> Void
  /// The rows of the snapshot as COPY text, a line each, in the snapshot's order.
  package let encode: @Sendable (Snapshot) -> [UInt8]
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
    decode = { (bytes, snapshot) throws(StoreError) in
      snapshot[keyPath: Row.list] += try CopyTable.rows(of: Row.self, in: bytes)
    }
    encode = { snapshot in
      var bytes: [UInt8] = []
      for row in snapshot[keyPath: Row.list] { row.append(to: &bytes) }
      return bytes
    }
    count = { snapshot in snapshot[keyPath: Row.list].count }
  }

  private static func rows<Row: CopyRow>(
    of type: Row.Type, in bytes: [UInt8]
  ) throws(StoreError) -> [Row] {
    try bytes.withUnsafeBytes { buffer in
      Result { () throws(StoreError) in try rows(of: type, in: buffer) }
    }.get()
  }

  private static func rows<Row: CopyRow>(
    of type: Row.Type, in buffer: UnsafeRawBufferPointer
  ) throws(StoreError) -> [Row] {
    var rows: [Row] = []
    var start = 0
    while start < buffer.count {
      var end = start
      while end < buffer.count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
      do throws(CopyFault) {
        rows.append(try Row(copyText: UnsafeRawBufferPointer(rebasing: buffer[start..<end])))
      } catch {
        throw .malformedRow(table: Row.table, row: rows.count + 1, fault: error)
      }
      start = end + 1
    }
    return rows
  }
}

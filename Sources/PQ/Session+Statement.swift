import CLibPQ

extension Session {
  func prepare(_ statement: PQStatement, as name: String, _ turn: Turn) throws(PQError) {
    let types = statement.parameterTypes.map(\.rawValue)
    try run(turn) { PQsendPrepare($0, name, statement.sql, Int32(types.count), types) }
  }

  func execute(
    prepared name: String, _ parameters: EncodedParameters, _ turn: Turn
  ) throws(PQError) -> PQResult {
    try run(turn) { pointer in
      parameters.withPointers { values in
        PQsendQueryPrepared(pointer, name, Int32(values.count), values, nil, nil, 0)
      }
    }
  }

  func describe(prepared name: String, _ turn: Turn) throws(PQError) -> PQDescription {
    try run(turn) { PQsendDescribePrepared($0, name) }.description
  }

  /// Several commands in one text, all or nothing unless it says otherwise itself.
  func execute(script: String, _ turn: Turn) throws(PQError) -> PQResult {
    try run(turn) { PQsendQuery($0, script) }
  }
}

/// The parameters of one execution in libpq's text format: one buffer, each text ended by a NUL.
struct EncodedParameters {
  /// libpq counts parameters in 16 bits.
  static let countMax = 65_535
  private var bytes: [UInt8] = []
  private var offsets: [Int?] = []

  init(_ parameters: [(any PQParameter)?], statement: String) throws(PQError) {
    guard parameters.count <= Self.countMax else {
      throw PQError(
        .protocolMisuse, statement: statement, details: "\(parameters.count) parameters")
    }
    for parameter in parameters { try append(parameter, statement: statement) }
  }

  func withPointers<T>(_ body: ([UnsafePointer<CChar>?]) -> T) -> T {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return body(offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } })
    }
  }

  private mutating func append(
    _ parameter: (any PQParameter)?, statement: String
  ) throws(PQError) {
    var text = PQText()
    parameter?.write(to: &text)
    guard parameter != nil, !text.isNull else { return offsets.append(nil) }
    // libpq would send the text up to the NUL and say nothing.
    guard !text.bytes.contains(0) else {
      throw PQError(
        .parameter, statement: statement, details: "$\(offsets.count + 1) holds a NUL byte")
    }
    offsets.append(bytes.count)
    bytes += text.bytes
    bytes.append(0)
  }
}

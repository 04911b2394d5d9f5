import Web

/// The counts of a node as Prometheus reads them (text format 0.0.4).
struct PrometheusText {
  private(set) var text = ""

  /// - Parameter now: seconds since 1970.
  init(_ counts: Tally.Counts, current: CurrentEdition, build: String, now: Int64) {
    let taken = current.taken
    requests(counts)
    durations(counts)
    single(
      "varde_requests_in_flight", "gauge", "Requests whose answer has not left yet.",
      counts.inFlight)
    single(
      "varde_request_failures_total", "counter", "Requests that met an unforeseen fault.",
      counts.failures)
    family("varde_requests_limited_total", "counter", "Requests refused by the rate limit.")
    for (pattern, count) in counts.limited.sorted(by: { $0.key < $1.key }) {
      sample("varde_requests_limited_total", ["route": pattern], count)
    }
    family(
      "varde_edition_swaps_total", "counter", "Editions put in place, by where they came from.")
    for origin in [Edition.Origin.database, .file] {
      sample("varde_edition_swaps_total", ["origin": origin.rawValue], counts.swaps[origin] ?? 0)
    }
    single("varde_edition_refusals_total", "counter", "Older generations met.", counts.refusals)
    single("varde_database_losses_total", "counter", "Times the database was lost.", counts.losses)
    single(
      "varde_snapshots_written_total", "counter", "Snapshot files written.",
      counts.snapshotsWritten)
    single(
      "varde_snapshot_faults_total", "counter", "Snapshot files refused or not written.",
      counts.snapshotsFailed)
    single(
      "varde_generation", "gauge", "The generation in use; 0 when there is none.",
      Int(taken.edition?.generation ?? 0))
    single(
      "varde_database_up", "gauge", "Whether the database answers.",
      taken.edition != nil && taken.staleSince == nil ? 1 : 0)
    single(
      "varde_edition_age_seconds", "gauge",
      "Seconds since the database last said that the edition is right; 0 while it does.",
      Int(max(0, taken.staleSince.map { now - $0 } ?? 0)))
    single(
      "varde_log_lines_lost_total", "counter", "Lines of the log that nobody took in time.",
      counts.linesLost)
    single(
      "varde_unnamed_proxy", "gauge",
      "Whether somebody who is no proxy of ours has forwarded for others.",
      counts.unnamedProxies)
    single(
      "varde_edition_ahead", "gauge",
      "Whether the edition shows what the database does not hold.", current.isAhead ? 1 : 0)
    single(
      "varde_rows_unreadable", "gauge", "Rows of the edition that cannot be read.",
      taken.edition?.unreadable.count ?? 0)
    family("varde_build", "gauge", "The program that runs.")
    sample("varde_build", ["build": build], 1)
  }

  private mutating func requests(_ counts: Tally.Counts) {
    family("varde_requests_total", "counter", "Requests answered.")
    let sorted = counts.served.sorted {
      ($0.key.pattern, $0.key.method, $0.key.status)
        < ($1.key.pattern, $1.key.method, $1.key.status)
    }
    for (served, count) in sorted {
      let labels: KeyValuePairs = [
        "method": served.method, "route": served.pattern, "status": "\(served.status)",
      ]
      sample("varde_requests_total", labels, count)
    }
  }

  private mutating func durations(_ counts: Tally.Counts) {
    let name = "varde_request_duration_seconds"
    family(name, "histogram", "Time taken to answer.")
    for (pattern, durations) in counts.durations.sorted(by: { $0.key < $1.key }) {
      for (bound, count) in zip(Tally.bounds, durations.within) {
        sample("\(name)_bucket", ["route": pattern, "le": PrometheusText.seconds(bound)], count)
      }
      sample("\(name)_bucket", ["route": pattern, "le": "+Inf"], durations.count)
      let sum = PrometheusText.seconds(durations.microseconds)
      text += "\(name)_sum{route=\(PrometheusText.quoted(pattern))} \(sum)\n"
      sample("\(name)_count", ["route": pattern], durations.count)
    }
  }

  private mutating func single(_ name: String, _ type: String, _ help: String, _ value: Int) {
    family(name, type, help)
    text += "\(name) \(value)\n"
  }

  private mutating func family(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private mutating func sample(
    _ name: String, _ labels: KeyValuePairs<String, String>, _ value: Int
  ) {
    let list = labels.map { "\($0.key)=\(PrometheusText.quoted($0.value))" }
      .joined(separator: ",")
    text += "\(name){\(list)} \(value)\n"
  }

  private static func quoted(_ value: String) -> String {
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }

  private static func seconds(_ microseconds: Int) -> String {
    "\(Double(microseconds) / 1_000_000)"
  }
}

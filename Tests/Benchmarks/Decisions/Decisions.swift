import Benchmark
import Foundation
import Registry
import Routing
import Search
import Store

/// What runs in one process: one tier's decision beside a hash look-up and a scan of the same
/// rules, and the search. Deploy/bench runs this, several rounds, and makes ratios of it.
let benchmarks: @Sendable () -> Void = {
  let many = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .nanoseconds, warmupIterations: 5, scalingFactor: .kilo,
    maxDuration: .milliseconds(700), maxIterations: 20_000)
  let single = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .nanoseconds, warmupIterations: 100, scalingFactor: .one,
    maxDuration: .milliseconds(700), maxIterations: 200_000)
  for rules in [10_000, 100_000, 1_000_000] {
    Benchmark("decision \(rules)", configuration: many) { benchmark, book in
      let prepared = book.thousand(benchmark.currentIteration)
        .map { book.index.prepared($0.question) }
      benchmark.startMeasurement()
      for turn in benchmark.scaledIterations {
        blackHole(prepared[turn].speaker(in: .ordinary))
      }
      benchmark.stopMeasurement()
    } setup: {
      RuleBook(rules: rules)
    }
    Benchmark("decision alone \(rules)", configuration: single) { benchmark, book in
      let asked = book.asked[benchmark.currentIteration % book.asked.count]
      let prepared = book.index.prepared(asked.question)
      benchmark.startMeasurement()
      blackHole(prepared.speaker(in: .ordinary))
      benchmark.stopMeasurement()
    } setup: {
      RuleBook(rules: rules)
    }
    Benchmark("hash \(rules)", configuration: many) { benchmark, book in
      let keys = book.thousand(benchmark.currentIteration).map(\.key)
      benchmark.startMeasurement()
      for turn in benchmark.scaledIterations { blackHole(book.table[keys[turn]]) }
      benchmark.stopMeasurement()
    } setup: {
      RuleBook(rules: rules)
    }
    Benchmark("scan \(rules)", configuration: single) { benchmark, book in
      benchmark.startMeasurement()
      blackHole(book.scanned(book.asked[benchmark.currentIteration % book.asked.count]))
      benchmark.stopMeasurement()
    } setup: {
      RuleBook(rules: rules)
    }
  }
  Benchmark("search", configuration: single) { benchmark, catalogue in
    let query = catalogue.queries[benchmark.currentIteration % catalogue.queries.count]
    benchmark.startMeasurement()
    blackHole(catalogue.index.find(query, kinds: [.organisation], countMax: 10))
    benchmark.stopMeasurement()
  } setup: {
    try Catalogue()
  }
}

/// The search of the invented country, and misspelt names to look for, both left by Deploy/bench.
struct Catalogue {
  let index: SearchIndex
  let queries: [String]

  init() throws {
    let folder = ProcessInfo.processInfo.environment["VARDE_BENCH_FOLDER"] ?? "."
    index = SearchIndex(compiling: try SnapshotFile(folder: "\(folder)/snapshots").read().snapshot)
    queries = try String(contentsOfFile: "\(folder)/queries.txt", encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }
}

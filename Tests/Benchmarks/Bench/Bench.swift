import Glibc

// What Deploy/bench needs of its own for HTTP: a stand with the site and fixed replies beside it,
// a client that asks at a given rate, and the stand asked in one process, without HTTP, for
// profilers. Nothing of it is part of the program.

@main
enum Bench {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("serve", 4):
      try await Stand.serve(port: Int(arguments[1]) ?? 0, data: arguments[2], fixed: arguments[3])
    case ("write", 5):
      try await Pages(data: arguments[1])
        .write(path: arguments[2], body: arguments[3], count: Int(arguments[4]) ?? 1)
    case ("ask", 6):
      guard let port = UInt16(arguments[1]), let rate = Double(arguments[4]),
        let seconds = Double(arguments[5])
      else { usage() }
      try OpenLoop(port: port, path: arguments[2], bodyFile: arguments[3])
        .run(perSecond: rate, seconds: seconds)
    case ("turn", 6):
      guard let count = Int(arguments[5]) else { usage() }
      try await Loop.run(
        data: arguments[1], fixed: arguments[2], path: arguments[3], bodyFile: arguments[4],
        count: count)
    case ("count", 3):
      try await Count.run(data: arguments[1], fixed: arguments[2])
    default: usage()
    }
  }

  private static func usage() -> Never {
    print(
      """
      usage: Bench serve PORT SNAPSHOT-FOLDER FIXED-FOLDER
             Bench write SNAPSHOT-FOLDER PATH FORM COUNT
             Bench ask PORT PATH BODY-FILE REQUESTS-A-SECOND SECONDS
             Bench turn SNAPSHOT-FOLDER FIXED-FOLDER PATH BODY-FILE COUNT
             Bench count SNAPSHOT-FOLDER FIXED-FOLDER
      """)
    exit(64)
  }
}

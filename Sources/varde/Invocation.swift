import ArgumentParser
import Web

/// One call of the program: arguments in, text out, a status back.
enum Invocation {
  /// Parses and performs; every error ends as text on the error stream, or as JSON with `--json`.
  static func perform(_ arguments: [String], on console: Console) async -> Int32 {
    let isJSON = arguments.contains("--json")
    let command: any ParsableCommand
    do {
      command = try Varde.parseAsRoot(arguments)
    } catch {
      return report(parsing: error, isJSON: isJSON, on: console)
    }
    guard let command = command as? any ConsoleCommand else {
      console.writeLine(Varde.helpMessage(columns: console.width))
      return ExitStatus.answered.rawValue
    }
    do {
      return try await command.perform(on: console).rawValue
    } catch {
      let problem = Problem(explaining: error)
      report(problem, isJSON: isJSON, on: console)
      return (problem.type == Problem.nameType ? ExitStatus.unclear : .refused).rawValue
    }
  }

  /// Help and completion scripts are no errors; bad usage is refused with status 1.
  private static func report(
    parsing error: any Error, isJSON: Bool, on console: Console
  ) -> Int32 {
    let message = Varde.fullMessage(for: error, columns: console.width)
    if Varde.exitCode(for: error).isSuccess {
      console.writeLine(message)
      return ExitStatus.answered.rawValue
    }
    if isJSON {
      report(Problem(type: "usage", title: message), isJSON: true, on: console)
    } else {
      console.complainLine(message)
    }
    return ExitStatus.refused.rawValue
  }

  /// 112 goes to the output, before anything else, even when nothing can be answered.
  private static func report(_ problem: Problem, isJSON: Bool, on console: Console) {
    if isJSON {
      if !problem.emergency.isEmpty {
        var writer = JSONWriter()
        writer.object { AnswerJSON.write(problem.emergency, &$0) }
        console.writeLine(String(decoding: writer.bytes, as: UTF8.self))
      }
      console.complainLine(String(decoding: problem.bytes, as: UTF8.self))
    } else {
      if !problem.emergency.isEmpty {
        console.write(AnswerPage.emergencyStrip(words: BokmalWords(), on: console))
      }
      console.complain(ProblemPage(problem: problem, console: console).text)
    }
  }
}

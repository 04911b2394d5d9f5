import ArgumentParser
import Registry
import Search
import Presentation

/// One call of the program: arguments in, text out, a status back.
enum Invocation {
  /// Parses and performs; every error ends as text on the error stream, or as JSON with `--json`.
  ///
  /// What could not be written is no answer, whatever it said.
  static func perform(_ arguments: [String], on console: Console) async -> Int32 {
    let status = await performed(arguments, on: console)
    guard let fault = console.fault() else { return status }
    report(fault, arguments, on: console)
    return status == ExitStatus.answered.rawValue ? ExitStatus.refused.rawValue : status
  }

  private static func performed(_ arguments: [String], on console: Console) async -> Int32 {
    let isJSON = arguments.contains("--json")
    let command: any ConsoleCommand
    do {
      var parsed = try Varde.parseAsRoot(arguments)
      guard let console = parsed as? any ConsoleCommand else {
        // The root and `help` do nothing but ask for help, by throwing.
        try parsed.run()
        return ExitStatus.answered.rawValue
      }
      command = console
    } catch {
      return report(parsing: error, isJSON: isJSON, on: console)
    }
    if !(command is Serve) {
      for sentence in Variables(environment: console.environment).sentences {
        console.complainLine(sentence)
      }
    }
    do {
      return try await command.perform(on: console).rawValue
    } catch {
      return report(error, of: command, on: console).rawValue
    }
  }

  /// Why a command has no answer, and the status that says so.
  static func report(
    _ error: any Error, of command: any ConsoleCommand, on console: Console
  ) -> ExitStatus {
    let words = Presentation.words(in: (try? command.output.language()) ?? .bokmål)
    let problem = Problem(explaining: error, words: words)
    report(problem, isJSON: command.output.json, words: words, on: console)
    return problem.type == Problem.nameType ? .unclear : .refused
  }

  /// Why the answer did not come out; of an acute question with 112, which must come out somewhere.
  ///
  /// Whoever has left does not want to hear of it: then it is only told by the status.
  private static func report(
    _ fault: WritingFault, _ arguments: [String], on console: Console
  ) {
    let command = try? Varde.parseAsRoot(arguments)
    let ask = command as? Ask
    let isAcute = ask.map { SearchIndex.isAcute($0.severity) } ?? false
    let words = Presentation.words(in: (try? ask?.output.language()) ?? .bokmål)
    if isAcute { console.complain(AnswerPage.emergencyStrip(words: words, on: console)) }
    guard !fault.isLeaving else { return }
    let problem = Problem(
      type: "output", title: "Svaret kunne ikke skrives ut: \(fault.reason).",
      detail: command is Seed || command is Migrate
        ? "Det som kommandoen gjorde i databasen, er gjort." : nil,
      emergency: isAcute ? [.police] : [])
    console.complain(
      arguments.contains("--json")
        ? String(decoding: problem.bytes(), as: UTF8.self) + "\n"
        : ProblemPage(problem: problem, console: console, words: words).text)
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
  private static func report(
    _ problem: Problem, isJSON: Bool, words: any Words = BokmalWords(), on console: Console
  ) {
    if isJSON {
      if !problem.emergency.isEmpty {
        var writer = JSONWriter()
        writer.object { AnswerJSON.write(problem.emergency, &$0) }
        console.writeLine(String(decoding: writer.bytes, as: UTF8.self))
      }
      console.complainLine(String(decoding: problem.bytes(), as: UTF8.self))
    } else {
      if !problem.emergency.isEmpty {
        console.write(AnswerPage.emergencyStrip(words: words, on: console))
      }
      console.complain(ProblemPage(problem: problem, console: console, words: words).text)
    }
  }
}

import Glibc

/// The shell process that owns a cluster, and the only handle on it: when this value goes, or the
/// test process dies, the server stops and its directory is removed.
final class ClusterProcess: Sendable {
  let directory: String
  private let control: Int32

  /// Makes `/tmp/varde-XXXXXX` (a Unix socket path may have 107 bytes) and runs the script in it.
  init(changed: [String: String]) throws {
    var pattern = Array("/tmp/varde-XXXXXX".utf8CString)
    guard mkdtemp(&pattern) != nil else {
      throw ClusterError.cannotStart("mkdtemp: \(String(cString: strerror(errno)))")
    }
    directory = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let account = try Self.unprivilegedAccount(owning: directory)
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Self.closingStream, 0, &ends) == 0 else {
      throw ClusterError.cannotStart("socketpair: \(String(cString: strerror(errno)))")
    }
    control = ends[1]
    defer { close(ends[0]) }
    let settings = ClusterScript.settings.merging(changed) { $1 }
      .merging(["unix_socket_directories": directory]) { $1 }
    let options = settings.sorted(by: <).map { "-c \($0.key)=\($0.value)" }
    try Self.spawn(
      ["sh", "-c", ClusterScript.text, "sh", directory, account, options.joined(separator: " ")],
      input: ends[0], output: "\(directory)/log")
  }

  deinit {
    close(control)
  }

  /// Gives the script one order of those that it knows.
  func order(_ word: String) throws {
    let line = Array("\(word)\n".utf8)
    guard send(control, line, line.count, Int32(MSG_NOSIGNAL)) == line.count else {
      throw ClusterError.failedCommand("\(word): \(String(cString: strerror(errno)))")
    }
  }

  /// What initdb and the server have written, for the reason of a failure.
  func log() -> String {
    guard let file = fopen("\(directory)/log", "r") else { return "no log" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  var hasFailed: Bool { access("\(directory)/failed", F_OK) == 0 }

  /// POSIX_SPAWN_SETSID, which glibc hides without _GNU_SOURCE: Ctrl-C reaches the tests only.
  private static let sessionOfItsOwn: Int16 = 0x80

  /// Whether the server that was stopped or killed is gone with all its backends.
  var isDown: Bool { access("\(directory)/down", F_OK) == 0 }

  var isFrozen: Bool { access("\(directory)/frozen", F_OK) == 0 }

  private static let closingStream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)

  /// PostgreSQL refuses root: then it runs as `postgres` (else `nobody`), who gets the directory.
  private static func unprivilegedAccount(owning directory: String) throws -> String {
    guard geteuid() == 0 else { return "" }
    guard let entry = getpwnam("postgres") ?? getpwnam("nobody") else {
      throw ClusterError.cannotStart("started as root and found no account to drop to")
    }
    guard chown(directory, entry.pointee.pw_uid, entry.pointee.pw_gid) == 0 else {
      throw ClusterError.cannotStart("chown: \(String(cString: strerror(errno)))")
    }
    return "\(entry.pointee.pw_uid):\(entry.pointee.pw_gid)"
  }

  /// Starts `/bin/sh` in a session of its own, with no descriptor of ours but its input.
  private static func spawn(_ words: [String], input: Int32, output: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of the concurrency runtime block signals; a shell without SIGCHLD waits for ever.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, sessionOfItsOwn | Int16(POSIX_SPAWN_SETSIGMASK))
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin:/usr/sbin:/sbin"
    let arguments = words.map { strdup($0) } + [nil]
    let environment = [strdup("PATH=\(path)"), strdup("LC_ALL=C"), nil]
    defer { (arguments + environment).forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environment)
    guard failure == 0 else {
      throw ClusterError.cannotStart("posix_spawn: \(String(cString: strerror(failure)))")
    }
  }
}

/// Something took longer than it may.
struct TimeUp: Error, CustomStringConvertible {
  let description = "The database took too long"
}

/// Runs `body` and cancels it when `limit` has passed; then throws ``TimeUp``.
func within<Value: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: limit)
      throw TimeUp()
    }
    defer { group.cancelAll() }
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}

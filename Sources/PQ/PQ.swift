// PQ is libpq for Swift 6: connection, pool, statement, row, COPY, listener, error.
//
// It must never know a table, a column or a word of the registry, never build SQL from values,
// never send a statement twice on its own account, and never block a thread it has not made.

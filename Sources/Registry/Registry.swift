// The domain of Varde as values: areas, organisations, functions, plans, questions and answers.
//
// Registry must never do I/O, read a clock, know a time zone or a database, or depend on another
// target. Everything here is immutable, Sendable and comparable, so that every request can share a
// snapshot without a lock.

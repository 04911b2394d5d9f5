// The domain of Varde as values: areas, organisations, functions, plans, questions and answers.
//
// Registry must never do I/O, read a clock, know a time zone or a database, or depend on another
<<<<<<< HEAD
// target. Everything here is immutable, Sendable and comparable, so that a snapshot can be shared
// by every request without a lock.
=======
// target. Everything here is immutable, Sendable and comparable, so that every request can share a
// snapshot without a lock.
>>>>>>> deploy

// Analysis asks what nobody asked yet: what every question that can be put comes to (coverage),
// which of them change between two indexes (difference), and what the rules contradict or never
// reach (lint).
//
// It judges through Routing's own tables and must never answer anybody: what it says of a question
// is what `RoutingIndex.answer` says, and the tests hold it to that. Like Routing it does no I/O
// and reads no clock.

// Routing answers one question: who should I contact for this concern, in this place, at this age.
//
// It compiles a snapshot into an index and walks it. Routing must never do I/O, read a clock, know
// a time zone, store what is asked, or prefer anything above 112: the number is compiled in and
// heads every answer. The order of the doors comes from the trees of the registry, never from a
// number typed into a row.

// The seed format: plain text files that people write, read into rows of the registry.
//
// SeedFiles must never touch a database, the network or a clock, guess at a missing fact, or repair
// a wrong one: text goes in, and either every row or every fault comes out. Only `SeedFolder` reads
// files, and it does nothing else. The format itself is explained in Seed/README.md.

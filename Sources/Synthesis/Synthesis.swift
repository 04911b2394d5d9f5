// Synthesis invents a whole country as seed files, for benchmarks and tests of scale only.
//
// It must never take a name, a number or an address from anywhere real, read a clock, or draw from
// anything but its own seed number: the same numbers give the same bytes on every machine.

// Which records of a registry tests and Deploy/bench ask for, since they have most to tell.
//
// TestRecords must never hold a test, make a record, or be used by the program.

// What the command line and the pages share: the words of the interface, times in Oslo and the JSON
// contract of the answer.
//
// Web must never touch a database, keep or log what is asked, or decide anything: it writes down what
// Routing and Search have found.

// What terminal, pages and API tell alike: words in three languages, times in Oslo, the JSON
// contract of the answer, records, problems, and HTML as a value.
//
// Presentation must never speak HTTP, touch a database, keep what is asked, or decide anything: it
// writes down what Routing, Analysis and Search have found.

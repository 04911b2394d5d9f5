// What every site shares: replies, limits, headers, assets, what happened, and the edition that
// answers.
//
// Web must never touch a database, keep or log what is asked, or decide anything.

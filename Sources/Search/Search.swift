// Finding things by what people write: names in nb, nn, en and se, synonyms, former names, numbers,
// parts of words and words with typing errors; and reading a question made of such words.
//
// Search must never do I/O, keep or log what was sought, guess between two things of one name, or
// carry words of the interface: it returns cases and names of the registry, and others put words to
// them.

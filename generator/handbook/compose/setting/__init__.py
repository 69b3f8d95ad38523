"""How text is set: words, dates, lengths of time, labels, colours, and the two media."""

# Messages of the room office. Each has a sentence, .hint (what to do) and, for findings, .explain.

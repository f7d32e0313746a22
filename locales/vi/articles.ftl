# Messages of the room articles. Each has a sentence, .hint (what to do) and, for findings, .explain.

# Messages of the room publish. Each has a sentence, .hint (what to do) and, for findings, .explain.

# Messages of the room assess. Each has a sentence, .hint (what to do) and, for findings, .explain.

# Messages of the room pdf. Each has a sentence, .hint (what to do) and, for findings, .explain.

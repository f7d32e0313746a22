# Messages of the room compose. Each has a sentence, .hint (what to do) and, for findings, .explain.

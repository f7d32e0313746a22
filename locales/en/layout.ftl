# Messages of the room layout. Each has a sentence, .hint (what to do) and, for findings, .explain.

# Messages of the room cli. Each has a sentence, .hint (what to do) and, for findings, .explain.

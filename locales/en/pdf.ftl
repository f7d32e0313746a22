# Messages of the room pdf. Each has a sentence, .hint (what to do) and, for findings, .explain.

pdf-missing-glyph = Page { $page }: no font has the character in `{ $text }`
    .hint = Replace the character in the data and run again
pdf-not-finite = Page { $page } has a measure that is not a number
    .hint = This is a fault of the program; please report it with the data folder
pdf-clusters = Page { $page }: the glyphs do not match the text `{ $text }`
    .hint = This is a fault of the program; please report it with the data folder
pdf-font = The built-in font `{ $face }` cannot be read
    .hint = Install the program again
pdf-unknown-anchor = A link leads to `{ $anchor }`, which the report does not have
    .hint = Correct the link in the report template
pdf-no-such-page = Something stands on page { $page }, which the report does not have
    .hint = This is a fault of the program; please report it with the data folder
pdf-structure = Structure element { $node } is out of place
    .hint = This is a fault of the program; please report it with the data folder
pdf-no-title = The report has no title
    .hint = Fill in `title` in the report template
pdf-attachments-need-a3a = The standard `a-2a` does not allow attachments
    .hint = Choose `--standard a-3a`, or leave out the attachments
pdf-printpdf = The PDF file could not be written: `{ $reason }`
    .hint = This is a fault of the program; please report it with the data folder

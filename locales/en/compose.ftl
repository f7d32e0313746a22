# Messages of the room compose. Each has a sentence, .hint (what to do) and, for findings, .explain.

template-syntax = The template has a Handlebars syntax error
    .hint = Check the double braces around this place; every opening tag needs its closing tag.
template-block-mismatch = Tag `{ $open }` is opened but `{ $close }` is closed
    .hint = Close tags in the order in which they were opened.
template-front-matter = The front matter cannot be read: { $detail }
    .hint = Keys are type, title, subject, appendices, contents and landscape.
template-front-matter-open = The front matter has no closing `---` line
    .hint = Add a line with three hyphens after the front matter.
template-too-large = The template is larger than { $limit } kB
    .hint = Split it into partials.
template-too-deep = The template nests deeper than { $limit } levels
    .hint = Use fewer nested tags, brackets or partials.
template-unescaped = Data must not be printed with triple braces
    .hint = Use double braces; special characters are protected by the program.
template-decorator = The template uses a kind of tag that is not allowed
    .hint = Use only if, unless, each, with, partials and the tags of the program.
template-dynamic-partial = The name of a partial must stand in the template
    .hint = Write the partial's name; do not take it from data.
template-no-partial = There is no partial `{ $name }`
    .hint = Correct the name, or add that template to the folder templates.
template-cycle = Partials include each other in a circle: { $chain }
    .hint = Remove one inclusion of this circle.
template-markup = The template has markup that reports do not use: { $what }
    .hint = Use only headings, paragraphs, lists, tables, bold, italic, footnotes and links.
template-unknown-path = The template names `{ $what }`, which the data does not have
    .hint = Correct the name; the built-in templates show the names that exist.
template-unknown-helper = The template uses the tag `{ $what }`, which does not exist
    .hint = The tags of the program are list, lower, capital, ref and the tables and charts.
template-no-tree = There is no table or chart `{ $what }`
    .hint = Correct the name of the table or chart.
template-no-reference = The template refers to `{ $what }`, but this report has no such table or chart
    .hint = Put the reference into a condition, for example if has.target_chart.
template-link = The link `{ $what }` cannot be used
    .hint = A link begins with https://, http://, mailto: or #.
template-output-too-large = The template prints more than { $what } MB
    .hint = Check nested each loops.
template-render = The template cannot be printed: { $what }
    .hint = Check the tag at this place.

compose-bare-number = A digit without a source stands in `{ $text }`
    .hint = Print figures through the data's own entries, do not count in the template; with unchanged templates this is a fault of the program.
compose-changed-figure = The printed figure `{ $text }` differs from the registered one
    .hint = This is a fault of the program; please report it.
compose-lost-figure = Figure `{ $text }` is not in the list of sources
    .hint = This is a fault of the program; please report it.

notes-type = FIGURES TO REVIEW
notes-title = what to look at before the report of { $period } is submitted
notes-intro = { $count ->
    [0] The checks found nothing to look at. This note is for the office only and no part of the report.
    [1] The checks found one thing to look at. This note is for the office only and no part of the report.
   *[other] The checks found { $count } things to look at. This note is for the office only and no part of the report.
    }
notes-errors = Must be corrected ({ $count })
notes-warnings = May be wrong ({ $count })
notes-notes = Worth knowing ({ $count })
notes-head-number = No.
notes-head-place = Place
notes-head-finding = Finding and what to do

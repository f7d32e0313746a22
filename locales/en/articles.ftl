# Messages of the room articles. Each has a sentence, .hint (what to do) and, for findings, .explain.

article-encoding-legacy = Page `{ $file }` is not UTF-8 but seems to be `{ $encoding }`
    .hint = Try `baocao article { $file } --encoding { $encoding }`; if it reads well, add `--review` to record the encoding in the review file
article-encoding-unknown = Page `{ $file }` is not UTF-8 and its encoding is not recognised
    .hint = Save the page as UTF-8, or name the encoding with `--encoding` (utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni)
article-too-large = The page is larger than 4 GB
    .hint = Check whether this really is a saved newspaper page
article-encoding-name = There is no encoding `{ $name }`
    .hint = Use one of: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni
article-unreadable-file = File `{ $file }` cannot be read: { $detail }
    .hint = Check the path and the right to read it
article-review-unwritable = Review file `{ $file }` cannot be written: { $detail }
    .hint = Check the right to write to the folder
article-unprintable = Left out characters that cannot be printed: { $count }
    .hint = Nothing to do; controls and directional marks never get into the report
    .explain = Pages saved from a browser sometimes hold controls, directional marks or a font's private characters. They never get into the report; quotations still point at the file as it is.
article-no-title = No title found
    .hint = Check whether the page was saved whole; an article without title can be used, but its name in the appendix of sources stays empty
    .explain = A title is a short line before the article without a full stop. There is none at the start of the page.
article-no-body = No article found in the page
    .hint = Save the page again; perhaps only its frame was saved
    .explain = Every line looks like the frame of a page (menu, counter, related stories) and none like a paragraph.
article-date-impossible = A date that does not exist: `{ $text }`
    .hint = Compare with the page on the web; this date is not used
    .explain = The calendar has no such day, so the line is not used as publishing date.
article-date-weekday = Weekday and date do not agree: `{ $text }`
    .hint = Compare with the page on the web; this date is not used
    .explain = By the calendar the day is another weekday than the text says. One of them is wrong, so the date is not used.
article-dates-contradict = Publishing date { $published } is before the event of { $event }
    .hint = Compare with the page on the web; the publishing date is not used
    .explain = A story about something that has happened cannot be published before it. The publishing date is doubtful and not used.
article-date-is-clock = { $date } is so long after the event that it may be the page's clock when it was saved
    .hint = Nothing to do if the page was saved later
    .explain = Newspapers bring a story within days. A date line much later than that is the day the page was saved, not the publishing date.
article-event-year-open = The year of “{ $phrase }” is not known
    .hint = Write it into the page (a line `Cập nhật: …` below the title), or save the page again with its publishing date
    .explain = The text gives day and month only. There is no publishing date, and the years in the text are not enough to infer the year, so the event's date is left open.
article-other-province = An article of { $province }, not of { $own }; it is not used
    .hint = Move the file to the right office's folder, or delete it from `articles`
    .explain = The province named after “Đảng bộ tỉnh”, “Tỉnh ủy” or “Khối các cơ quan tỉnh” is another one. Articles of different provinces are never merged.
article-same-story = Two pages with the same story: `{ $file }` and `{ $other }`
    .hint = Nothing to do; the story counts once and names both sources
    .explain = Most of the wording of both pages is the same, so they are one story. Its figures count once.
review-unreadable = The review cannot be read: { $detail }
    .hint = Correct the line named; if much is broken, delete the file and make it again with `baocao article --review`
review-encoding = There is no encoding `{ $name }`
    .hint = Use one of: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni
review-correction = Figure “{ $phrase }” is corrected without a value or a reason
    .hint = Give the new value in `corrected` and the reason in `reason`
review-page-changed = Page `{ $page }` has changed since it was reviewed
    .hint = Run `baocao article { $page } --review` and look at the figures again
    .explain = The review holds the page's checksum at the time of the review; the page now has another.
review-figure-missing = Page `{ $page }` no longer has the reviewed figure “{ $phrase }”
    .hint = Delete the entry from the review, or restore the page
    .explain = The reviewed words or value are no longer in the page, so the decision applies to no figure.
review-without-page = A review without its page
    .hint = Put the page of the same name into `articles`, or delete the review
    .explain = Each `NAME.review.yaml` reviews the page `NAME.txt` in the same folder.

date-published-line = line { $number } below the title: “{ $line }”{ $weekday ->
    [yes] ; the weekday agrees
   *[no] {""}
}
date-published-title = the end of the headline in line { $number }: “{ $line }”{ $weekday ->
    [yes] ; the weekday agrees
   *[no] {""}
}
date-published-label = line { $number } says when it was published or updated: “{ $line }”{ $weekday ->
    [yes] ; the weekday agrees
   *[no] {""}
}
date-published-close = line { $number } “{ $line }”, right after the event
date-published-month-first = line { $number } “{ $line }” has the month first: only so does it agree with the event
date-published-this-day = the text says “nay” (today), so it was published on the day of the event
date-event-full = “{ $phrase }” in the text
date-event-relative = “{ $phrase }”, counted from the publishing date
date-event-year-same-day = “{ $phrase }”; year { $year } stands elsewhere in the text for the same day
date-event-year-published = “{ $phrase }”; year { $year } by the publishing date { $published }
date-event-year-named = “{ $phrase }”; year { $year } by the year { $named } that the text names
date-event-year-named-clock = “{ $phrase }”; year { $year } by the year { $named } that the text names, and the page was saved on { $clock }
date-event-year-over = “{ $phrase }”; year { $year } because the text looks back on { $named }
date-event-year-over-clock = “{ $phrase }”; year { $year } because the text looks back on { $named } and the page was saved on { $clock }
date-event-year-closing = “{ $phrase }”; year { $year } because the text sums up { $named }
date-event-year-closing-clock = “{ $phrase }”; year { $year } because the text sums up { $named } and the page was saved on { $clock }
date-event-year-anniversary = “{ $phrase }”; year { $year } by “{ $anniversary }”
date-event-year-carried-out = “{ $phrase }”; the year { $year } by the years for which the document of { $signed } has been carried out
date-event-year-signed = “{ $phrase }”; year { $year } because a document of the page was signed on { $signed }
date-event-year-congress = “{ $phrase }”; year { $year } is the first of the term that this congress opens
date-event-year-clock = “{ $phrase }”; year { $year } by the day the page was saved, { $clock }

furniture-clock = the page's clock when it was saved
furniture-date = another date line
furniture-published = publishing date line
furniture-counter = counter
furniture-punctuation = stray punctuation
furniture-tags = keywords
furniture-related = related stories
furniture-copyright = about the newspaper
furniture-form = buttons and forms
furniture-navigation = menu
furniture-caption = caption
furniture-doubled = said before
furniture-source-mark = source mark
furniture-byline = byline
furniture-credit = credit
furniture-other-item = another body's item

article-view-title = Title
article-view-none = (none)
article-view-author = Author
article-view-source-mark = Source mark
article-view-published = Published
article-view-event = Event
article-view-morning = morning
article-view-afternoon = afternoon
article-view-evening = evening
article-view-body = Body (figures in square brackets)
article-view-figures = Figures
article-view-furniture = Left out
article-view-findings = To look at
article-view-also-in = Also in
article-view-review = Review written to `{ $file }`
article-view-about = about
article-view-nearly = nearly
article-view-kind-target = target
article-view-kind-result = result
article-view-kind-structure = structure
article-view-kind-event = event
article-view-accepted = accepted
article-view-rejected = rejected
article-view-corrected = corrected, the page says { $original }: { $reason }
article-view-section = Section of the report
article-view-section-none = no section
article-view-section-situation = situation
article-view-section-political-task = political task
article-view-section-ideology = thought and ethics
article-view-section-organisation = organisation, cadres, members
article-view-section-inspection = inspection
article-view-section-mass-work = mass work
article-view-section-emulation = emulation
article-view-section-targets = targets
article-view-section-next-tasks = next tasks
article-view-section-strengths = strengths
article-view-section-limitations = limitations
article-view-section-proposals = proposals

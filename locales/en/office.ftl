# Messages of the room office. Each has a sentence, .hint (what to do) and, for findings, .explain.

## Folder and files

folder-missing = There is no folder `{ $path }`
    .hint = Check the path; to make a new folder run `baocao new { $path }`
folder-is-file = `{ $path }` is a file, not an office's folder
    .hint = Give the path of the folder that holds `office.yaml`
folder-unreadable = The folder `{ $path }` cannot be opened ({ $reason ->
        [permission] no permission to read it
       *[other] the disk gives an error
    })
    .hint = Check what the account that runs the program may read
folder-expected = This is a file where a folder is needed
    .hint = Rename the file and make a folder of that name
file-unreadable = { $reason ->
        [missing] This file is missing
        [permission] There is no permission to read this file
       *[other] This file cannot be read
    }
    .hint = { $reason ->
        [missing] Make it after the sample of `baocao new`, or check the file's name
        [permission] Give the account that runs the program permission to read it
       *[other] Copy the file again from a backup
    }
file-empty = The file is empty
    .hint = Fill it in or delete it
file-not-utf8 = The file is not UTF-8 from here on
    .hint = Open the file and save it again as UTF-8
file-too-large = The file is larger than { $limit } MB
    .hint = Split the file or take out what is not needed
file-not-plain = This is not a plain file
    .hint = Keep only plain files in the office's folder
file-name-not-utf8 = The file name `{ $name }` is not UTF-8
    .hint = Rename the file
file-not-read = This file or folder is not read
    .hint = Move it elsewhere if it is not needed, or give it the right extension
    .explain = The folder `terms` holds `.yaml` files only; `results` holds `.yaml`, `.xlsx`, `.ods` and `.csv`; `articles` holds `.txt` and `.review.yaml`. Other files are passed over and do not reach the report.
symlink-refused = This is a link to somewhere else
    .hint = Put the real file into the office's folder in place of the link
too-many-files = There are { $count } files, more than { $limit }
    .hint = Move old files to an archive folder
terms-missing = There is no term file in the folder `terms`
    .hint = Add a file such as `terms/2020-2025.yaml`; `baocao new` makes a sample

## YAML

yaml-syntax = The YAML syntax is wrong here
    .hint = Check the colons, the indentation and the quotes around this line; a value that begins with % or holds a colon has to be quoted
yaml-alias = Anchors `&` and aliases `*` are not used in an office's files
    .hint = Write the value out; if the sign belongs to the text, quote it
yaml-tag = Tags `!` are not used in an office's files
    .hint = Take the tag out; if the sign belongs to the text, quote it
yaml-too-deep = The nesting is deeper than { $limit } levels
    .hint = Write it after the sample of `baocao new`
yaml-too-many = The file has more than { $limit } entries
    .hint = Split the figures over several files
yaml-several-documents = The file holds several YAML documents separated by `---`
    .hint = Keep each document in a file of its own
yaml-key-not-text = A key has to be a text
    .hint = Write `key: value`; quote braces and brackets that belong to the text
yaml-duplicate-key = The key `{ $key }` is already on line { $line }
    .hint = Keep one of them
yaml-unknown-key = There is no key `{ $key }`
    .hint = { $near ->
        [none] Keys used here: { $known }
       *[other] Did you mean `{ $near }`? Keys used here: { $known }
    }
yaml-missing-key = The value of `{ $key }` is missing
    .hint = Add `{ $key }: …`
yaml-wrong-type = `{ $key }` has to be { $expected ->
        [text] a text
        [number] a number
        [bool] `true` or `false`
        [list] a list
        [map] a group of keys
        [date] a day
        [period] a reporting period
        [scalar] a single value
        [source] `illustrative`, an article with a phrase, or a document
       *[value] a number, a range or `true`
    }, not { $found ->
        [text] a text
        [number] a number
        [bool] `true` or `false`
        [list] a list
        [map] a group of keys
       *[nothing] nothing
    }
    .hint = { $expected ->
        [text] Put the value in double quotes
        [number] Write the number without a unit, for example 2000 or 35,5
        [bool] Write `true` or `false` without quotes
        [list] Write one value a line, each after a hyphen
        [map] Write the keys indented below this one
        [date] Write it like 2023-09-26 or 26/9/2023
        [period] Write it like 2023-Q3, 2023-H1, 2023-9M, 2023 or 2020-2025
        [scalar] Write one value on one line
        [source] Write `source: illustrative`, `source: {"{"}article: file name, phrase: "the words"{"}"}` or `source: {"{"}document: title{"}"}`
       *[value] Write it like 95, 180 - 200 or true
    }
number-ambiguous = `{ $text }` may be a whole number or a decimal one
    .hint = Write { $plain } for the whole number, or use a comma for decimals
number-negative = The value `{ $text }` of `{ $key }` is below 0
    .hint = Check the figure
count-not-whole = `{ $text }` of `{ $key }` is no count
    .hint = Write a whole number from 0 up
percent-out-of-range = The per cent `{ $text }` of `{ $key }` is not between 0 and 100
    .hint = Check the figure and its unit
share-impossible = `{ $text }` is impossible: the part is greater than the whole, or the whole is 0
    .hint = Write the part first and the whole after it, for example 48/53
date-form = `{ $key }` is not a day: `{ $text }`
    .hint = Write it like 2023-09-26 or 26/9/2023
date-impossible = There is no day `{ $text }`
    .hint = Check the day, the month and the year
period-unknown = There is no reporting period `{ $text }`
    .hint = Write it like 2023-Q3 (quarter), 2023-H1 (first half), 2023-9M (nine months), 2023 (year) or 2020-2025 (term)
choice-unknown = `{ $text }` cannot stand for `{ $key }`
    .hint = { $near ->
        [none] Choose one of: { $choices }
       *[other] Did you mean `{ $near }`? Choose one of: { $choices }
    }
id-form = The id `{ $id }` has not the right form
    .hint = Use only small letters without marks, digits and hyphens, for example `so-y-te`
id-duplicate = The id `{ $id }` is already used at { $first }
    .hint = Give one of the two another id
unknown-id = There is no { $kind ->
        [target] target
        [organisation] organisation
        [cluster] cluster
       *[rating-scale] rating scale
    } with the id `{ $id }`
    .hint = { $near ->
        [none] { $kind ->
            [target] See the targets' ids in the term's file
            [rating-scale] See `rating-scales` in `office.yaml`
           *[other] See the ids in `organisations.yaml`
        }
       *[other] Did you mean `{ $near }`?
    }
validity-reversed = The last day { $to } is before the first day { $from }
    .hint = Swap the two days
alias-shared = `{ $name }` names two organisations: `{ $first }` and `{ $second }`
    .hint = Take the name away from one of them
scale-overlap = The rating scale `{ $id }` is in force at the same time as `{ $other }`
    .hint = Change `from` and `to` so that one scale is in force on each day

## Terms, targets, results

term-not-a-term = `{ $text }` is not a term
    .hint = Write its first and last year, for example 2020-2025
term-overlap = The term { $term } begins before the term { $other } has ended
    .hint = Change `from` and `to` so that the two terms share no day
term-uncovered = No term covers the last day of the period { $period }
    .hint = Add a file to the folder `terms`, or correct the period of this file
target-without-base = The target `{ $id }` is a per cent, but of what is not said
    .hint = Add `base: tổng số …`
range-comparator = The value `{ $text }` does not fit the target's comparator
    .hint = A range such as 180 - 200 goes with `comparator: range`; a single number goes with the others
unit-not-percent = The value `{ $text }` has a per cent sign, but the target's unit is `{ $unit }`
    .hint = Change `unit` to "%", or take the sign out
level-unknown = The scale `{ $scale }` has no level `{ $level }`
    .hint = Levels of the scale: { $levels }
article-missing = There is no article `{ $file }` in the folder `articles`
    .hint = { $near ->
        [none] Copy the article into the folder `articles`, or correct the file name
       *[other] Did you mean `{ $near }`?
    }
phrase-missing = The article `{ $file }` does not hold the words “{ $phrase }”
    .hint = Copy the words exactly as they stand in the article
activity-values = The sentence has { $places } places `{"{"}{"}"}` but { $values } values
    .hint = Each place `{"{"}{"}"}` needs a value in `values`, in order
result-form = `{ $text }` cannot be a result of the target `{ $target }`
    .hint = { $expected ->
        [share] The target is a per cent without a fixed base: write a per cent such as "35,5%", or a part of a whole such as 48/53
       *[number] Write a number, a per cent such as "35,5%", or a part of a whole such as 48/53
    }
result-level-unknown = `{ $text }` is not a rating level in force
    .hint = Use one of the levels: { $levels }
result-duplicate = The result of `{ $target }` for { $period } is already given at { $first }
    .hint = Keep one of the two

## Spreadsheets

sheet-unreadable = This spreadsheet cannot be opened
    .hint = Open it in Excel or LibreOffice, take off its password if it has one, and save it as .xlsx, .ods or .csv
sheet-no-table = There is no table of figures in the file
    .hint = The heading row needs a column “Tổ chức cơ sở đảng”, or the two columns “Chỉ tiêu” and “Kết quả”; `baocao new --sheet` makes a sample
sheet-not-read = This sheet has no table of figures and is not read
    .hint = Name the sheet “Hướng dẫn”, hide it, or add the table's heading row
    .explain = A table of figures has a heading row with a column “Tổ chức cơ sở đảng”, or with the two columns “Chỉ tiêu” and “Kết quả”. A sheet without such a row is passed over.
sheet-cell-far-away = A figure stands too far from the table
    .hint = Clear the cell, or move the figure into the table
sheet-period-missing = It is not said which period the figures are of
    .hint = Write the period above the table, for example “Quý III năm 2023”, or in the name of the sheet or of the file
sheet-heading-unknown = The column or row “{ $heading }” is no target of the term
    .hint = { $near ->
        [none] Use the target's name as in the term's file; put # before the name of a column that is not to be read
       *[other] Did you mean “{ $near }”? Put # before the name of a column that is not to be read
    }
sheet-heading-twice = The column “{ $heading }” is there twice
    .hint = Keep one of them; put # before the name of a column that is not to be read
sheet-organisation-unknown = There is no organisation named “{ $name }”
    .hint = { $near ->
        [none] Use its name as in `organisations.yaml`, or add this name to its `aliases`
       *[other] Did you mean “{ $near }”? If so, add this name to its `aliases`
    }
sheet-row-without-label = This row has figures but no organisation
    .hint = Write the organisation's name, or clear the row's figures
sheet-several-totals = There are several rows of totals
    .hint = Keep one row “Tổng cộng”; call the sum of a cluster “Cộng cụm …”
sheet-date-in-cell = This cell is a date, not a figure
    .hint = The spreadsheet may have turned 5/12 into a date; format the cell as text and type it again
sheet-cell-error = This cell shows the error { $error }
    .hint = Correct the formula, or type the figure
sheet-formula-without-value = The formula in this cell has not been computed
    .hint = Open the file in Excel or LibreOffice and save it again
sheet-percent-unclear = `{ $text }` may be a per cent or a part of 1
    .hint = Write it like "35,5%", or format the cell as a per cent

## A new office

new-file-exists = This file is already there and is not overwritten
    .hint = Choose another folder, or rename the file that is there
new-not-written = This cannot be written
    .hint = Check the permission to write and the space on the disk

# Messages of the room assess. Each has a sentence, .hint (what to do) and, for findings, .explain.

period-without-term = No term covers { $period }
    .hint = Terms at hand: { $terms }; add the term's file to `terms/` or choose another period
    .explain = A report is written under the resolution in force on the period's last day, so a term has to cover that day. The quarter that contains the congress belongs to the new term.

result-twice = Target `{ $target }` has two different results for { $period }: `{ $first }` and `{ $second }`
    .hint = Keep one of them; the other stands in { $first-place }
    .explain = There may be one result for each target, organisation and period. Where two differ, the one that comes first by file and line is used, and both are shown for the office to decide.

result-base-differs = Result `{ $value }` of target `{ $target }` ({ $period }) is out of `{ $given }`, but the resolution counts out of `{ $base }`
    .hint = Work the result out on the target's base, or correct the target's `base`
    .explain = Per cents compare only on the same base. The base is part of the target (the head count at the start of the term, for instance) and is never converted. A result on another base does not reach the report.

result-without-base = Result `{ $value }` of target `{ $target }` ({ $period }) is a count, but the target is a per cent without a base
    .hint = Write the result as `part/whole` or with `%`, or give the target's `base` a value
    .explain = To compare a count with a per cent the base must be known. It is never guessed, so this result is not used.

result-wrong-kind = Result `{ $value }` cannot be used for target `{ $target }` ({ $period }), whose unit is `{ $unit }`
    .hint = Write the result in the target's unit
    .explain = A result has to be of the target's kind: a count, a per cent, yes or no, or a rating. One of another kind does not reach the report.

rating-without-scale = Target `{ $target }` has no rating scale, so rating `{ $value }` ({ $period }) cannot be judged
    .hint = Give the target a `rating` with the scale and the lowest level that counts
    .explain = A rating in words counts only when the target names its scale and the lowest level that counts as met.

rating-not-in-scale = Rating `{ $value }` of target `{ $target }` ({ $period }) is not on the target's scale
    .hint = Levels of the scale: { $scale }
    .explain = The rating scales before 2018 and from 2018 on differ. Levels are never mapped from one scale to another, so this result is not used.

organisations-not-addable = The organisations' values for target `{ $target }` ({ $period }) cannot be added
    .hint = Write each organisation's value as `part/whole` instead of a per cent
    .explain = Per cents of different organisations have different bases and can be neither added nor averaged. Part and whole of each are needed, or one value for the whole bloc.

total-differs = The stated total of target `{ $target }` ({ $period }) is `{ $stated }`, but the values of { $count } organisations add up to `{ $sum }`
    .hint = Check the organisations' values and the total; the report uses the sum of the organisations
    .explain = When every organisation has reported, the total has to be the sum of their values. Where they differ the report uses the sum and both are shown here.

parts-exceed-total = The values of { $count } organisations for target `{ $target }` ({ $period }) add up to `{ $sum }`, more than the stated total `{ $stated }`
    .hint = Check the total; the report still uses it, because not all organisations have reported
    .explain = While only some organisations have reported, their sum cannot be greater than the total of the whole bloc.

comparison-refused = Target `{ $target }` is not compared with { $period } of { $term }, because the { $why ->
        [unit] unit or the way of counting
        [scale] rating scale
       *[base] base
    } differs
    .hint = Nothing to do; if the two targets are the same, write them alike in the files of both terms
    .explain = Two results are compared only when unit, rating scale, base and scope are the same. Else the report leaves the comparison out rather than print a wrong one.

comparison-scope-differs = Target `{ $target }` ({ $period }) is not compared with { $before }, because the sums are over different organisations: { $now } and { $then }
    .hint = Add the figures of the organisations that are missing, or state the total of the whole bloc
    .explain = When two periods do not have figures of the same organisations, a rise or fall may only come from what is missing. The report leaves the comparison out rather than print a wrong one.

about-without-tolerance = Target `{ $target }` is about `{ $goal }` but says no tolerance; `{ $tolerance }` is taken
    .hint = Give the target a `tolerance` if the office has another custom
    .explain = For a target with `khoảng` or `gần` a result slightly below still counts as met. Where no tolerance is given, 5 % of the target's value is taken and printed in the appendix.

target-without-source = Target `{ $target }` names no source
    .hint = Give it a `source`: the document's title, or the article with its phrase
    .explain = Every target has to lead back to the resolution or article that set it, so that a reader can check it.

base-differs-from-members = Base `{ $base }` of target `{ $target }` differs from the organisations' members on { $date }, which are `{ $sum }`
    .hint = Check the target's base or the members in `organisations.yaml`
    .explain = The base is a head count on a day, so it has to be the sum of the members of the organisations that existed on that day.

parts-differ-from-period = The value of { $period } for target `{ $target }` is `{ $whole }`, which does not fit the periods in it: `{ $parts }`
    .hint = Check the quarters and the whole period; the report uses the whole period's value
    .explain = The value of a year, six or nine months has to be the sum of its quarters; of what stands on a day, it has to be the last quarter's value.

cumulative-decreases = The running total of target `{ $target }` falls from `{ $was }` ({ $earlier }) to `{ $value }` ({ $period }){ $scope ->
        [bloc] {""}
       *[organisation] , at { $organisation }
    }
    .hint = Give the running total since the term began, not what was added in the period
    .explain = A target of measure `cumulative` takes running totals since the start of the term, which cannot fall. To give what happened in each period use measure `flow`.

whole-differs-from-organisations = Result `{ $value }` of target `{ $target }` ({ $period }) has another whole than the `{ $count }` grassroots organisations on the list
    .hint = Check the whole, or when the organisations in `organisations.yaml` were founded or merged
    .explain = The target counts out of all grassroots organisations, so the whole has to be the number of those that exist on the period's last day. There may be a good reason, such as a new organisation that is not rated yet, so this is only a warning.

excellent-over-cap = Of `{ $well }` organisations rated well ({ $period }), `{ $excellent }` are rated at the highest level, `{ $share }%`, more than `{ $cap }%` (rule: { $rule })
    .hint = Compare with the rule on excellent ratings; its denominator differs between rules
    .explain = The rules on rating limit how many Party organisations and members may be rated excellent, usually to 20 % of those rated well or better. The denominator differs between rules, so this is only a warning.

scale-not-in-force = The rating scale of { $scale }, used by target `{ $target }`, is not in force in { $period }
    .hint = Check the scale's validity in `office.yaml`, or which scale the target uses
    .explain = Rating scales have validity dates. A year's ratings follow the scale in force at the end of that year.

illustrative-values = Illustrative values: { $count }, in the files { $files }
    .hint = Replace them by real ones before the report is signed
    .explain = Values with `source: illustrative` come from no source and were made up to illustrate. A report with such values says so.

value-jumps = { $kind ->
        [change] The growth of the running total
       *[value] The value
    } of { $period } for target `{ $target }`{ $scope ->
        [bloc] {""}
       *[organisation] , { $organisation },
    } is far from the quarters before: `{ $value }`, median { $kind ->
        [change] growth
       *[value] value
    } before `{ $median }`
    .hint = Check the value at its source; if it is right, give the reason in `note`
    .explain = Method: the modified z-score of Iglewicz and Hoaglin. A value is told when it is more than 3.5 scaled median absolute deviations (MAD × 1.4826) from the median of the earlier quarters. At least 5 earlier quarters are needed; the scale is at least a tenth of the median, and for counts at least the square root of the mean plus 1, and it must be off by more than 5.

organisation-not-existing = `{ $organisation }` has a result for { $period }, when it did not exist yet or any more
    .hint = Check the organisation's `valid` in `organisations.yaml`; its successor: { $successor }
    .explain = Organisations have a first and a last day. When they merge or change names, the figures go on under the successor.

members-unknown = Organisations without a head count up to { $date } ({ $count }): { $names }
    .hint = Give them `members`; until then the report tells no total of members
    .explain = The total of members is told only when every organisation has a head count, because a sum that lacks some is wrong.

result-missing = Target `{ $target }` has no result for { $period }
    .hint = Add it to the period's file in `results/`
    .explain = The report is written all the same and says “chưa có số liệu” for this target.

result-stale = Target `{ $target }` has no result for { $period }; the latest is of { $last }
    .hint = Add it to the period's file in `results/`
    .explain = The report shows the latest value with its period, but does not judge this period by an old value.

quarters-missing = Target `{ $target }` lacks results of earlier quarters ({ $count }): { $quarters }
    .hint = Add those quarters, or one value for the whole year
    .explain = What is summed from quarters is only a lower bound when quarters are missing. The target is judged only where what is missing cannot change the judgement.

organisations-silent = Organisations that have sent no figures for { $period } ({ $count } of { $total }): { $names }
    .hint = Ask them for their figures; the report names them in an appendix
    .explain = Some organisations have sent figures for this period; those named have sent none at all.

organisations-silent-on-target = Organisations that sent figures for { $period } but none for target `{ $target }` ({ $count }): { $names }
    .hint = Ask them to add it; where nothing happened, write `0`
    .explain = These organisations sent figures for other targets. Left out does not mean zero, so zero has to be written.

article-differs-from-result = The article says “{ $phrase }”, but the result of target `{ $target }` for { $period } is `{ $result }` ({ $place })
    .hint = Compare the two sources; if the article is wrong, reject or correct its figure in the `.review.yaml` file
    .explain = Two sources speak of the same target and period and do not agree. Nothing is chosen silently: the report uses the office's result, and both are shown here.

result-before-its-time = The article of { $date } gives “{ $phrase }” as a result of { $period }, which had not begun
    .hint = Check the publishing date and the figure's period; it may be a plan and no result
    .explain = There can be no result before its period begins. Usually a date of the page was misread, or a plan was taken for a result.

figure-outside-period = “{ $phrase }” is of { $of }, not of { $period }
    .hint = Do not use it as a result of the reporting period
    .explain = An article of the period may recall results of another one. They do not count as results of this period.

# What `baocao check` and `baocao explain` say.

check-nothing = Nothing found
check-errors = Errors ({ $count }), no report can be made before they are put right:
check-warnings = Warnings ({ $count }), may be wrong:
check-notes = Notes ({ $count }):
check-sum = In all: errors { $error }, warnings { $warning }, notes { $note }

explain-unknown = There is no message code `{ $code }`
    .hint = The code stands in square brackets in each message
explain-unknown-like = There is no message code `{ $code }`
    .hint = Did you mean `{ $meant }`?

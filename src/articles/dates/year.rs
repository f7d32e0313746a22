//! Years that a text speaks of, as evidence for a date that leaves its own out.

use std::collections::BTreeSet;

use crate::articles::lexicon::lexicon;
use crate::articles::tokens::Token;

/// Years of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// Latest year that is over when the text is written (`định kỳ năm 2018`, `5 năm liền 2014 - 2018`).
    pub over: Option<i32>,
    /// Latest year with which the one that runs is compared (`so với cùng kỳ năm 2020`).
    pub compared: Option<i32>,
    /// The year that is over because the event sums it up (`tổng kết năm 2022`).
    pub closing: Option<i32>,
    /// Latest year that runs when it is written (`6 tháng đầu năm 2013`), or is simply named.
    pub named: Option<i32>,
    /// Whether [`Years::named`] is said to run.
    pub runs: bool,
    /// Whether the year before [`Years::named`] is named too: a year's end looks back and forward.
    pub pair: bool,
    /// Quarters with their years, comparisons left out.
    pub quarters: BTreeSet<(i32, u32)>,
}

impl Years {
    /// Adds the years of a paragraph or caption.
    pub fn add(&mut self, tokens: &[Token]) {
        let mut at = 0;
        while at < tokens.len() {
            let Some(year) = year(tokens, at) else {
                at += 1;
                continue;
            };
            let before = &tokens[at.saturating_sub(5)..at];
            match span_end(tokens, at) {
                Some((last, end)) => {
                    if !spans_the_future(before) {
                        self.over = self.over.max(Some(last));
                    }
                    at = end;
                }
                None => {
                    if !of_founding(before, &tokens[at + 1..]) {
                        self.single(year, before, tokens.get(at.wrapping_sub(1)));
                    }
                    at += 1;
                }
            }
        }
    }

    fn single(&mut self, year: i32, before: &[Token], previous: Option<&Token>) {
        if !before.iter().any(|t| matches!(t.word(), "với" | "cùng")) {
            self.quarters.extend(quarter(before).map(|quarter| (year, quarter)));
        }
        // `khóa II/2017`, `quý III/2023`: a course or quarter is told of while it runs.
        let roman =
            |t: &Token| !t.word().is_empty() && t.word().chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        let counted = before.len() >= 3
            && roman(&before[before.len() - 2])
            && matches!(before[before.len() - 3].word(), "khóa" | "quý" | "lớp" | "đợt");
        if counted && matches!(previous.and_then(Token::sign), Some('/' | '.' | '-')) {
            self.name(year);
            return;
        }
        // Numbers of documents (`13/2013/NĐ-CP`, `ngày 25-10-2017 của`) and deadlines are no evidence.
        let dated = previous.and_then(Token::sign).is_some_and(|s| matches!(s, '/' | '-' | '.'))
            || previous.is_some_and(|t| t.word() == "kỳ");
        let words = |wanted: &[&str]| before.iter().any(|t| wanted.contains(&t.word()));
        let born = before.iter().rev().take(2).any(|t| matches!(t.word(), "sn" | "sinh"));
        if dated || born || words(&["đến", "tới", "khóa", "số", "tầm"]) {
            return;
        }
        let list = |name: &str| (0..before.len()).any(|at| lexicon().list(name).at(&before[at..]).is_some());
        let runs = list("year-now");
        if list("year-closing") {
            self.closing = self.closing.max(Some(year));
        }
        // «so với nửa đầu năm 2020», «cùng kỳ năm 2020 ít hơn 66 tổ chức»: the year before this one.
        let pair = |w: &[Token]| matches!((w[0].word(), w[1].word()), ("so", "với") | ("cùng", "kỳ"));
        let compared = before.windows(2).any(pair);
        if compared {
            self.compared = self.compared.max(Some(year));
        }
        if compared || !runs && (list("year-over") || words(&["với"])) {
            self.over = self.over.max(Some(year));
        } else {
            self.name(year);
            self.runs = self.named == Some(year) && (runs || self.runs);
        }
    }

    /// The year of a day in `month` by the quarters spoken of: it lies in one or in the next, and no year disagrees.
    pub fn of_quarters(&self, month: u32) -> Option<i32> {
        let (year, _) = *self.quarters.first()?;
        let own = month.div_ceil(3);
        let close = self.quarters.iter().any(|(_, quarter)| (*quarter..=quarter + 1).contains(&own));
        let agree = self.quarters.iter().all(|(other, _)| *other == year)
            && self.named == Some(year)
            && self.over.is_none_or(|over| over < year);
        (close && agree).then_some(year)
    }

    /// Adds a year that the text names.
    pub fn name(&mut self, year: i32) {
        match self.named {
            Some(named) if named > year => self.pair |= named - year == 1,
            Some(named) if named == year => {}
            named => {
                self.pair = named == Some(year - 1);
                self.named = Some(year);
                self.runs = false;
            }
        }
    }
}

/// «ra đời năm 2009», «lập năm 2012», «năm 2009 Chi bộ … ra đời»: the year in which something was founded.
fn of_founding(before: &[Token], after: &[Token]) -> bool {
    let pair = |a: &Token, b: &Token| matches!((a.word(), b.word()), ("ra", "đời") | ("thành", "lập"));
    let clause = after.iter().take(14).take_while(|t| !matches!(t.sign(), Some(',' | '.' | ';')));
    let clause: Vec<&Token> = clause.collect();
    let [.., verb, _] = before else { return false };
    matches!(verb.word(), "đời" | "lập") || clause.windows(2).any(|w| pair(w[0], w[1]))
}

fn year(tokens: &[Token], at: usize) -> Option<i32> {
    match tokens.get(at)?.number()? {
        (value @ 1990..=2100, 4) => i32::try_from(value).ok(),
        _ => None,
    }
}

/// The quarter whose year follows: `quý I/`, `quý 2 năm`.
fn quarter(before: &[Token]) -> Option<u32> {
    let [.., word, number, _] = before else { return None };
    let count = match (number.word(), number.number()) {
        (_, Some((count @ 1..=4, 1))) => count,
        ("i", _) => 1,
        ("ii", _) => 2,
        ("iii", _) => 3,
        ("iv", _) => 4,
        _ => return None,
    };
    (word.word() == "quý").then_some(count)
}

/// The last year of `2014 – 2018`, with where it ends.
fn span_end(tokens: &[Token], at: usize) -> Option<(i32, usize)> {
    let joined = matches!(tokens.get(at + 1).and_then(Token::sign), Some('-' | '–' | '—'))
        || tokens.get(at + 1).is_some_and(|t| t.word() == "đến");
    let last = year(tokens, at + 2).filter(|_| joined)?;
    Some((last, at + 3))
}

fn spans_the_future(before: &[Token]) -> bool {
    before.iter().any(|t| matches!(t.word(), "kỳ" | "khóa" | "đoạn" | "phấn" | "mục" | "kế"))
}

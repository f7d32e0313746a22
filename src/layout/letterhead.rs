//! The head of page one: two columns, title and subject (domain.md §2).

use super::breaking::After;
use super::flow::{Break, Slab};
use super::inline::Inline;
use super::line::{Form, Line, Stand, rule};
use super::page::{Item, PathItem, Role, Segment, Stroke, Tag};
use super::profile::TextSpec;
use super::setter::Setter;
use crate::document::Run;

/// Blanks for a number and a day to be written in by hand; each of their spaces is widened by [`BLANK_WIDTH`].
const BLANK_NUMBER: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
const BLANK_DAY: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";
const BLANK_WIDTH: f64 = 1.7;
/// Room between the columns, in pt.
const GUTTER: f64 = 8.0;
/// Most that the right column may take of the width.
const MOST_RIGHT: f64 = 0.65;
/// Room between a text and the rule below it, in pt.
const RULE_GAP: f64 = 3.0;

/// One column of the head while it grows downward.
struct Column {
    x: f64,
    width: f64,
    y: f64,
}

impl Setter<'_> {
    /// Sets the letterhead with title and subject as one slab.
    pub fn letterhead(&mut self) {
        let mut slab = Slab { break_before: Break::Free(0.0), ..Slab::default() };
        let left = self.left_column();
        let mut issuer = Column { x: 0.0, width: left - GUTTER, y: 0.0 };
        let mut nation = Column { x: left, width: self.width() - left, y: 0.0 };
        let number_line = self.issuing_body(&mut slab, &mut issuer);
        self.nation(&mut slab, &mut nation);
        if self.profile.head.date_beside_number {
            nation.y = nation.y.max(number_line);
        } else {
            nation.y += 6.0;
        }
        self.place_date(&mut slab, &mut nation);
        slab.height = issuer.y.max(nation.y);
        self.title(&mut slab);
        self.flow.push(slab);
        self.flow.room_below(12.0);
    }

    /// Width of the left column: the profile's share, less where the lines at the right need more.
    fn left_column(&mut self) -> f64 {
        let head = &self.profile.head;
        let mut right = (1.0 - head.left_share) * self.width();
        let date = self.date_text();
        let lines = head.nation.iter().map(|(text, spec)| (text.as_str(), *spec));
        for (text, spec) in lines.chain([(date.as_str(), head.place_date)]) {
            let mut inline =
                Inline::new(self.shaper, &mut self.tree, &[Run::plain(text)], spec, Tag::Artifact);
            widen_blanks(&mut inline);
            right = right.max(inline.extent().most + 1.0);
        }
        self.width() - right.min(MOST_RIGHT * self.width())
    }

    /// Parent, issuing body, number and marks; gives the top of the number's line.
    fn issuing_body(&mut self, slab: &mut Slab, column: &mut Column) -> f64 {
        let letterhead = &self.document.letterhead;
        let head = &self.profile.head;
        self.line_block(slab, column, &letterhead.parent, head.parent);
        let width = self.line_block(slab, column, &letterhead.issuer, head.issuer);
        if !head.issuer_mark.is_empty() {
            let spec = TextSpec { bold: false, ..head.issuer };
            let tag = Tag::Artifact;
            self.block(slab, column, &head.issuer_mark, spec, tag, false);
        }
        if head.issuer_rule > 0.0 {
            column_rule(slab, column, width * head.issuer_rule, head.rule);
            column.y += 4.0;
        }
        let number_line = column.y;
        let number = letterhead.number.map_or(BLANK_NUMBER.to_owned(), |n| format!("{n:02}"));
        let symbol = letterhead.symbol.replace('/', &head.symbol_separator);
        let text = format!("{}{number}{}{symbol}", head.number_prefix, head.number_separator);
        self.line_block(slab, column, &text.replace(' ', "\u{a0}"), head.number);
        if let Some(draft) = &letterhead.draft {
            self.line_block(slab, column, draft, head.draft);
        }
        if let Some(urgency) = &letterhead.urgency {
            column.y += if head.urgency_boxed { 4.0 } else { 0.0 };
            let top = column.y;
            let width = self.line_block(slab, column, &urgency.to_uppercase(), head.urgency);
            if head.urgency_boxed {
                let middle = column.x + column.width / 2.0;
                let (x0, x1) = (middle - width / 2.0 - 4.0, middle + width / 2.0 + 4.0);
                slab.items.push(frame([x0, top, x1, column.y], head.rule));
                column.y += 2.0;
            }
        }
        number_line
    }

    fn nation(&mut self, slab: &mut Slab, column: &mut Column) {
        let head = &self.profile.head;
        let mut width = 0.0;
        for (text, spec) in &head.nation {
            width = self.line_block(slab, column, text, *spec);
        }
        if head.nation_rule > 0.0 {
            column_rule(slab, column, width * head.nation_rule, head.rule);
        }
    }

    fn place_date(&mut self, slab: &mut Slab, column: &mut Column) {
        let text = self.date_text();
        self.line_block(slab, column, &text, self.profile.head.place_date);
    }

    /// `Thái Bình, ngày      tháng 9 năm 2023`, without a break.
    fn date_text(&self) -> String {
        let letterhead = &self.document.letterhead;
        let day = letterhead.day.map_or(BLANK_DAY.to_owned(), |d| format!("{d:02}"));
        // Only months 1 and 2 are padded, so that they cannot be made 11 and 12 by hand.
        let month = if letterhead.month < 3 {
            format!("{:02}", letterhead.month)
        } else {
            letterhead.month.to_string()
        };
        let text = format!("{}, ngày {day} tháng {month} năm {}", letterhead.place, letterhead.year);
        text.replace(' ', "\u{a0}")
    }

    fn title(&mut self, slab: &mut Slab) {
        let letterhead = &self.document.letterhead;
        let head = &self.profile.head;
        let heading = self.tree.open_section(1);
        let mut column = Column { x: 0.0, width: self.width(), y: slab.height + 18.0 };
        let tag = Tag::Content(heading);
        self.block(slab, &mut column, &letterhead.type_name, head.title, tag, true);
        let mut width = 0.0;
        for (i, subject) in letterhead.subject.iter().enumerate() {
            let more = i + 1 < letterhead.subject.len();
            width = self.block(slab, &mut column, subject, head.subject, tag, more);
        }
        if !head.subject_mark.is_empty() {
            self.block(
                slab,
                &mut column,
                &head.subject_mark,
                TextSpec { bold: false, ..head.subject },
                Tag::Artifact,
                false,
            );
        }
        if head.subject_rule > 0.0 && width > 0.0 {
            column_rule(slab, &mut column, width * head.subject_rule, head.rule);
        }
        slab.height = column.y;
    }

    /// A paragraph of its own, centred in the column; the width of its widest line.
    fn line_block(&mut self, slab: &mut Slab, column: &mut Column, text: &str, spec: TextSpec) -> f64 {
        let parent = self.tree.section();
        let paragraph = self.tree.add(Role::P, parent);
        self.block(slab, column, text, spec, Tag::Content(paragraph), false)
    }

    fn block(
        &mut self,
        slab: &mut Slab,
        column: &mut Column,
        text: &str,
        spec: TextSpec,
        tag: Tag,
        trail: bool,
    ) -> f64 {
        let pitch = self.pitch(spec.size);
        let form = Form { trail, ..Form::new(Stand::Centred, column.width, spec.size, pitch) };
        let mut inline = Inline::new(self.shaper, &mut self.tree, &[Run::plain(text)], spec, tag);
        widen_blanks(&mut inline);
        let lines = inline.lines(self.shaper, &form);
        let width = lines.iter().map(|l: &Line| l.width).fold(0.0, f64::max);
        for line in lines {
            slab.put(line, column.x, column.y);
            column.y += pitch;
        }
        width
    }
}

/// Widens spaces that follow one another.
fn widen_blanks(inline: &mut Inline) {
    let units = &mut inline.units;
    for i in 0..units.len().saturating_sub(1) {
        if units[i].after == After::Tie && (units[i].width == 0.0 || units[i + 1].width == 0.0) {
            units[i].space *= BLANK_WIDTH;
        }
    }
}

fn column_rule(slab: &mut Slab, column: &mut Column, length: f64, width: f64) {
    let middle = column.x + column.width / 2.0;
    let y = column.y + RULE_GAP - width;
    slab.items.push(rule(middle - length / 2.0, y, middle + length / 2.0, y, width));
    column.y += RULE_GAP + width;
}

fn frame([x0, y0, x1, y1]: [f64; 4], width: f64) -> Item {
    let segments = vec![
        Segment::Move(x0, y0),
        Segment::Line(x1, y0),
        Segment::Line(x1, y1),
        Segment::Line(x0, y1),
        Segment::Close,
    ];
    let stroke = Some(Stroke { width, grey: 0.0, dash: None });
    Item::Path(PathItem { segments, fill: None, stroke, tag: Tag::Artifact })
}

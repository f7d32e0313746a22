//! Vietnamese writing: numbers, dates, normal forms, spelling, alphabetical order, and where a line must not break.
//!
//! Sources: domain.md §6 of the design documents; tone placement after QĐ 1989/QĐ-BGDĐT.

mod dates;
mod fold;
mod letter;
mod number;
mod order;
mod spelling;
mod tie;

pub use dates::{long_date, place_date, short_date};
pub use fold::{fold, nfc};
pub(crate) use letter::{dyet, is_letter};
pub use number::{format_decimal, format_integer, format_number, format_signed};
pub use order::{compare, compare_people};
pub use spelling::{Spelling, spell};
pub use tie::{tie, tie_across};

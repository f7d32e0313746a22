//! Vietnamese writing: numbers, dates, normal forms, spelling, alphabetical order, and where a line must not break.
//!
//! Sources: domain.md §6 of the design documents; tone placement after QĐ 1989/QĐ-BGDĐT.

mod fold;
mod number;

pub use fold::fold;
pub use number::{format_decimal, format_integer, format_number};

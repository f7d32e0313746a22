//! Dates in lines: finding them, telling the clock from the publishing line from the event, and inferring years.

mod event;
mod evidence;
mod infer;
mod line;
mod numbers;
mod other;
mod resolve;
mod scan;
mod year;

pub use evidence::{Evidence, Line, Resolved};
pub use line::{DateLine, Label, date_line};
pub use resolve::resolve;
pub use scan::{Day, Mention, scan, time};

//! Dates in lines: finding them, telling the clock from the publishing line from the event, and inferring years.

mod event;
mod line;
mod resolve;
mod scan;
mod year;

pub use line::{DateLine, Label, date_line};
pub use resolve::{Evidence, Line, Resolved, resolve};
pub use scan::{Day, Mention, scan};

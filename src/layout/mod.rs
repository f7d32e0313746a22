//! Document → [`Pages`]: shaping, line breaking, tables, charts and pagination.

pub mod chart;
pub mod page;

pub use page::Pages;

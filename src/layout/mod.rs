//! Document → [`Pages`]: shaping, line breaking, tables, charts and pagination.

pub mod page;

pub use page::Pages;

//! The program `baocao`; everything is in the library.
fn main() {}

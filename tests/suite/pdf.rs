//! Tests of the room `pdf`.

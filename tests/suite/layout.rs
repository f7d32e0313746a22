//! Tests of the room `layout`.

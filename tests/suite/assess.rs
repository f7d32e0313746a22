//! Tests of the room `assess`.

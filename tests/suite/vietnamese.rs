//! Tests of the room `vietnamese`.

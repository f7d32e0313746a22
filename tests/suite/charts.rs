//! Tests of the room `layout::chart`.

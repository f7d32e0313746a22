//! A deserializer that needs no data: every field is filled, every option given, every list has one entry.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

/// Fills whatever is asked of it.
#[derive(Clone, Copy, Debug)]
pub struct Filler;

macro_rules! fill {
    ($($method:ident => $visit:ident($($value:expr)?)),* $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit($($value)?)
        })*
    };
}

impl<'de> Deserializer<'de> for Filler {
    type Error = Error;

    fill! {
        deserialize_any => visit_unit(),
        deserialize_bool => visit_bool(true),
        deserialize_string => visit_str("x"),
        deserialize_str => visit_str("x"),
        deserialize_identifier => visit_str("x"),
        deserialize_option => visit_some(Filler),
        deserialize_seq => visit_seq(Once(true)),
        deserialize_map => visit_map(Fields(&[], None)),
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(Fields(fields, None))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct enum ignored_any
    }
}

/// A list of one entry.
struct Once(bool);

impl<'de> SeqAccess<'de> for Once {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        std::mem::take(&mut self.0).then(|| seed.deserialize(Filler)).transpose()
    }
}

/// The fields of a struct that are still to be filled, and the one whose value comes next.
struct Fields(&'static [&'static str], Option<&'static str>);

impl<'de> MapAccess<'de> for Fields {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((first, rest)) = self.0.split_first() else { return Ok(None) };
        self.0 = rest;
        self.1 = Some(first);
        let key: StrDeserializer<'_, Error> = first.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Filler)
    }
}

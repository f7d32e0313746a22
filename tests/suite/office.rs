//! Tests of the room `office`.
use crate::driver::project;

/// The sample offices are what the reports are made of: nothing in them is wrong.
#[test]
fn sample_offices_are_sound() {
    for id in ["thai-binh", "thai-nguyen", "lang-son"] {
        let (office, found) = baocao::office::read(&project(&format!("data/{id}")));
        assert_eq!(found, [], "{id}");
        assert_eq!(office.unwrap().id, id);
    }
}

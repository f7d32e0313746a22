//! Tests of the room `compose`.

mod made;
mod outline;

use baocao::compose;

#[test]
fn shows() {
    let (office, articles, assessment) = made::quarter();
    match compose::compose(&office, &articles, &assessment) {
        Ok(document) => println!("{}", outline::of(&document)),
        Err(wrong) => panic!("{wrong:#?}"),
    }
}

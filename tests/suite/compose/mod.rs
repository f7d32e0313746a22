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

#[test]
fn shows_real() {
    let root = std::env::var("OFFICE").unwrap();
    let period: baocao::period::Period = std::env::var("PERIOD").unwrap().parse().unwrap();
    let (office, wrong) = baocao::office::read(std::path::Path::new(&root));
    let Some(office) = office else { panic!("{wrong:#?}") };
    let (articles, _) = baocao::articles::read_all(&office, Default::default());
    let assessment = baocao::assess::assess(&office, &articles, period).unwrap();
    match compose::compose(&office, &articles, &assessment) {
        Ok(document) => println!("{}", outline::of(&document)),
        Err(wrong) => panic!("{wrong:#?}"),
    }
}

#![allow(clippy::unwrap_used)]

use super::*;

/// Both built-in profiles must read whole, every value used and none missing.
#[test]
fn built_in_profiles_are_complete() {
    for name in Profile::names() {
        let profile = Profile::built_in(name).unwrap();
        assert!((profile.sheet.left - 30.0 * MM).abs() < 1e-9);
        assert_eq!(profile.body.size, 14.0);
    }
}

/// An office's value takes the place of the profile's; its unit may be written.
#[test]
fn overrides_take_effect() {
    let at = Place::at("office.yaml", 3, 5);
    let overrides = BTreeMap::from([
        ("body.size".to_owned(), ("13".to_owned(), at.clone())),
        ("page.left".to_owned(), ("35 mm".to_owned(), at)),
    ]);
    let profile = Profile::with_overrides("dang", &overrides).unwrap();
    assert_eq!(profile.body.size, 13.0);
    assert!((profile.sheet.left - 35.0 * MM).abs() < 1e-9);
}

/// Unknown keys and impossible values are refused all at once, each with its place.
#[test]
fn wrong_overrides_are_errors() {
    let at = |line| Place::at("office.yaml", line, 5);
    let overrides = BTreeMap::from([
        ("body.sise".to_owned(), ("14".to_owned(), at(1))),
        ("body.size".to_owned(), ("140".to_owned(), at(2))),
        ("page.left".to_owned(), ("NaN".to_owned(), at(3))),
        ("title.style".to_owned(), ("fat".to_owned(), at(4))),
    ]);
    let wrong = Profile::with_overrides("dang", &overrides).unwrap_err();
    let en = crate::locale::Locale::En;
    let said: Vec<String> = wrong
        .iter()
        .map(|d| format!("{} {}. {}", d.place.as_ref().unwrap(), en.message(d), en.hint(d).unwrap()))
        .collect();
    assert_eq!(
        said,
        [
            "office.yaml:1:5 The format profile has no value named `body.sise`. Is it `body.size`",
            "office.yaml:2:5 The value `140` of `body.size` cannot be used. Allowed: 13–15 pt",
            "office.yaml:3:5 The value `NaN` of `page.left` cannot be used. Allowed: 15–45 mm",
            "office.yaml:4:5 The value `fat` of `title.style` cannot be used. \
             Allowed: regular | bold | italic | underline",
        ]
    );
}

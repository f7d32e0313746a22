//! Vietnamese alphabetical order: the Unicode collation for `vi` does letters (a ă â b …) and tones
//! (ngang, huyền, hỏi, ngã, sắc, nặng).

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::spelling::{Spelling, spell};

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(&locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).ok()
});

/// Dictionary order; numbers inside go by their value (`Cụm 2` before `Cụm 10`), `uỷ` stands with `ủy`.
///
/// A total order: only equal texts are equal.
pub fn compare(a: &str, b: &str) -> Ordering {
    collate(a, b).then_with(|| a.cmp(b))
}

fn collate(a: &str, b: &str) -> Ordering {
    let (a, b) = (spell(a, Spelling::New), spell(b, Spelling::New));
    COLLATOR.as_ref().map_or_else(|| a.cmp(&b), |collator| collator.compare(&a, &b))
}

/// People by given name (the last word), then family name (the first), then the names between.
pub fn compare_people(a: &str, b: &str) -> Ordering {
    let ((given_a, family_a, middle_a), (given_b, family_b, middle_b)) = (parts(a), parts(b));
    collate(given_a, given_b)
        .then_with(|| collate(family_a, family_b))
        .then_with(|| collate(middle_a, middle_b))
        .then_with(|| a.cmp(b))
}

/// Given, family and middle names.
fn parts(name: &str) -> (&str, &str, &str) {
    let Some((rest, given)) = name.trim().rsplit_once(char::is_whitespace) else {
        return (name.trim(), "", "");
    };
    let rest = rest.trim_end();
    let (family, middle) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    (given, family, middle.trim())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn assert_ordered(words: &[&str], order: fn(&str, &str) -> Ordering) {
        for pair in words.windows(2) {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(order(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
    }

    /// The alphabet of domain.md §6, which differs from the order of code points everywhere.
    #[test]
    fn letters_follow_the_alphabet() {
        let alphabet = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y";
        assert_ordered(&alphabet.split(' ').collect::<Vec<_>>(), compare);
        assert_ordered(&["Cao Bằng", "Cần Thơ", "Da", "Đa", "Đăk", "Hà Nội"], compare);
    }

    /// Tones in the order ngang, huyền, hỏi, ngã, sắc, nặng, after the letters of the whole text.
    #[test]
    fn tones_follow_the_dictionary() {
        assert_ordered(&["ma", "mà", "mả", "mã", "má", "mạ", "man", "mạn", "măn"], compare);
        assert_ordered(&["ư", "ừ", "ử", "ữ", "ứ", "ự"], compare);
    }

    /// Normal form and tone placement are no difference to a reader; numbers go by value.
    #[test]
    fn spelling_and_normal_form_do_not_matter() {
        assert_ordered(&["ủy ban", "uỷ viên", "vắng"], compare);
        assert_ordered(&["uỷ ban", "ủy viên"], compare);
        assert_eq!(collate("Thái Bình", "Tha\u{301}i Bi\u{300}nh"), Ordering::Equal);
        assert_ordered(&["Cụm 2", "Cụm 10"], compare);
    }

    /// The rule for lists of people: given name, family name, middle names.
    #[test]
    fn people_stand_by_given_name() {
        let people = ["Trần Văn An", "Lê Thị Ánh", "Nguyễn Anh", "Đỗ Văn Bình", "Lê An Bình", "Lê Văn Bình"];
        let mut sorted = people;
        sorted.sort_by(|a, b| compare_people(a, b));
        assert_eq!(
            sorted,
            ["Trần Văn An", "Nguyễn Anh", "Lê Thị Ánh", "Đỗ Văn Bình", "Lê An Bình", "Lê Văn Bình"]
        );
    }
}

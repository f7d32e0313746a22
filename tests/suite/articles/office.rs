//! All pages of an office together: reviews, same stories, other provinces.

use baocao::articles::{Article, read_all};
use baocao::diagnostic::Diagnostic;
use baocao::figures::Review;
use baocao::locale::Locale;
use baocao::office::Office;
use baocao::quantity::Value;

use crate::driver::project;

const STORY: &str = "Đảng bộ Khối các cơ quan tỉnh sơ kết quý\n\nThứ 3, 26/09/2023 | 17:40\n\nChiều 26/9, Đảng ủy \
    Khối các cơ quan tỉnh sơ kết công tác quý III với các chi bộ, đảng bộ trực thuộc.\n\nTrong quý, Đảng bộ Khối \
    kết nạp 31 đảng viên, mở 4 lớp bồi dưỡng lý luận chính trị cho đảng viên mới.\n\nThu Thủy\n";

fn office(pages: &[(&str, &str)], reviews: &[(&str, &str)]) -> Office {
    let mut office = Office::default();
    office.issuer.province = "Thái Bình".to_owned();
    for (file, text) in pages {
        office.pages.insert((*file).to_owned(), text.as_bytes().to_vec());
    }
    for (file, text) in reviews {
        office.reviews.insert((*file).to_owned(), (*text).to_owned());
    }
    office
}

fn codes(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|d| d.code).collect()
}

fn figure<'a>(articles: &'a [Article], phrase: &str) -> &'a baocao::figures::Figure {
    let all = articles.iter().flat_map(|a| &a.figures);
    all.into_iter().find(|f| f.phrase.contains(phrase)).unwrap()
}

/// The same story saved from two sites counts once and names both files.
#[test]
fn one_story_in_two_files_is_one_article() {
    let copy = STORY.replace("Thứ 3, 26/09/2023 | 17:40\n\n", "").replace("Thu Thủy", "Theo báo tỉnh");
    let (articles, found) =
        read_all(&office(&[("articles/a.txt", STORY), ("articles/b.txt", &copy)], &[]), Locale::Vi);
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0].also_in, ["articles/b.txt"]);
    assert!(codes(&found).contains(&"article-same-story"), "{found:?}");
}

/// Two different stories stay two, also when both are of the same conference.
#[test]
fn different_stories_stay_apart() {
    let other = "Nâng chất lượng sinh hoạt chi bộ\n\nThứ 4, 27/09/2023 | 08:00\n\nTại hội nghị chiều 26/9, các cấp ủy \
        cơ sở trao đổi cách tổ chức sinh hoạt chuyên đề sát với việc của từng cơ quan.\n\nMinh Nguyệt\n";
    let (articles, _) =
        read_all(&office(&[("articles/a.txt", STORY), ("articles/b.txt", other)], &[]), Locale::Vi);
    assert_eq!(articles.len(), 2);
}

/// Figures of another province must never get into this office's report.
#[test]
fn stories_of_another_province_are_left_out_with_a_finding() {
    let other = STORY.replace("Khối các cơ quan tỉnh", "Khối các cơ quan tỉnh Hà Tĩnh");
    let own = STORY.replace("Khối các cơ quan tỉnh", "Khối các cơ quan tỉnh Thái Bình");
    let (articles, found) = read_all(&office(&[("articles/a.txt", &other)], &[]), Locale::Vi);
    assert!(articles.is_empty());
    let finding = found.iter().find(|d| d.code == "article-other-province").unwrap();
    assert_eq!(finding.args[0], ("province", "Hà Tĩnh".to_owned()));
    assert_eq!(read_all(&office(&[("articles/a.txt", &own)], &[]), Locale::Vi).0.len(), 1);
}

/// Where no sentence names a province, the newspaper around the story tells it; a page that names this province anywhere stays.
#[test]
fn the_printer_tells_the_province_of_a_story() {
    let lines = ["Báo Hà Tĩnh điện tử", "baohatinh.vn", "Đảng bộ tỉnh Hà Tĩnh"];
    for line in lines {
        let page = format!("{line}\n\n{STORY}");
        let (articles, found) = read_all(&office(&[("articles/a.txt", &page)], &[]), Locale::Vi);
        assert!(articles.is_empty(), "{line}");
        assert!(found.iter().any(|d| d.code == "article-other-province"), "{line}");
    }
    for line in
        ["Báo Thái Bình | Báo Hà Tĩnh", "Báo Hà Tĩnh | Báo Nghệ An", "Thông báo Hà Tĩnh", "baothaibinh.vn"]
    {
        let page = format!("{line}\n\n{STORY}");
        assert_eq!(read_all(&office(&[("articles/a.txt", &page)], &[]), Locale::Vi).0.len(), 1, "{line}");
    }
}

/// One's own city is an owner as a province is; another that is visited is none.
#[test]
fn a_city_is_of_its_own_office() {
    let own =
        STORY.replace("Khối các cơ quan tỉnh", "Khối các cơ quan thành phố Thái Bình, từ tỉnh Hà Tĩnh cũ");
    let visited = STORY.replace("Khối các cơ quan tỉnh", "Khối các cơ quan tỉnh ở thành phố Cần Thơ");
    for page in [own, visited] {
        assert_eq!(read_all(&office(&[("articles/a.txt", &page)], &[]), Locale::Vi).0.len(), 1, "{page}");
    }
}

/// The three decisions do what they say, and the correction keeps what the page had.
#[test]
fn decisions_of_a_review_are_applied() {
    let review = "figures:\n  - phrase: kết nạp 31 đảng viên\n    decision: correct\n    corrected: 30\n    reason: \
        một đồng chí chuyển sang quý sau\n";
    let (before, _) = read_all(&office(&[("articles/a.txt", STORY)], &[]), Locale::Vi);
    let phrase = figure(&before, "31 đảng viên").phrase.clone();
    let review = review.replace("kết nạp 31 đảng viên", &phrase);
    let files = [("articles/a.txt", STORY)];
    let (articles, found) = read_all(&office(&files, &[("articles/a.review.yaml", &review)]), Locale::Vi);
    assert_eq!(codes(&found), [] as [&str; 0]);
    let corrected = figure(&articles, "31 đảng viên");
    assert_eq!(corrected.value, Value::Number(30.0));
    let reason = "một đồng chí chuyển sang quý sau".to_owned();
    assert_eq!(corrected.review, Review::Corrected { original: Value::Number(31.0), reason });
    assert_eq!(figure(&articles, "4 lớp").review, Review::Pending);
}

/// Reviews that cannot be used say where and why; nothing is decided by them.
#[test]
fn broken_reviews_are_errors_with_their_place() {
    let cases = [
        ("figures:\n  - phrase: a\n    decision: maybe\n", "review-unreadable"),
        ("figures:\n  - phrase: a\n    decision: accept\n    colour: red\n", "review-unreadable"),
        ("figures:\n  - phrase: a\n    decision: correct\n", "review-correction"),
        ("encoding: latin-9\nfigures: []\n", "review-encoding"),
    ];
    for (text, code) in cases {
        let office = office(&[("articles/a.txt", STORY)], &[("articles/a.review.yaml", text)]);
        let (_, found) = read_all(&office, Locale::Vi);
        let wrong = found.iter().find(|d| d.code == code).unwrap_or_else(|| panic!("{code}: {found:?}"));
        assert!(wrong.is_error());
        assert_eq!(wrong.place.as_ref().unwrap().file, "articles/a.review.yaml");
    }
}

/// A review whose page is gone is told.
#[test]
fn reviews_without_page_are_findings() {
    let office = office(&[], &[("articles/a.review.yaml", "figures: []\n")]);
    assert_eq!(codes(&read_all(&office, Locale::Vi).1), ["review-without-page"]);
}

/// The samples' own pages read without a doubt, and their reviews fit them.
#[test]
fn sample_pages_read_without_findings() {
    for name in ["thai-binh", "thai-nguyen", "lang-son"] {
        let (office, found) = baocao::office::read(&project(&format!("data/{name}")));
        let office = office.unwrap_or_else(|| panic!("{found:?}"));
        let (articles, found) = read_all(&office, Locale::Vi);
        assert_eq!(articles.len(), office.pages.len(), "{name}");
        let ours = |d: &&Diagnostic| d.code.starts_with("article") || d.code.starts_with("review");
        let of_pages: Vec<_> = found.iter().filter(ours).collect();
        assert!(of_pages.is_empty(), "{name}: {of_pages:?}");
        for article in &articles {
            assert!(article.title.is_some() && article.author.is_some(), "{}", article.file);
            assert!(article.published.is_some() || article.event.is_some(), "{}", article.file);
        }
    }
}

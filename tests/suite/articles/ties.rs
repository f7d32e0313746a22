//! Figures tied to the targets of the sample offices.

use std::collections::BTreeMap;
use std::path::PathBuf;

use baocao::articles::{Context, read_page};
use baocao::locale::Locale;
use baocao::office::Office;
use unicode_normalization::UnicodeNormalization;

use crate::driver::{project, sample_office};

/// What a careful reader ties, in the order of the figures; `-` where a figure is no statement of a target.
const TIES: &[(&str, &str, &str)] = &[
    (
        "thai-binh",
        "Từ đầu năm, Đảng bộ Khối đã kết nạp 134 đảng viên, phát thẻ cho 40 đảng viên.",
        "ket-nap -",
    ),
    ("thai-binh", "Từ đầu năm, 134 đảng viên mới đã được Đảng bộ Khối kết nạp.", "ket-nap"),
    ("thai-binh", "Năm qua, toàn Khối kết nạp được 142/140 đảng viên.", "ket-nap -"),
    ("thai-binh", "Trong quý, đã kết nạp 12 đảng viên là học sinh.", "-"),
    ("thai-binh", "Trong quý, đã kết nạp 12 đảng viên thuộc doanh nghiệp tư nhân.", "-"),
    ("thai-binh", "Trong quý, đã kết nạp 12 đảng viên trong các đơn vị sự nghiệp.", "-"),
    ("thai-binh", "Trong quý, đã kết nạp 31 đảng viên trong toàn Đảng bộ Khối.", "ket-nap"),
    ("thai-binh", "Trong quý, đã kiểm tra 63 đảng viên, kỷ luật 5 đảng viên.", "- -"),
    (
        "thai-binh",
        "Năm nay đã mở 4 lớp bồi dưỡng lý luận chính trị cho 235 quần chúng và 63 đảng viên mới.",
        "- - -",
    ),
    ("thai-binh", "Trong quý, đã mở 3 lớp bồi dưỡng nghiệp vụ công tác đảng.", "lop-boi-duong"),
    ("thai-binh", "Năm 2022, 92% tổ chức cơ sở đảng đạt trong sạch vững mạnh.", "tccsd-trong-sach"),
    ("thai-binh", "Năm 2022, 92% TCCSĐ đạt TSVM.", "tccsd-trong-sach"),
    ("thai-binh", "Năm 2022, 92% tổ chức cơ sở đảng khối doanh nghiệp đạt trong sạch, vững mạnh.", "-"),
    ("thai-binh", "Đến nay 86% tổ chức cơ sở đảng đã có mô hình học tập và làm theo Bác.", "mo-hinh"),
    (
        "thai-binh",
        "Đến nay 86% TCCSĐ đã có mô hình học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "mo-hinh",
    ),
    ("thai-binh", "Đến nay 92% đảng viên đã dùng Sổ tay đảng viên điện tử.", "so-tay-dien-tu"),
    ("thai-binh", "Đến nay 92% đảng viên trường học đã sử dụng Sổ tay đảng viên điện tử.", "-"),
    ("thai-binh", "Trong quý, 98% đảng viên đã học tập nghị quyết.", "-"),
    ("thai-binh", "Năm 2022, 100% cơ quan, đơn vị hoàn thành nhiệm vụ chính trị.", "co-quan-hoan-thanh"),
    ("thai-binh", "Năm 2022, 20% cơ quan, đơn vị hoàn thành xuất sắc nhiệm vụ.", "-"),
    ("thai-binh", "Trong 5 năm 1976 - 1980, Đảng bộ Khối đã kết nạp 136 đảng viên.", "-"),
    ("thai-binh", "Từ năm 2006 đến năm 2010, Đảng bộ Khối đã kết nạp 136 đảng viên.", "-"),
    ("thai-binh", "Nghị quyết phấn đấu mỗi năm kết nạp từ 150 đảng viên trở lên.", "ket-nap"),
    ("thai-binh", "Nghị quyết đề ra cả nhiệm kỳ kết nạp từ 900 đến 1.000 đảng viên.", "-"),
    ("lang-son", "Năm 2022, 88% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên.", "tccsd-hoan-thanh-tot"),
    ("lang-son", "Năm 2022, 88% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ.", "tccsd-hoan-thanh-tot"),
    (
        "lang-son",
        "Năm 2022, 20% tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ; 70% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ.",
        "- -",
    ),
    ("lang-son", "Đến nay, 97% đảng viên đã tham gia học tập, quán triệt nghị quyết.", "hoc-nghi-quyet"),
    ("thai-nguyen", "Năm 2022, 96% đảng viên hoàn thành tốt nhiệm vụ trở lên.", "dang-vien"),
    ("thai-nguyen", "Năm 2022, 92% chi bộ, đảng bộ hoàn thành tốt nhiệm vụ trở lên.", "chi-bo-dang-bo"),
    ("thai-nguyen", "Năm 2022, 92% cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa.", "chuan-van-hoa"),
    (
        "thai-nguyen",
        "Mục tiêu nhiệm kỳ là: Đảng bộ Khối và 90% trở lên các chi bộ, đảng bộ hoàn thành tốt nhiệm vụ.",
        "dang-bo-khoi chi-bo-dang-bo",
    ),
    (
        "thai-nguyen",
        "Phấn đấu kết nạp từ 3% trở lên so với số đảng viên của toàn Đảng bộ Khối lúc đầu nhiệm kỳ.",
        "ket-nap",
    ),
    (
        "thai-nguyen",
        "Phấn đấu hoàn thành tốt nhiệm vụ chính trị đạt từ 95% cơ quan, đơn vị trở lên.",
        "co-quan-hoan-thanh-tot",
    ),
    (
        "thai-nguyen",
        "Phấn đấu số cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa từ 90% trở lên.",
        "chuan-van-hoa",
    ),
    ("thai-nguyen", "Trong quý, đã kết nạp 71/150 đảng viên.", "-"),
];

/// What the figures of a page are tied to, in their order.
fn ties(office: &Office, title: &str, text: &str) -> String {
    let page = format!("{title}\n\nCập nhật: 20/12/2022\n\n{text}\n\nThu Thủy\n");
    let context = Context { office: Some(office), ..Context::default() };
    let article = read_page("page.txt", page.as_bytes(), &context).unwrap();
    let ties: Vec<&str> = article.figures.iter().map(|f| f.target.as_deref().unwrap_or("-")).collect();
    ties.join(" ")
}

/// Wording, unit and scope must agree: a figure of a part, another rating or another class of people is no statement of
/// the target; other wordings of the same are.
#[test]
fn figures_are_tied_as_a_reader_would() {
    let mut wrong = Vec::new();
    let mut offices: BTreeMap<&str, Office> = BTreeMap::new();
    for (name, sentence, expected) in TIES {
        let office = offices.entry(name).or_insert_with(|| sample_office(name));
        let ties = ties(office, "Đảng bộ Khối tổng kết công tác", sentence);
        if ties != *expected {
            wrong.push(format!("{sentence}\n    {ties} instead of {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Headline and paragraph of pages that tell of a body other than the bloc, and what is tied there.
const BODIES: &[(&str, &str, &str)] = &[
    ("Đảng bộ Khối tổng kết công tác", "Năm 2022, toàn Đảng bộ kết nạp 31 đảng viên.", "ket-nap"),
    ("Đảng bộ Bệnh viện Nhi tổng kết công tác", "Năm 2022, toàn Đảng bộ kết nạp 31 đảng viên.", "-"),
    ("Kết nạp đảng viên ở cơ sở", "Năm 2022, Đảng bộ huyện đã kết nạp 31 đảng viên.", "-"),
    ("31 đảng viên mới", "Năm 2022, các tổ chức đảng ở huyện Vũ Thư đã kết nạp 31 đảng viên.", "-"),
    ("31 đảng viên mới", "Chi bộ Trường Nguyễn Du họp. Năm 2022 đã kết nạp 31 đảng viên.", "-"),
    ("31 đảng viên mới", "Đảng ủy Khối họp ở phường Kỳ Bá. Năm 2022 đã kết nạp 31 đảng viên.", "ket-nap"),
    ("31 đảng viên mới", "Năm 2022 đã kết nạp 31 đảng viên.", "-"),
    ("31 đảng viên mới", "Đảng ủy Khối Doanh nghiệp họp. Năm 2022 đã kết nạp 31 đảng viên.", "-"),
    ("31 đảng viên mới", "Đảng ủy Khối Doanh nghiệp họp. Năm 2022, Đảng bộ Khối kết nạp 31 đảng viên.", "-"),
    ("Đảng bộ Khối Doanh nghiệp tổng kết", "Năm 2022, Đảng bộ Khối kết nạp 31 đảng viên.", "-"),
    (
        "Đảng bộ Khối Doanh nghiệp và Đảng bộ Khối các cơ quan ký kết",
        "Năm 2022, Đảng bộ Khối các cơ quan đã kết nạp 31 đảng viên.",
        "ket-nap",
    ),
    ("Đảng bộ Khối tổng kết", "Hơn Đảng bộ Khối Doanh nghiệp, Đảng bộ Khối kết nạp 31 đảng viên.", "ket-nap"),
    ("31 đảng viên mới", "Đảng bộ khối cơ quan huyện họp. Năm 2022 đã kết nạp 31 đảng viên.", "-"),
    (
        "31 đảng viên mới",
        "Đại hội Đảng bộ Bệnh viện Nhi, do Đảng ủy Khối chọn làm điểm, đã xong. 5 năm qua kết nạp 31 đảng viên.",
        "-",
    ),
    ("Đảng bộ tỉnh Hà Tĩnh có 31 đảng viên mới", "Năm 2022, Đảng bộ Khối kết nạp 31 đảng viên.", "-"),
];

/// What is said of another body, or in another province, is never counted for the bloc.
#[test]
fn figures_of_other_bodies_are_not_tied() {
    let office = sample_office("thai-binh");
    for (title, text, expected) in BODIES {
        assert_eq!(ties(&office, title, text), *expected, "{title}: {text}");
    }
}

/// The province that a page is named after, if its name begins with one: `khanhhoa-chitieu.txt`.
fn province_of(page: &str) -> Option<&'static str> {
    let letters = |name: &str| {
        name.to_lowercase().replace('đ', "d").nfd().filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    let first = page.split('-').next()?;
    let mut provinces = include_str!("../../../src/articles/provinces.txt").lines();
    provinces.find(|province| letters(province) == first)
}

/// Every tie and finding that whole pages give an office of their own province: what a clerk would see, read by eye. All offices
/// have the targets of one, so most aims of a page fit none of them or contradict one.
#[test]
fn pages_are_tied_to_an_office_of_their_province() {
    let mut office = sample_office("lang-son");
    let folder = project("tests/figures/pages");
    let mut pages: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut told = String::new();
    for page in pages {
        let name = page.file_name().unwrap().to_str().unwrap();
        let Some(province) = name.strip_suffix(".txt").and_then(province_of) else { continue };
        office.issuer.province = province.to_owned();
        office.issuer.parent = format!("Đảng bộ tỉnh {province}");
        let context = Context { office: Some(&office), ..Context::default() };
        let article = read_page(name, &std::fs::read(&page).unwrap(), &context).unwrap();
        for figure in &article.figures {
            if let Some(target) = &figure.target {
                told += &format!("{name}: {target} {}\n", figure.phrase);
            }
        }
        for finding in article.findings.iter().filter(|f| f.code.starts_with("figure")) {
            told += &format!("{name}: {} {}\n", finding.code, Locale::Vi.message(finding));
        }
    }
    insta::assert_snapshot!(told);
}

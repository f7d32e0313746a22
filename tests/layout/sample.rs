use std::sync::Arc;

use baocao::document::*;
use baocao::period::Period;
use baocao::quantity::{Quantity, Source};
use baocao::vietnamese::tie;

fn p(text: &str) -> Block {
    Block::Paragraph { kind: ParagraphKind::Body, runs: vec![Run::plain(tie(text))] }
}

fn heading(level: u8, number: &str, title: &str) -> Block {
    Block::Heading {
        level,
        number: number.into(),
        title: vec![Run::plain(tie(title))],
        anchor: format!("h-{number}-{title}"),
    }
}

fn part(number: &str, title: &str) -> Block {
    Block::Part { number: number.into(), title: vec![Run::plain(tie(title))], anchor: format!("p-{number}") }
}

fn cell(text: &str) -> Cell {
    Cell::new(vec![Run::plain(tie(text))])
}

fn row(cells: &[&str]) -> Row {
    Row { cells: cells.iter().map(|c| cell(c)).collect(), anchor: None }
}

fn caption(label: &str, text: &str) -> Vec<Run> {
    vec![Run::bold(tie(label)), Run::plain(tie(&format!(" {text}")))]
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        parent: "ĐẢNG BỘ TỈNH THÁI BÌNH".into(),
        issuer: "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH".into(),
        symbol: "BC/ĐUK".into(),
        place: "Thái Bình".into(),
        month: 9,
        year: 2023,
        type_name: "BÁO CÁO".into(),
        subject: vec![
            tie("kết quả công tác xây dựng Đảng quý III/2023;"),
            tie("phương hướng, nhiệm vụ quý IV/2023"),
        ],
        ..Letterhead::default()
    }
}

pub fn target_table() -> Table {
    let mut rows = vec![
        row(&[
            "1",
            "Cơ quan, đơn vị hoàn thành nhiệm vụ chính trị",
            "100%",
            "–",
            "–",
            "98,3% (2022)",
            "chưa đến kỳ đánh giá",
        ]),
        row(&[
            "2",
            "Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên",
            "90%",
            "–",
            "–",
            "91,4% (2022)",
            "chưa đến kỳ đánh giá",
        ]),
        row(&["3", "Kết nạp đảng viên mới (người/năm)", "176", "45", "47", "128", "chậm tiến độ"]),
        row(&[
            "4",
            "Đảng viên được học tập, quán triệt nghị quyết",
            "từ 95% trở lên",
            "95,5%",
            "97,3%",
            "96,1%",
            "vượt",
        ]),
        row(&[
            "5",
            "Tổ chức cơ sở đảng có mô hình học tập và làm theo Bác",
            "khoảng 50%",
            "27",
            "2",
            "29/58 (50,0%)",
            "đúng tiến độ",
        ]),
        row(&["6", "Lớp bồi dưỡng trong nhiệm kỳ", "50", "3", "3", "33", "đúng tiến độ"]),
    ];
    rows[2].cells[5].content[0][0].figure = Some(FigureId(0));
    Table {
        anchor: "bang-1".into(),
        caption: caption("Bảng 1.", "Các chỉ tiêu nhiệm kỳ 2020 - 2025 đến hết quý III/2023"),
        columns: vec![
            Align::Centre,
            Align::Left,
            Align::Centre,
            Align::Decimal,
            Align::Decimal,
            Align::Decimal,
            Align::Centre,
        ],
        header: vec![row(&[
            "TT",
            "Chỉ tiêu",
            "Nghị quyết",
            "Quý II/2023",
            "Quý III/2023",
            "Lũy kế",
            "Đánh giá",
        ])],
        body: rows,
        note: vec![Run::plain("Dấu – là chưa có số liệu hoặc chưa đến kỳ đánh giá.")],
    }
}

pub fn chart() -> Chart {
    let bar = |label: &str, share: f64, pace: Option<f64>, text: &str| BulletBar {
        label: label.into(),
        share: Some(share),
        pace,
        text: vec![Run::plain(text)],
    };
    Chart {
        anchor: "hinh-1".into(),
        caption: caption("Hình 1.", "Kết quả so với chỉ tiêu nghị quyết và tiến độ thời gian"),
        alt: "Biểu đồ thanh: kết nạp đảng viên mới đạt 72,7% chỉ tiêu năm.".into(),
        data: ChartData::Bullet(vec![
            bar("Kết nạp đảng viên mới (năm)", 0.727, Some(0.75), "128/176 · 72,7%"),
            bar("Học tập, quán triệt nghị quyết", 1.01, None, "96,1% / 95%"),
            bar("Mô hình học tập và làm theo Bác", 1.0, Some(0.6), "50,0% / 50%"),
            bar("Lớp bồi dưỡng (nhiệm kỳ)", 0.66, Some(0.6), "33/50 · 66,0%"),
        ]),
        note: Vec::new(),
    }
}

pub fn figure() -> ReportFigure {
    let place = baocao::diagnostic::Place::at("results/2023-Q3.yaml", 3, 5);
    let _ = Period::Quarter(2023, 3);
    ReportFigure {
        text: "128".into(),
        quantity: Quantity::number(128.0, "đảng viên", Arc::new(Source::Place(place))),
    }
}

fn with_note(text: &str, id: u32) -> Block {
    let mark = Run {
        text: (id + 1).to_string(),
        style: TextStyle { superscript: true, ..TextStyle::default() },
        footnote: Some(FootnoteId(id)),
        ..Run::default()
    };
    Block::Paragraph { kind: ParagraphKind::Body, runs: vec![Run::plain(tie(text)), mark] }
}

fn item(label: &str, text: &str, children: Vec<ListItem>) -> ListItem {
    ListItem { label: label.into(), runs: vec![Run::plain(tie(text))], children }
}

pub fn closing() -> Closing {
    Closing {
        authority: "T/M BAN THƯỜNG VỤ".into(),
        position: "PHÓ BÍ THƯ".into(),
        name: Some("Trần Thị Minh".into()),
        recipients: [
            "Ban Thường vụ Tỉnh ủy (để báo cáo)",
            "Các ban Đảng Tỉnh ủy, Văn phòng Tỉnh ủy",
            "Ban Chấp hành Đảng bộ Khối",
            "Các tổ chức cơ sở đảng trực thuộc",
            "Lưu Văn phòng Đảng ủy Khối",
        ]
        .map(str::to_owned)
        .to_vec(),
    }
}

pub fn quarterly() -> Document {
    let blocks = vec![
        p(
            "Thực hiện chương trình công tác năm 2023, Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh báo cáo kết quả công tác xây dựng Đảng quý III/2023 và phương hướng, nhiệm vụ quý IV/2023 như sau:",
        ),
        part("Phần thứ nhất", "KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG QUÝ III/2023"),
        heading(2, "I-", "ĐẶC ĐIỂM, TÌNH HÌNH"),
        with_note(
            "Đến ngày 30/9/2023, Đảng bộ Khối có 58 tổ chức cơ sở đảng, gồm 41 đảng bộ và 17 chi bộ cơ sở, với 5.874 đảng viên, sinh hoạt theo 4 cụm. Cụm văn hóa, xã hội và giáo dục có 17 tổ chức cơ sở đảng, gồm 14 đảng bộ và 3 chi bộ cơ sở, với gần 2.000 đảng viên.",
            0,
        ),
        heading(2, "II-", "LÃNH ĐẠO THỰC HIỆN NHIỆM VỤ CHÍNH TRỊ"),
        p(
            "Các cấp ủy đã chủ động phối hợp với thủ trưởng cơ quan, đơn vị lãnh đạo cán bộ, đảng viên thực hiện nhiệm vụ chính trị được giao. Trong 58 tổ chức cơ sở đảng, 55 tổ chức đã gửi số liệu quý III, đạt 94,8%; 3 tổ chức chưa gửi được nêu tại Phụ lục 2.",
        ),
        heading(2, "III-", "CÔNG TÁC XÂY DỰNG ĐẢNG"),
        heading(3, "1.", "Công tác chính trị, tư tưởng, đạo đức"),
        p(
            "Tổ chức 2 hội nghị học tập, quán triệt nghị quyết, chỉ thị với 1.246 lượt đảng viên tham dự, đạt 97,3% số đảng viên được triệu tập, tăng 1,8 điểm phần trăm so với quý II. Ngày 26/9/2023, Ban Thường vụ Đảng ủy Khối giao ban quý III với cụm văn hóa, xã hội và giáo dục.",
        ),
        heading(3, "2.", "Công tác tổ chức, cán bộ, đảng viên và bảo vệ chính trị nội bộ"),
        p(
            "Kết nạp 47 đảng viên mới; lũy kế 9 tháng kết nạp 128 đảng viên, bằng 72,7% chỉ tiêu năm (176 đảng viên), chậm 2,3 điểm phần trăm so với tiến độ. Mở 3 lớp bồi dưỡng với 214 học viên. Xét, đề nghị tặng Huy hiệu Đảng cho 62 đảng viên.",
        ),
        heading(3, "3.", "Công tác kiểm tra, giám sát và kỷ luật đảng"),
        p(
            "Kiểm tra 12 tổ chức đảng, giám sát chuyên đề 9 tổ chức đảng theo kế hoạch; không phát sinh kỷ luật tổ chức đảng.",
        ),
        Block::List(vec![
            item(
                "-",
                "Ủy ban Kiểm tra Đảng ủy Khối kiểm tra việc thu, nộp và sử dụng đảng phí tại 5 tổ chức cơ sở đảng; các đơn vị thực hiện đúng quy định.",
                vec![item("+", "Kiến nghị 2 tổ chức bổ sung hồ sơ trong tháng 10.", vec![])],
            ),
            item(
                "-",
                "Các chi bộ tự kiểm tra việc chấp hành chế độ sinh hoạt đảng, nhất là nền nếp sinh hoạt chuyên đề mỗi quý một lần theo hướng dẫn.",
                vec![],
            ),
        ]),
        heading(2, "IV-", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NHIỆM KỲ 2020 - 2025"),
        p(
            "Trong 6 chỉ tiêu, 2 chỉ tiêu đúng tiến độ, 1 chỉ tiêu vượt, 1 chỉ tiêu chậm tiến độ và 2 chỉ tiêu chưa đến kỳ đánh giá (Bảng 1, Hình 1).",
        ),
        Block::Table(target_table()),
        Block::Chart(chart()),
        p(
            "Chỉ tiêu kết nạp đảng viên mới cần đạt thêm 48 đảng viên trong quý IV, gấp 1,02 lần mức quý III; dự kiến cả năm đạt 171 đảng viên (từ 164 đến 178), bằng 97,2% chỉ tiêu.",
        ),
        heading(2, "V-", "ĐÁNH GIÁ CHUNG"),
        Block::Paragraph {
            kind: ParagraphKind::Body,
            runs: vec![
                Run::bold("1. Ưu điểm:"),
                Run::plain(tie(
                    " các cấp ủy bám sát nghị quyết của Tỉnh ủy và của Đảng ủy Khối; 4 trong 4 chỉ tiêu đã đến kỳ theo dõi có kết quả cao hơn quý II hoặc đạt mức nghị quyết.",
                )),
            ],
        },
        Block::Paragraph {
            kind: ParagraphKind::Body,
            runs: vec![
                Run::bold("2. Hạn chế:"),
                Run::plain(tie(
                    " kết nạp đảng viên chậm so với tiến độ, tập trung ở 11 tổ chức cơ sở đảng chưa kết nạp trong năm; 3 tổ chức gửi số liệu chậm.",
                )),
            ],
        },
        part("Phần thứ hai", "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV/2023"),
        p(
            "1. Tiếp tục làm tốt công tác chính trị, tư tưởng; nắm chắc tình hình tư tưởng trong cán bộ, đảng viên; thực hiện Nghị quyết số 35 của Bộ Chính trị khóa XII.",
        ),
        p("2. Nâng cao chất lượng sinh hoạt chi bộ, sinh hoạt chuyên đề."),
        p(
            "3. Rà soát từng mục tiêu, chỉ tiêu năm 2023; tập trung kết nạp 48 đảng viên còn thiếu so với chỉ tiêu năm. Xem thêm tại https://khoicoquan.thaibinh.gov.vn/tin-tuc/xay-dung-dang/ket-qua-quy-iii-2023.html của cổng thông tin.",
        ),
        p("4. Chuẩn bị đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm 2023 theo quy định."),
    ];
    let wide = Table {
        caption: caption("Bảng 2.", "Kết quả theo tổ chức cơ sở đảng"),
        columns: vec![
            Align::Centre,
            Align::Left,
            Align::Decimal,
            Align::Decimal,
            Align::Decimal,
            Align::Decimal,
            Align::Left,
        ],
        header: vec![
            Row {
                cells: vec![
                    Cell { rowspan: 2, ..cell("TT") },
                    Cell { rowspan: 2, ..cell("Tổ chức") },
                    Cell { rowspan: 2, ..cell("Đảng viên") },
                    Cell { colspan: 3, ..cell("Kết nạp") },
                    Cell { rowspan: 2, ..cell("Ghi chú") },
                ],
                anchor: None,
            },
            row(&["Quý I", "Quý II", "Quý III"]),
        ],
        body: (1..=40)
            .map(|i| {
                row(&[
                    &i.to_string(),
                    &format!("Đảng bộ cơ sở số {i} thuộc cụm kinh tế"),
                    &(60 + i * 7).to_string(),
                    &format!("{},{}", i % 4, i % 10),
                    "2",
                    if i % 3 == 0 { "–" } else { "1,25" },
                    "",
                ])
            })
            .collect(),
        ..Table::default()
    };
    Document {
        meta: Metadata { title: "Báo cáo quý III/2023".into(), ..Metadata::default() },
        letterhead: letterhead(),
        blocks,
        closing: closing(),
        appendices: vec![
            Appendix {
                number: "Phụ lục 1".into(),
                title: vec![Run::plain("KẾT QUẢ THEO TỔ CHỨC CƠ SỞ ĐẢNG")],
                anchor: "pl-1".into(),
                landscape: false,
                blocks: vec![Block::Table(wide.clone())],
            },
            Appendix {
                number: "Phụ lục 2".into(),
                title: vec![Run::plain("BẢNG NGANG")],
                anchor: "pl-2".into(),
                landscape: true,
                blocks: vec![Block::Table(wide)],
            },
        ],
        footnotes: vec![vec![Run::plain(tie(
            "Hội nghị giao ban cụm, ngày 26/9/2023; số đảng viên theo phát biểu tại hội nghị, chưa đối chiếu với danh sách của các tổ chức cơ sở đảng trong cụm.",
        ))]],
        figures: vec![figure()],
        contents: false,
    }
}

/// A small report with a table of so many rows behind so many paragraphs.
pub fn with_rows(rows: usize, paragraphs: usize) -> Document {
    let text = "Các cấp ủy tiếp tục đổi mới phương thức lãnh đạo, giữ nền nếp sinh hoạt chi bộ và kịp thời nắm tình hình tư tưởng của đảng viên trong quý.";
    let mut blocks = vec![part("Phần thứ nhất", "KẾT QUẢ")];
    for i in 0..paragraphs {
        blocks.push(heading(2, &format!("{}-", i + 1), "NỘI DUNG"));
        blocks.push(p(text));
    }
    blocks.push(Block::Table(Table {
        anchor: "bang-1".into(),
        caption: caption("Bảng 1.", "Kết quả theo tổ chức cơ sở đảng"),
        columns: vec![Align::Centre, Align::Left, Align::Decimal, Align::Left],
        header: vec![row(&["TT", "Tổ chức", "Kết quả", "Ghi chú"])],
        body: (1..=rows)
            .map(|i| row(&[&i.to_string(), if i % 5 == 0 { "Đảng bộ cơ sở có tên dài đến mức phải viết thành hai dòng trong cột này của bảng kết quả" } else { "Chi bộ cơ sở" }, &format!("{},{}%", i % 100, i % 10), if i % 3 == 0 { "chưa gửi số liệu của quý này, cần đôn đốc" } else { "" }]))
            .collect(),
        note: vec![Run::plain("Số liệu minh họa.")],
    }));
    blocks.push(p(text));
    Document {
        meta: Metadata::default(),
        letterhead: letterhead(),
        blocks,
        closing: closing(),
        appendices: Vec::new(),
        footnotes: Vec::new(),
        figures: Vec::new(),
        contents: false,
    }
}

/// A longer report with a table of contents.
pub fn term() -> Document {
    let mut document = quarterly();
    document.contents = true;
    document.letterhead.number = Some(5);
    document.letterhead.day = Some(5);
    document.letterhead.month = 2;
    document.letterhead.draft = Some("Dự thảo lần 2".into());
    document.letterhead.urgency = Some("Hỏa tốc".into());
    document.closing.name = None;
    let mut again = document.blocks[2..].to_vec();
    for block in &mut again {
        if let Block::Heading { anchor, .. } | Block::Part { anchor, .. } = block {
            anchor.push_str("-2");
        }
    }
    document.blocks.extend(again);
    document
}

/// A report whose appendix of sources has so many entries.
pub fn with_entries(entries: usize) -> Document {
    let mut document = with_rows(3, 2);
    let blocks = (1..=entries)
        .flat_map(|i| {
            let title = format!("Đảng bộ cơ sở số {i} tổ chức hội nghị học tập, quán triệt nghị quyết");
            let quote = format!("Báo của tỉnh, ngày {:02}/9/2023: hội nghị có {} đảng viên tham dự, đạt {},{}% số đảng viên được triệu tập; các đại biểu thảo luận, thống nhất {} nội dung đưa vào chương trình công tác quý IV của đảng bộ.", i % 28 + 1, 40 + i % 300, 90 + i % 10, i % 10, i % 7 + 2);
            [heading(2, &format!("{i}."), &title), p(&quote)]
        })
        .collect();
    let title = vec![Run::plain("NGUỒN SỐ LIỆU")];
    document.appendices =
        vec![Appendix {
            number: "Phụ lục 3".into(), title, anchor: "pl-3".into(), landscape: false, blocks
        }];
    document
}

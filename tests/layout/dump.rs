use baocao::layout::Pages;
use baocao::layout::page::{Item, Segment};

pub fn drawing(pages: &Pages) -> String {
    let mut out = String::new();
    for page in &pages.pages {
        out += &format!("PAGE {} {}\n", page.width, page.height);
        for item in &page.items {
            match item {
                Item::Text(t) => {
                    let adv: Vec<String> =
                        t.glyphs.iter().map(|g| format!("{}:{}", g.advance, g.len)).collect();
                    out += &format!(
                        "T {} {} {} {} {}\t{}\t{}\n",
                        t.x,
                        t.y,
                        t.size,
                        t.face.name(),
                        t.grey,
                        adv.join(","),
                        t.text
                    );
                }
                Item::Path(p) => {
                    let segs: Vec<String> = p
                        .segments
                        .iter()
                        .map(|s| match s {
                            Segment::Move(x, y) => format!("M{x},{y}"),
                            Segment::Line(x, y) => format!("L{x},{y}"),
                            Segment::Close => "Z".to_owned(),
                        })
                        .collect();
                    out += &format!(
                        "P {:?} {:?}\t{}\n",
                        p.fill,
                        p.stroke.map(|s| (s.width, s.grey)),
                        segs.join(" ")
                    );
                }
                Item::Touch(_) => {}
            }
        }
    }
    out
}

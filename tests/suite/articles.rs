//! Tests of the room `articles`.

use baocao::articles::{Context, read_page};

use crate::driver;

#[test]
#[ignore]
fn dump() {
    let dir = std::env::var("PAGES").unwrap_or("../shared/pages".into());
    let mut files: Vec<_> =
        std::fs::read_dir(driver::project(&dir)).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for path in files.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(path).unwrap();
        println!("=== {name}");
        match read_page(&name, &bytes, &Context::default()) {
            Err(e) => println!("{e:?}"),
            Ok(a) => {
                println!("title: {:?}\nauthor: {:?}  mark: {:?}", a.title, a.author, a.source_mark);
                println!("published: {:?}\nevent: {:?}", a.published, a.event);
                for f in &a.furniture {
                    println!("  - [{}] {}", f.reason, f.text.chars().take(100).collect::<String>());
                }
                for p in &a.body {
                    println!("  P {}", p.text.chars().take(110).collect::<String>());
                }
                for f in &a.figures {
                    println!(
                        "  # {:?} {:?} {:?} {} «{}» {:?}",
                        f.kind, f.comparator, f.value, f.unit, f.phrase, f.section
                    );
                }
                for f in &a.findings {
                    println!("  ! {:?}", f);
                }
            }
        }
    }
}

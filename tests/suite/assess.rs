//! Tests of the room `assess`.

#[path = "../assess/builder.rs"]
mod builder;
#[path = "../assess/table.rs"]
mod table;

use crate::driver::project;

/// The hand-calculated table holds, case for case.
#[test]
fn standings_are_those_worked_out_by_hand() {
    let path = project("tests/assess/standings.txt");
    let expected = std::fs::read_to_string(&path).unwrap();
    let actual = table::run(&expected);
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(&path, &actual).unwrap();
    }
    for (line, (a, e)) in actual.lines().zip(expected.lines()).enumerate() {
        assert_eq!(a, e, "standings.txt:{}", line + 1);
    }
    assert_eq!(actual.lines().count(), expected.lines().count());
}

#[test]
#[ignore]
fn look() {
    for (id, code) in [
        ("thai-binh", "2020-Q3"),
        ("thai-binh", "2023-Q3"),
        ("thai-nguyen", "2020-Q4"),
        ("lang-son", "2019-Q3"),
        ("lang-son", "2020-Q4"),
    ] {
        let (office, found) = baocao::office::read(&project("data").join(id));
        let Some(office) = office else {
            println!("{found:#?}");
            continue;
        };
        let (articles, _) = baocao::articles::read_all(&office, baocao::locale::Locale::Vi);
        let a = baocao::assess::assess(&office, &articles, builder::period(code)).unwrap();
        println!("### {id} {code} under {}", a.term.period);
        let s = &a.situation;
        for q in [
            &s.organisations,
            &s.committees,
            &s.cells,
            &s.members,
            &s.clusters,
            &s.reported,
            &s.reported_share,
        ] {
            println!("  {}", q.as_ref().map_or("-".into(), table::shown));
        }
        for t in &a.targets {
            println!("{} {:?}", t.target.title, t.span);
            println!("{}", table::lines(t));
            println!(
                "   years {:?}",
                t.by_year
                    .iter()
                    .map(|(p, q)| format!("{p}: {}", q.as_ref().map_or("-".into(), table::shown)))
                    .collect::<Vec<_>>()
            );
            println!("   missing {} best {:?} furthest {}", t.missing.len(), t.best, t.furthest.len());
        }
        for f in &a.findings {
            println!(
                "{:?} {}: {}\n     {}",
                f.severity,
                f.place.as_ref().map_or(String::new(), |p| p.to_string()),
                baocao::locale::Locale::Vi.message(f),
                baocao::locale::Locale::Vi.hint(f).unwrap_or_default()
            );
        }
    }
}

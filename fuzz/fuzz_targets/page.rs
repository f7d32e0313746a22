//! Any bytes as a saved page: the first chooses the encoding and, by its highest bit, whether an office's targets and
//! organisations are tied; the rest is the page. Reading must not crash, spans must lie in the page and read again as their
//! phrases.
//!
//! `cargo fuzz run --sanitizer none page fuzz/corpus/page tests/articles/pages tests/figures/pages`: there is no unsafe
//! code for a sanitizer to look at, and without one the stable toolchain does.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use baocao::articles::decode::raw;
use baocao::articles::{Context, Encoding, read_page};
use baocao::office::{self, Office};
use libfuzzer_sys::fuzz_target;

static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/thai-binh");
    office::read(&folder).0.expect("the sample office reads")
});

fuzz_target!(|data: &[u8]| {
    let Some((choice, page)) = data.split_first() else { return };
    let encoding = Encoding::ALL.get(usize::from(*choice & 0x7f) % (Encoding::ALL.len() + 1)).copied();
    let office = (*choice > 0x7f).then(|| &*OFFICE);
    let context = Context { encoding, office, ..Context::default() };
    let Ok(article) = read_page("page.txt", page, &context) else { return };
    for figure in &article.figures {
        assert!(figure.start < figure.end && figure.end <= page.len());
        if let Some(encoding) = encoding {
            assert_eq!(raw(&page[figure.start..figure.end], encoding), figure.phrase);
        }
    }
    for paragraph in &article.body {
        assert!(paragraph.start <= paragraph.end && paragraph.end <= page.len());
    }
});

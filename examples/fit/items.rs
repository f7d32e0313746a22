//! Pages and paragraphs marked by hand.

use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::marked::Marked;
use crate::places::{self, Places};

/// A page or paragraphs marked by hand.
pub enum Source {
    Page { bytes: Vec<u8>, expected: Json },
    Paragraph(Marked),
}

pub struct Item {
    pub name: String,
    pub source: Source,
    /// Where readers put it and its figures, if they were asked.
    pub places: Option<Places>,
}

impl Item {
    /// How many times a figure of it counts: paragraphs are many, and more like one another than pages are.
    pub fn weight(&self) -> f64 {
        if matches!(self.source, Source::Page { .. }) { 3.0 } else { 1.0 }
    }
}

/// The items of some folders, in the order of their files.
pub fn read_folders(folders: &[String]) -> Result<Vec<Item>, Box<dyn Error>> {
    let mut items = Vec::new();
    for folder in folders {
        items.extend(read_folder(Path::new(folder))?);
    }
    Ok(items)
}

fn read_folder(folder: &Path) -> Result<Vec<Item>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut places = places::read(folder);
    let mut items = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&file)?;
        if let Ok(expected) = std::fs::read_to_string(file.with_extension("json")) {
            let expected: Json = serde_json::from_str(&expected)?;
            let expected = expected.as_array().map_or(&expected, |all| &all[0]).clone();
            items.push(Item { places: places.remove(&name), name, source: Source::Page { bytes, expected } });
        } else {
            let marked = Marked::read(std::str::from_utf8(&bytes)?).into_iter().enumerate();
            items.extend(marked.map(|(at, marked)| {
                let name = format!("{name} {}", at + 1);
                Item { places: places.remove(&name), name, source: Source::Paragraph(marked) }
            }));
        }
    }
    Ok(items)
}

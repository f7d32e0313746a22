//! Files carried along in a PDF/A-3a file.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use md5::{Digest, Md5};

use super::File;
use super::metadata::pdf_date;
use super::text::{clean, name, string};

/// What an attachment is to the report (PDF/A-3, annex E).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relationship {
    /// The report was made from it.
    Source,
    /// It holds the data behind the report's figures.
    Data,
    /// It adds to the report.
    Supplement,
    /// Neither.
    Unspecified,
}

/// A file to carry along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// File name, without folders.
    pub name: String,
    /// MIME type, `application/json`.
    pub mime: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// What it is, for a reader.
    pub description: String,
    /// What it is to the report.
    pub relationship: Relationship,
}

impl Attachment {
    /// The data behind the report's figures: the manifest.
    pub fn data(name: impl Into<String>, mime: impl Into<String>, bytes: Vec<u8>) -> Self {
        let (name, mime) = (name.into(), mime.into());
        let description = "Nguồn của từng số liệu trong báo cáo".to_owned();
        Attachment { name, mime, bytes, description, relationship: Relationship::Data }
    }

    /// A file that the report was made from.
    pub fn source(name: impl Into<String>, mime: impl Into<String>, bytes: Vec<u8>) -> Self {
        let (name, mime) = (name.into(), mime.into());
        let description = "Tài liệu đầu vào của báo cáo".to_owned();
        Attachment { name, mime, bytes, description, relationship: Relationship::Source }
    }
}

/// Embeds the files, in order of their names.
pub fn add(file: &mut File, attachments: &[Attachment], date: DateTime<FixedOffset>) {
    if attachments.is_empty() {
        return;
    }
    let mut sorted: Vec<&Attachment> = attachments.iter().collect();
    // A name tree is sorted by the bytes of its keys.
    sorted.sort_by_key(|attachment| key(&attachment.name));
    let mut names: Vec<Object> = Vec::new();
    let mut associated: Vec<Object> = Vec::new();
    for attachment in sorted {
        let specification = specification(file, attachment, date);
        let specification = file.add(specification);
        names.extend([string(&attachment.name), specification.into()]);
        associated.push(specification.into());
    }
    let embedded = file.add(dictionary! { "Names" => names });
    file.catalog.set("Names", dictionary! { "EmbeddedFiles" => embedded });
    file.catalog.set("AF", associated);
}

fn key(name: &str) -> Vec<u8> {
    match string(name) {
        Object::String(bytes, _) => bytes,
        _ => Vec::new(),
    }
}

fn specification(file: &mut File, attachment: &Attachment, date: DateTime<FixedOffset>) -> Dictionary {
    let date = pdf_date(date);
    let checksum = Md5::digest(&attachment.bytes).to_vec();
    let embedded = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => name(&attachment.mime),
        "Params" => dictionary! {
            "Size" => attachment.bytes.len() as i64,
            "CreationDate" => Object::string_literal(date.as_str()),
            "ModDate" => Object::string_literal(date),
            "CheckSum" => Object::String(checksum, StringFormat::Hexadecimal),
        },
    };
    let embedded = file.add(Stream::new(embedded, attachment.bytes.clone()));
    let relationship = match attachment.relationship {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
        Relationship::Supplement => "Supplement",
        Relationship::Unspecified => "Unspecified",
    };
    // F is for old readers, which know no Unicode: letters they cannot have become underscores.
    let plain: String = clean(&attachment.name).chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(plain),
        "UF" => string(&attachment.name),
        "Desc" => string(&attachment.description),
        "AFRelationship" => name(relationship),
        "EF" => dictionary! { "F" => embedded, "UF" => embedded },
    }
}

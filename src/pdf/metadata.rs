//! What the file says of itself: Info, XMP, language, output intent.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};

use super::text::{clean, string};
use super::{File, Standard, icc};
use crate::document::Metadata;

/// The language of every report.
const LANGUAGE: &str = "vi-VN";
/// The program that composed it.
const CREATOR: &str = concat!("baocao ", env!("CARGO_PKG_VERSION"));
/// The library that writes its objects.
const PRODUCER: &str = "printpdf 0.12.8";
/// Vietnam's offset from UTC in seconds.
const HANOI: i32 = 7 * 3600;

/// The file's date: the moment given, or the day at 00:00, at +07:00 either way.
pub fn created(day: NaiveDate, epoch: Option<i64>) -> DateTime<FixedOffset> {
    let midnight = day.and_time(NaiveTime::MIN).and_utc() - chrono::TimeDelta::seconds(i64::from(HANOI));
    let moment = epoch.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or(midnight);
    match FixedOffset::east_opt(HANOI) {
        Some(offset) => moment.with_timezone(&offset),
        None => moment.fixed_offset(),
    }
}

/// `D:20230930000000+07'00'`.
pub fn pdf_date(date: DateTime<FixedOffset>) -> String {
    format!("{}'", date.format("D:%Y%m%d%H%M%S%:z").to_string().replace(':', "'").replacen('\'', ":", 1))
}

/// The file's description, cleaned once so that Info and XMP say the same.
pub struct Description {
    title: String,
    subject: String,
    author: String,
    /// Properties of the program's own schema: name, value, and what it means.
    own: [(&'static str, String, &'static str); 4],
    standard: Standard,
    created: DateTime<FixedOffset>,
}

impl Description {
    /// From the report's metadata.
    pub fn new(meta: &Metadata, standard: Standard, created: DateTime<FixedOffset>) -> Self {
        Description {
            title: clean(&meta.title),
            subject: clean(&meta.subject),
            author: clean(&meta.author),
            own: [
                ("office", clean(&meta.office), "Id of the office that reports"),
                ("period", clean(&meta.period), "Code of the period reported on"),
                (
                    "version",
                    env!("CARGO_PKG_VERSION").to_owned(),
                    "Version of the program that composed the report",
                ),
                ("inputsHash", clean(&meta.inputs_hash), "SHA-256 over all inputs of the report"),
            ],
            standard,
            created,
        }
    }

    /// Writes Info, catalog and output intent, and keeps a place for the XMP packet, whose object id it gives.
    pub fn add(&self, file: &mut File) -> ObjectId {
        let date = || Object::string_literal(pdf_date(self.created));
        let mut info = Dictionary::new();
        for (key, value) in [("Title", &self.title), ("Subject", &self.subject), ("Author", &self.author)] {
            if !value.is_empty() {
                info.set(key, string(value));
            }
        }
        info.set("Creator", Object::string_literal(CREATOR));
        info.set("Producer", Object::string_literal(PRODUCER));
        info.set("CreationDate", date());
        info.set("ModDate", date());
        let info = file.add(info);
        file.objects.trailer = dictionary! { "Root" => file.catalog_id, "Info" => info };
        let profile = file.add(Stream::new(dictionary! { "N" => 3 }, icc::srgb()));
        let condition = "sRGB IEC61966-2.1";
        let intent = file.add(dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFA1",
            "OutputConditionIdentifier" => Object::string_literal(condition),
            "Info" => Object::string_literal(condition),
            "DestOutputProfile" => profile,
        });
        let packet = file.objects.new_object_id();
        file.catalog.set("OutputIntents", vec![intent.into()]);
        file.catalog.set("Metadata", packet);
        file.catalog.set("Lang", Object::string_literal(LANGUAGE));
        let catalog = std::mem::take(&mut file.catalog);
        file.objects.set_object(file.catalog_id, catalog);
        packet
    }

    /// The XMP packet; `hash` is that of everything else in the file.
    pub fn xmp(&self, hash: &[u8; 32]) -> String {
        let (described, dated, own) = (self.described(), self.dated(hash), self.own());
        let schemas = self.schemas();
        format!(
            "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
             <rdf:Description rdf:about=\"\"{NAMESPACES}>\n\
             {described}{dated}{own}{schemas}\
             </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
        )
    }

    /// Conformance, language, title, subject and author.
    fn described(&self) -> String {
        let part = match self.standard {
            Standard::A2a => 2,
            Standard::A3a => 3,
        };
        let mut properties = format!(
            "<pdfaid:part>{part}</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n\
             <pdfuaid:part>1</pdfuaid:part>\n\
             <dc:format>application/pdf</dc:format>\n\
             <dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>\n"
        );
        for (key, text) in [("title", &self.title), ("description", &self.subject)] {
            if !text.is_empty() {
                let text = escape(text);
                properties += &format!(
                    "<dc:{key}><rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt></dc:{key}>\n"
                );
            }
        }
        if !self.author.is_empty() {
            let author = escape(&self.author);
            properties += &format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n");
        }
        properties
    }

    /// Programs, dates and ids.
    fn dated(&self, hash: &[u8; 32]) -> String {
        let date = self.created.format("%Y-%m-%dT%H:%M:%S%:z");
        let (document, instance) = (self.document_id(), uuid(hash));
        format!(
            "<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>\n<xmp:CreateDate>{date}</xmp:CreateDate>\n\
             <xmp:ModifyDate>{date}</xmp:ModifyDate>\n<xmp:MetadataDate>{date}</xmp:MetadataDate>\n\
             <pdf:Producer>{PRODUCER}</pdf:Producer>\n\
             <xmpMM:DocumentID>{document}</xmpMM:DocumentID>\n<xmpMM:InstanceID>{instance}</xmpMM:InstanceID>\n"
        )
    }

    /// The program's own properties.
    fn own(&self) -> String {
        let stated = self.own.iter().filter(|(_, value, _)| !value.is_empty());
        stated.map(|(key, value, _)| format!("<bc:{key}>{}</bc:{key}>\n", escape(value))).collect()
    }

    /// The same for all revisions of one office's report on one period.
    fn document_id(&self) -> String {
        let mut hash = Sha256::new();
        for (_, value, _) in &self.own[..2] {
            hash.update(value);
            hash.update([0]);
        }
        hash.update(&self.title);
        uuid(&hash.finalize().into())
    }

    /// Descriptions of the schemas that PDF/A does not know (ISO 19005-2, 6.6.2.3).
    fn schemas(&self) -> String {
        let property = |name: &str, kind: &str, category: &str, meaning: &str| {
            format!(
                "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{name}</pdfaProperty:name>\
                 <pdfaProperty:valueType>{kind}</pdfaProperty:valueType>\
                 <pdfaProperty:category>{category}</pdfaProperty:category>\
                 <pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>\n"
            )
        };
        let schema = |title: &str, namespace: &str, prefix: &str, properties: &str| {
            format!(
                "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>{title}</pdfaSchema:schema>\
                 <pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>\
                 <pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\
                 <pdfaSchema:property><rdf:Seq>\n{properties}</rdf:Seq></pdfaSchema:property></rdf:li>\n"
            )
        };
        let accessible =
            property("part", "Integer", "internal", "Part of ISO 14289 that the file conforms to");
        let own: String =
            self.own.iter().map(|(name, _, meaning)| property(name, "Text", "internal", meaning)).collect();
        format!(
            "<pdfaExtension:schemas><rdf:Bag>\n{}{}</rdf:Bag></pdfaExtension:schemas>\n",
            schema("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", &accessible),
            schema("Report", NAMESPACE, "bc", &own),
        )
    }
}

/// The namespace of the program's own properties.
const NAMESPACE: &str = "urn:baocao:report:1#";

const NAMESPACES: &str = concat!(
    "\n xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
    "\n xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
    "\n xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"",
    "\n xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"",
    "\n xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
    "\n xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"",
    "\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
    "\n xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"",
    "\n xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"",
    "\n xmlns:bc=\"urn:baocao:report:1#\"",
);

/// Text for XML. The packet is not compressed, so a reader that mends files by searching for the keywords
/// `endstream` and `endobj` must not find them in a title.
fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace("endstream", "&#101;ndstream").replace("endobj", "&#101;ndobj")
}

/// A UUID of version 8 (RFC 9562): the first half of a hash.
fn uuid(hash: &[u8; 32]) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

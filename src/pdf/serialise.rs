//! Objects → bytes: compressed streams, object streams, a cross-reference stream, the /ID.
//!
//! lopdf's own writer leaves the cross-reference stream uncompressed and would have to run twice, once to learn
//! the hash that becomes the /ID; this one hashes what it has written and goes on.

use std::borrow::Cow;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document as Objects, Object, ObjectId, Stream, StringFormat, dictionary};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::PdfError;

/// Objects in one object stream: more compress better, fewer are quicker to get one object from.
const OBJECTS_PER_STREAM: usize = 250;

/// Writes the file. `packet` is the id of the XMP stream, whose text may depend on the hash of all that stands
/// before it.
pub fn save(
    objects: &Objects,
    packet: ObjectId,
    xmp: impl FnOnce(&[u8; 32]) -> String,
) -> Result<Vec<u8>, PdfError> {
    let numbers = Numbers::new(objects, packet);
    let mut file = Writer::new();
    let mut streams: Vec<Unpacked> = Vec::new();
    let mut plain: Vec<(u32, Vec<u8>)> = Vec::new();
    for (id, object) in &objects.objects {
        let number = numbers.get(*id);
        if let Object::Stream(stream) = object {
            let (dictionary, content) = (stream.dict.clone(), Cow::from(&stream.content));
            streams.push(Unpacked { number, dictionary, content });
        } else {
            let mut bytes = Vec::new();
            write(&mut bytes, object, &numbers);
            plain.push((number, bytes));
        }
    }
    let mut next = numbers.next;
    for group in plain.chunks(OBJECTS_PER_STREAM) {
        streams.push(file.object_stream(next, group));
        next += 1;
    }
    let packed: Vec<io::Result<Vec<u8>>> =
        streams.par_iter().map(|stream| deflate(&stream.content)).collect();
    for (stream, packed) in streams.into_iter().zip(packed) {
        file.stream(stream, &packed?, &numbers);
    }
    let packet_text = xmp(&Sha256::digest(&file.bytes).into());
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    file.raw_stream(numbers.get(packet), dictionary, packet_text.as_bytes(), &numbers);
    file.finish(next, &objects.trailer, &numbers)
}

/// A stream to be compressed.
struct Unpacked<'a> {
    number: u32,
    dictionary: Dictionary,
    content: Cow<'a, [u8]>,
}

/// New object numbers, without gaps.
struct Numbers {
    by_id: Vec<u32>,
    next: u32,
}

impl Numbers {
    fn new(objects: &Objects, packet: ObjectId) -> Self {
        let mut numbers = Numbers { by_id: Vec::new(), next: 1 };
        for id in objects.objects.keys().chain([&packet]) {
            let index = id.0 as usize;
            if numbers.by_id.len() <= index {
                numbers.by_id.resize(index + 1, 0);
            }
            numbers.by_id[index] = numbers.next;
            numbers.next += 1;
        }
        numbers
    }

    fn get(&self, id: ObjectId) -> u32 {
        self.by_id.get(id.0 as usize).copied().unwrap_or(0)
    }
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    Free,
    At(usize),
    In { stream: u32, index: usize },
}

struct Writer {
    bytes: Vec<u8>,
    /// By object number.
    places: Vec<Place>,
}

impl Writer {
    fn new() -> Self {
        // Four bytes above 127 tell transfer programs that the file is binary.
        Writer { bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), places: vec![Place::Free] }
    }

    fn place(&mut self, number: u32, place: Place) {
        let index = number as usize;
        if self.places.len() <= index {
            self.places.resize(index + 1, Place::Free);
        }
        self.places[index] = place;
    }

    /// A stream, compressed unless it is empty.
    fn stream(&mut self, stream: Unpacked, packed: &[u8], numbers: &Numbers) {
        let Unpacked { number, mut dictionary, content } = stream;
        if content.is_empty() {
            return self.raw_stream(number, dictionary, &[], numbers);
        }
        dictionary.set("Filter", "FlateDecode");
        self.raw_stream(number, dictionary, packed, numbers);
    }

    fn raw_stream(&mut self, number: u32, mut dictionary: Dictionary, content: &[u8], numbers: &Numbers) {
        self.place(number, Place::At(self.bytes.len()));
        dictionary.set("Length", content.len() as i64);
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        write(&mut self.bytes, &dictionary.into(), numbers);
        self.bytes.extend(b"\nstream\n");
        self.bytes.extend(content);
        // After data that ends in CR a lone LF would read as one line end of two bytes.
        self.bytes.extend(if content.ends_with(b"\r") { &b"\r\n"[..] } else { b"\n" });
        self.bytes.extend(b"endstream\nendobj\n");
    }

    /// An object stream; its objects' places are known as soon as it has a number.
    fn object_stream(&mut self, number: u32, group: &[(u32, Vec<u8>)]) -> Unpacked<'static> {
        let (mut head, mut body) = (String::new(), Vec::new());
        for (index, (own, bytes)) in group.iter().enumerate() {
            head += &format!("{own} {} ", body.len());
            body.extend(bytes);
            body.push(b'\n');
            self.place(*own, Place::In { stream: number, index });
        }
        let dictionary = dictionary! {
            "Type" => "ObjStm",
            "N" => group.len() as i64,
            "First" => head.len() as i64,
        };
        Unpacked { number, dictionary, content: [head.as_bytes(), &body].concat().into() }
    }

    /// The cross-reference stream, which is also the trailer.
    fn finish(mut self, number: u32, trailer: &Dictionary, numbers: &Numbers) -> Result<Vec<u8>, PdfError> {
        let start = self.bytes.len();
        self.place(number, Place::At(start));
        // Rows of type, offset or stream, generation or index; PNG's Up predictor leaves mostly zeros.
        const WIDTHS: [usize; 3] = [1, 4, 2];
        let mut rows: Vec<u8> = Vec::new();
        let mut above = [0_u8; 7];
        for place in &self.places {
            let (kind, second, third) = match *place {
                Place::Free => (0, 0, 65535),
                Place::At(offset) => (1, offset, 0),
                Place::In { stream, index } => (2, stream as usize, index),
            };
            let mut row = [0; 7];
            row[0] = kind;
            row[1..5].copy_from_slice(&(second as u32).to_be_bytes());
            row[5..].copy_from_slice(&(third as u16).to_be_bytes());
            rows.push(2);
            rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
            above = row;
        }
        let digest = Sha256::digest(&self.bytes);
        let id = Object::String(digest.iter().take(16).copied().collect(), StringFormat::Hexadecimal);
        let mut dictionary = trailer.clone();
        dictionary.set("Type", "XRef");
        dictionary.set("Size", self.places.len() as i64);
        dictionary.set("W", WIDTHS.map(|width| Object::Integer(width as i64)).to_vec());
        dictionary.set("ID", vec![id.clone(), id]);
        dictionary.set("Filter", "FlateDecode");
        dictionary.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => 7 });
        let packed = deflate(&rows)?;
        self.raw_stream(number, dictionary, &packed, numbers);
        self.bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        Ok(self.bytes)
    }
}

fn deflate(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 2), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

/// Writes an object as ISO 32000-1, 7.3 has it.
fn write(out: &mut Vec<u8>, object: &Object, numbers: &Numbers) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        Object::Real(value) => out.extend(value.to_string().bytes()),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, StringFormat::Literal) => write_literal(out, bytes),
        Object::String(bytes, StringFormat::Hexadecimal) => {
            out.push(b'<');
            out.extend(bytes.iter().flat_map(|byte| format!("{byte:02X}").into_bytes()));
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    separate(out, item);
                }
                write(out, item, numbers);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) | Object::Stream(Stream { dict: dictionary, .. }) => {
            out.extend(b"<<");
            for (key, value) in dictionary {
                write_name(out, key);
                separate(out, value);
                write(out, value, numbers);
            }
            out.extend(b">>");
        }
        Object::Reference(id) => out.extend(format!("{} 0 R", numbers.get(*id)).bytes()),
    }
}

/// A space before what does not begin with a delimiter.
fn separate(out: &mut Vec<u8>, next: &Object) {
    if matches!(
        next,
        Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_)
    ) {
        out.push(b' ');
    }
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

fn write_literal(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'(');
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            b'\r' => out.extend(b"\\r"),
            _ => out.push(byte),
        }
    }
    out.push(b')');
}

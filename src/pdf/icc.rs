//! The sRGB output intent: an ICC version 2 display profile, made from the numbers of IEC 61966-2-1.

/// Samples of the tone curve: with linear steps between them it stays within a thousandth of the formula.
const SAMPLES: u32 = 256;

/// The profile. 0.9 kB, so that no profile file need be shipped.
pub fn srgb() -> Vec<u8> {
    // Primaries and white adapted to D50 (Bradford), as in the sRGB profile of the ICC.
    let matrix = |x, y, z| [&b"XYZ \0\0\0\0"[..], &fixed(x), &fixed(y), &fixed(z)].concat();
    let curve = curve();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description()),
        (b"cprt", b"text\0\0\0\0CC0, no rights reserved\0".to_vec()),
        (b"wtpt", matrix(0.9642, 1.0, 0.8249)),
        (b"rXYZ", matrix(0.436_07, 0.222_49, 0.013_92)),
        (b"gXYZ", matrix(0.385_15, 0.716_87, 0.097_08)),
        (b"bXYZ", matrix(0.143_07, 0.060_61, 0.714_10)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    let mut last: Option<(&Vec<u8>, usize)> = None;
    for (signature, tag) in &tags {
        let offset = match last {
            Some((same, offset)) if same == tag => offset,
            _ => {
                data.resize(data.len().next_multiple_of(4), 0);
                let offset = start + data.len();
                data.extend(tag);
                offset
            }
        };
        last = Some((tag, offset));
        table.extend(*signature);
        table.extend((offset as u32).to_be_bytes());
        table.extend((tag.len() as u32).to_be_bytes());
    }
    data.resize(data.len().next_multiple_of(4), 0);
    let mut profile = header((start + data.len()) as u32);
    profile.extend(table);
    profile.extend(data);
    profile
}

/// ICC.1:2001-04, 6.1: the header, with D50 as the illuminant.
fn header(size: u32) -> Vec<u8> {
    let mut header = size.to_be_bytes().to_vec();
    header.extend(b"\0\0\0\0\x02\x10\0\0mntrRGB XYZ ");
    for field in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend(field.to_be_bytes());
    }
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend([fixed(0.9642), fixed(1.0), fixed(0.8249)].concat());
    header.resize(128, 0);
    header
}

/// A textDescriptionType: ASCII, and empty Unicode and ScriptCode parts.
fn description() -> Vec<u8> {
    let text = b"sRGB IEC61966-2.1\0";
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend((text.len() as u32).to_be_bytes());
    tag.extend(text);
    tag.resize(tag.len() + 4 + 4 + 2 + 1 + 67, 0);
    tag
}

fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(SAMPLES.to_be_bytes());
    for sample in 0..SAMPLES {
        let value = f64::from(sample) / f64::from(SAMPLES - 1);
        let linear = if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        tag.extend(((linear * 65535.0).round() as u16).to_be_bytes());
    }
    tag
}

fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

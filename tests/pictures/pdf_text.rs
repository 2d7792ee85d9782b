//! Reads a PDF as a viewer does: the words of its pages, through the fonts' own maps to letters.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

/// An object: its dictionary as text, and its stream unpacked.
struct Object {
    dictionary: String,
    stream: Vec<u8>,
}

/// What a PDF holds.
pub struct Document {
    /// The words of all pages, a line for each run of letters on one line.
    pub lines: Vec<String>,
    /// How many fonts are embedded.
    pub fonts: usize,
    /// The dictionaries of all objects.
    pub dictionaries: Vec<String>,
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    bytes[from..]
        .windows(what.len())
        .position(|window| window == what)
        .map(|at| from + at)
}

fn objects(pdf: &[u8]) -> BTreeMap<u32, Object> {
    let mut found = BTreeMap::new();
    let mut at = 0;
    while let Some(start) = find(pdf, b" 0 obj\n", at) {
        let digits = pdf[..start]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let number = std::str::from_utf8(&pdf[start - digits..start]).unwrap();
        let body = start + 7;
        let end = find(pdf, b"endobj", body).unwrap();
        let stream = find(pdf, b"stream\n", body).filter(|at| *at < end);
        let dictionary = String::from_utf8_lossy(&pdf[body..stream.unwrap_or(end)]).into_owned();
        let mut next = end;
        let mut unpacked = Vec::new();
        if let Some(stream) = stream {
            let length = after(&dictionary, "/Length ").unwrap();
            let packed = &pdf[stream + 7..stream + 7 + length as usize];
            if dictionary.contains("/FlateDecode") {
                ZlibDecoder::new(packed).read_to_end(&mut unpacked).unwrap();
            }
            next = stream + 7 + length as usize;
        }
        found.insert(
            number.parse().unwrap(),
            Object {
                dictionary,
                stream: unpacked,
            },
        );
        at = next;
    }
    found
}

/// The number after a key.
fn after(dictionary: &str, key: &str) -> Option<u32> {
    let rest = &dictionary[dictionary.find(key)? + key.len()..];
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The letters of a font's codes.
fn letters(map: &str) -> BTreeMap<u16, String> {
    let mut found = BTreeMap::new();
    let hex = |text: &str| -> Vec<u16> {
        let digits: Vec<char> = text.chars().filter(char::is_ascii_hexdigit).collect();
        digits
            .chunks(4)
            .map(|four| u16::from_str_radix(&four.iter().collect::<String>(), 16).unwrap())
            .collect()
    };
    for part in map.split("beginbfchar").skip(1) {
        for line in part.split("endbfchar").next().unwrap().lines() {
            if let Some((code, letters)) = line.trim().split_once('>') {
                let letters = String::from_utf16_lossy(&hex(letters));
                found.insert(hex(code)[0], letters);
            }
        }
    }
    for part in map.split("beginbfrange").skip(1) {
        for line in part.split("endbfrange").next().unwrap().lines() {
            let three: Vec<Vec<u16>> = line.split('<').skip(1).map(hex).collect();
            if let [low, high, first] = three.as_slice() {
                for step in 0..=high[0] - low[0] {
                    let letter = String::from_utf16_lossy(&[first[0] + step]);
                    found.insert(low[0] + step, letter);
                }
            }
        }
    }
    found
}

/// The codes of a literal string that starts after its bracket, and where it ends.
fn codes(content: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let mut found = Vec::new();
    while content[at] != b')' {
        let mut byte = content[at];
        at += 1;
        if byte == b'\\' {
            byte = content[at];
            at += 1;
            match byte {
                b'n' => byte = b'\n',
                b'r' => byte = b'\r',
                b't' => byte = b'\t',
                b'b' => byte = 8,
                b'f' => byte = 12,
                b'0'..=b'7' => {
                    let octal = std::str::from_utf8(&content[at - 1..at + 2]).unwrap();
                    byte = u8::from_str_radix(octal, 8).unwrap();
                    at += 2;
                }
                _ => {}
            }
        }
        found.push(byte);
    }
    (found, at)
}

pub fn read(pdf: &[u8]) -> Document {
    assert!(pdf.starts_with(b"%PDF-1."));
    let objects = objects(pdf);
    let mut fonts: BTreeMap<String, BTreeMap<u16, String>> = BTreeMap::new();
    for object in objects.values() {
        let Some(named) = object.dictionary.split("/Font<<").nth(1) else {
            continue;
        };
        for entry in named.split(">>").next().unwrap().split('/').skip(1) {
            let (name, reference) = entry.split_once(' ').unwrap();
            let number = reference.split(' ').next().unwrap().parse().unwrap();
            let font: &Object = &objects[&number];
            let map = after(&font.dictionary, "/ToUnicode ").unwrap();
            let map = String::from_utf8_lossy(&objects[&map].stream).into_owned();
            fonts.insert(name.to_owned(), letters(&map));
        }
    }
    let mut lines: Vec<String> = Vec::new();
    let mut place = (String::new(), String::new());
    for object in objects.values() {
        let content = &object.stream;
        let mut at = 0;
        while let Some(start) = find(content, b"BT", at) {
            let before = String::from_utf8_lossy(&content[at..start]).into_owned();
            let words: Vec<&str> = before.split_whitespace().collect();
            let moved = words.iter().rposition(|word| *word == "cm");
            let height = moved.map_or("", |cm| words[cm - 1]).to_owned();
            let font_at = find(content, b"/", start).unwrap() + 1;
            let font: String = content[font_at..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .map(|byte| char::from(*byte))
                .collect();
            let open = find(content, b"(", font_at).unwrap() + 1;
            let (codes, end) = codes(content, open);
            if place != (height.clone(), font.clone()) {
                lines.push(String::new());
                place = (height, font.clone());
            }
            for code in codes.chunks(2) {
                let code = u16::from_be_bytes([code[0], code[1]]);
                let letter = fonts[&font].get(&code).expect("a letter for every glyph");
                lines.last_mut().unwrap().push_str(letter);
            }
            at = find(content, b"ET", end).unwrap() + 2;
        }
    }
    let dictionaries: Vec<String> = objects
        .values()
        .map(|object| object.dictionary.clone())
        .collect();
    Document {
        lines,
        fonts: dictionaries
            .iter()
            .filter(|dictionary| dictionary.contains("/FontFile2"))
            .count(),
        dictionaries,
    }
}

/// A text as PDF writes it in a dictionary where it isn't plain ASCII.
pub fn utf16(text: &str) -> String {
    let mut out = String::from("<FEFF");
    for unit in text.encode_utf16() {
        out.push_str(&format!("{unit:04X}"));
    }
    out.push('>');
    out
}

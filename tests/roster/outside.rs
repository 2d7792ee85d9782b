//! Awkward texts through the command line, read right.

use super::imports::{HEAD, Read, TWO, profile, reads};
use super::made::{Folder, physical_lines};

#[test]
fn texts_are_read_or_refused_with_place_and_remedy() {
    let folder = Folder::new();
    let utf16 = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let both = Read(2, 0, "$93,704.00");
    let text = |name: &str, text: &str, more: &str, wanted: &Read, headers: u64| {
        let below = physical_lines(text) - headers;
        reads(
            folder.path(),
            name,
            text.as_bytes(),
            &profile(more),
            wanted,
            below,
        );
    };
    text("plain", TWO, "", &both, 1);
    let marked = [b"\xef\xbb\xbf", TWO.as_bytes()].concat();
    reads(folder.path(), "marked", &marked, &profile(""), &both, 2);
    let low = "file: (encoding: Utf16Le)";
    reads(
        folder.path(),
        "UTF-16",
        &utf16(TWO),
        &profile(low),
        &both,
        2,
    );
    let comma = TWO.replace(',', ";").replace('.', ",");
    text(
        "semicolons",
        &comma,
        "file: (separator: Semicolon, decimals: Comma)",
        &both,
        1,
    );
    text(
        "tabs",
        &TWO.replace(',', "\t"),
        "file: (separator: Tab)",
        &both,
        1,
    );
    text("returns", &TWO.replace('\n', "\r"), "", &both, 1);
    text("blank lines", &TWO.replace('\n', "\n\n ,,\n"), "", &both, 1);
    text(
        "a title",
        &format!("Register,,,,\n{TWO}"),
        "file: (header_row: 2)",
        &both,
        2,
    );
    text(
        "quoted line breaks",
        &TWO.replace("Cook", "\"Co\nok\""),
        "",
        &both,
        1,
    );
    text("a point first", &TWO.replace("0.5", ".5"), "", &both, 1);
    text("percents", &TWO.replace("0.5", "50%"), "", &both, 1);
    text("dollars", &TWO.replace("40", "\"$40.00\""), "", &both, 1);
    text("leading zeros", &TWO.replace("40", "0040.00"), "", &both, 1);
    let wide = |line: &str| format!("{line}{}", ",x".repeat(295));
    let wide: Vec<String> = TWO.lines().map(wide).collect();
    text(
        "300 columns",
        &wide.join("\n").replacen(",x", ",h", 295),
        "",
        &both,
        1,
    );
    let one = Read(2, 1, "$93,704.00");
    for total in [
        "Total,,,1.5,65.05",
        "Summe,,,1.5,65.05",
        "Gesamt:,,,1.5,65.05",
        "Total général,,,1.5,65.05",
        "Sous-total,,,1.5,65.05",
        "Totaal,,,1.5,65.05",
        "Totale,,,1.5,65.05",
        "Suma,,,1.5,65.05",
        ",,,1.5,65.05",
        "=,Alle,Alle,1.5,65.05",
    ] {
        text(total, &format!("{TWO}{total}\n"), "", &one, 1);
    }
    text(
        "a second row of headers",
        &TWO.replacen('\n', "\nno,place,title,share,pay\n", 1),
        "",
        &one,
        1,
    );
    text(
        "brackets",
        &format!("{TWO}3,N,Cook,1,\"(1,200)\"\n"),
        "",
        &one,
        1,
    );
    text(
        "a double",
        &format!("{TWO}1,North,Cook,1,26\n"),
        "",
        &one,
        1,
    );
    text(
        "no number",
        &format!("{TWO},North,Cook,1,26\n"),
        "",
        &one,
        1,
    );
    text(
        "too many cells",
        &format!("{TWO}3,North,Cook,1,26,x\n"),
        "",
        &one,
        1,
    );
    text("too few cells", &format!("{TWO}3,North\n"), "", &one, 1);
    text(
        "another currency",
        &format!("{TWO}3,North,Cook,1,£26\n"),
        "",
        &one,
        1,
    );
    text(
        "none at all",
        &format!("{HEAD}1,N,Cook,1,twenty\n"),
        "",
        &Read(0, 1, "$0.00"),
        1,
    );
    let annual = |pay: &str| format!("{HEAD}1,N,Cook,1,\"{pay}\"\n");
    for pay in [
        "$65,000.00",
        "65 000",
        "65\u{a0}000.00",
        "65'000",
        "USD 65,000",
        "065000",
    ] {
        text(
            pay,
            &annual(pay),
            "pay: Annual",
            &Read(1, 0, "$65,000.00"),
            1,
        );
    }
    let decimals = "pay: Annual, file: (decimals: Comma)";
    text(
        "65.000,00",
        &annual("65.000,00"),
        decimals,
        &Read(1, 0, "$65,000.00"),
        1,
    );
}

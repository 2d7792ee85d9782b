//! Texts and profiles through the command line that can't be read: where, and what to do.

use super::imports::{HEAD, Read, TWO, profile, reads, refuses};
use super::made::Folder;

#[test]
fn texts_that_cant_be_read_say_where_and_what_to_do() {
    let folder = Folder::new();
    let no = |name: &str, bytes: &[u8], more: &str, words: &[&str]| {
        refuses(folder.path(), name, bytes, &profile(more), words);
    };
    no("empty", b"", "", &["the file is empty"]);
    no("a mark alone", b"\xef\xbb\xbf", "", &["the file is empty"]);
    no(
        "headers alone",
        HEAD.as_bytes(),
        "",
        &["no line below the headers"],
    );
    no(
        "unclosed",
        TWO.replace("Cook", "\"Cook").as_bytes(),
        "",
        &["line 2, column 9", "close it"],
    );
    no(
        "after the mark",
        TWO.replace("Cook", "\"Cook\"s").as_bytes(),
        "",
        &["line 2, column 9", "double the marks"],
    );
    no(
        "a zero byte",
        TWO.replace("Baker", "Ba\0ker").as_bytes(),
        "",
        &["line 3, column 11", "UTF-8"],
    );
    no(
        "a megabyte",
        TWO.replace("Baker", &"x".repeat(1 << 20)).as_bytes(),
        "",
        &["line 3, column 9", "64 KB"],
    );
    no(
        "one column",
        TWO.replace(',', ";").as_bytes(),
        "",
        &["line 1", "choose another separator"],
    );
    no(
        "bars",
        TWO.replace(',', "|").as_bytes(),
        "",
        &["line 1", "choose another separator"],
    );
    no(
        "small headers",
        TWO.to_lowercase().as_bytes(),
        "",
        &["line 1", "column 1", "other capitals"],
    );
    no(
        "no such header",
        TWO.replacen("RATE", "PAY", 1).as_bytes(),
        "",
        &["line 1", "\"RATE\"", "map the columns"],
    );
    no(
        "twice",
        TWO.replacen("JOB", "RATE", 1)
            .replacen("MARKET", "JOB", 1)
            .as_bytes(),
        "",
        &["line 1", "map the columns"],
    );
    no(
        "Windows-1252",
        b"ID,MARKET,JOB,FTE,RATE\n1,Montr\xe9al,Cook,1,20\n",
        "",
        &["line 2, column 8", "another encoding"],
    );
    no(
        "another mark",
        b"\xff\xfeI\0D\0",
        "",
        &["line 1, column 1", "UTF-16", "choose that encoding"],
    );
    no(
        "a web page",
        b"<html><table><tr><td>ID</td></tr></table>",
        "",
        &["a web page", "save it as"],
    );
    no(
        "XML",
        b"<?xml version=\"1.0\"?><Workbook/>",
        "",
        &["an XML file", "save it as"],
    );
    no("a PDF", b"%PDF-1.7 x", "", &["a PDF", "save it as"]);
    no(
        "an old workbook",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "",
        &["(.xls)", "save it as"],
    );
    no("packed", b"\x1f\x8b\x08\0x", "", &["packed", "save it as"]);
    let wide = vec!["h"; 3000].join(",") + "\n" + &vec!["1"; 3000].join(",") + "\n";
    no(
        "3,000 columns",
        wide.as_bytes(),
        "",
        &["line 1", "2000 columns", "split it"],
    );
    let headless = "7001,North,Cook,1,25.05\n7002,South,Baker,0.5,40\n";
    let numbered = |row: u64| {
        format!(
            "(name: \"t\", rates_as_of: \"2025-09-30\", file: (header_row: {row}), columns: [\
             (header: \"\", column: 1, is: Id), (header: \"\", column: 4, is: Fte), (header: \"\", column: 5, is: Rate)])"
        )
    };
    reads(
        folder.path(),
        "no headers",
        headless.as_bytes(),
        &numbered(0),
        &Read(2, 0, "$93,704.00"),
        2,
    );
    refuses(
        folder.path(),
        "no header there",
        headless.as_bytes(),
        &numbered(1),
        &["line 1", "map the columns"],
    );
    let taken = "(name: \"t\", rates_as_of: \"2025-09-30\", columns: [(header: \"7001\", is: Id), (header: \"25.05\", is: Rate)])";
    refuses(
        folder.path(),
        "an employee for headers",
        headless.as_bytes(),
        taken,
        &["line 1", "choose another header row"],
    );
}

#[test]
fn profiles_that_cant_be_read_say_where_and_what_to_write() {
    let folder = Folder::new();
    let no = |profile: &str, words: &[&str]| {
        refuses(folder.path(), profile, TWO.as_bytes(), profile, words);
    };
    let start = "(name: \"t\", rates_as_of: \"2025-09-30\",";
    no("", &["P.ron", "the file is empty"]);
    no("{\"name\": \"x\"}", &["no profile"]);
    no(
        &format!("{start} columns: [(header: \"RATE\")])"),
        &["line 1", "is is missing", "Rate"],
    );
    no(
        &format!("{start} columns: [(header: \"RATE\", is: Pay)])"),
        &["line 1", "Pay is not known here"],
    );
    no(
        &format!("{start} colums: [])"),
        &["line 1", "did you mean columns?"],
    );
    no(
        &format!("{start} columns: [(header: \"RATE\", is: Rate)"),
        &["line 1", "closed"],
    );
    no(
        &format!("{start} columns: [(header: \"FTE\", is: Fte)])"),
        &["map one of them"],
    );
    no(
        "(name: \"t\", rates_as_of: \"2025-02-30\", columns: [])",
        &["line 1, column", "not in the calendar"],
    );
}

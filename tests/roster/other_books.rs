//! Workbooks as other programs than Excel write them, and as no program should: from their XML, by hand.

use super::hostile::packed;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook of one sheet as other programs than Excel write it: from its XML, with other parts beside.
pub fn book(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    book_of(&[("S", "", sheet)], "", more)
}

/// Sheets with name, attributes and contents; properties of the workbook.
pub fn book_of(sheets: &[(&str, &str, &str)], properties: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut put = |name: &str, text: String| parts.push((name.to_owned(), text.into_bytes()));
    let (mut list, mut relations) = (String::new(), String::new());
    for (at, (name, attributes, contents)) in sheets.iter().enumerate() {
        let number = at + 1;
        list += &format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\" {attributes} r:id=\"r{number}\"/>"
        );
        relations += &format!(
            "<Relationship Id=\"r{number}\" Type=\"{RELATION}/worksheet\" Target=\"/xl/worksheets/sheet{number}.xml\"/>"
        );
        put(
            &format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet xmlns=\"{MAIN}\">{contents}</worksheet>"),
        );
    }
    for (name, kind) in [("sharedStrings", "sharedStrings"), ("styles", "styles")] {
        if more
            .iter()
            .any(|(part, _)| part.ends_with(&format!("{name}.xml")))
        {
            relations += &format!(
                "<Relationship Id=\"{name}\" Type=\"{RELATION}/{kind}\" Target=\"{name}.xml\"/>"
            );
        }
    }
    put(
        "_rels/.rels",
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    put(
        "xl/workbook.xml",
        format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\">{properties}<sheets>{list}</sheets></workbook>"
        ),
    );
    put(
        "xl/_rels/workbook.xml.rels",
        format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>"),
    );
    for (name, text) in more {
        put(name, (*text).to_owned());
    }
    packed(&parts)
}

pub fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

pub fn number(place: &str, value: &str) -> String {
    format!("<c r=\"{place}\"><v>{value}</v></c>")
}

pub fn row(at: u64, cells: &str) -> String {
    format!("<row r=\"{at}\">{cells}</row>")
}

pub fn headers() -> String {
    let names = ["ID", "MARKET", "JOB", "FTE", "RATE"]
        .into_iter()
        .zip('A'..);
    row(
        1,
        &names
            .map(|(name, column)| cell(&format!("{column}1"), name))
            .collect::<String>(),
    )
}

pub fn employee(at: u64, fte: &str, rate: &str) -> String {
    let place = |column: char| format!("{column}{at}");
    let names = cell(&place('B'), "North") + &cell(&place('C'), "Cook");
    row(
        at,
        &(number(&place('A'), &at.to_string())
            + &names
            + &number(&place('D'), fte)
            + &number(&place('E'), rate)),
    )
}

pub fn sheet(rows: &str) -> String {
    format!("<sheetData>{rows}</sheetData>")
}

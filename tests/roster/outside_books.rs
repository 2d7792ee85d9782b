//! Awkward workbooks through the command line, as `outside` does it with texts.

use super::hostile::packed;
use super::imports::{Read, import, profile, reads, refuses, said};
use super::made::Folder;
use super::other_books::{book, book_of, cell, employee, headers, number, row, sheet};

#[test]
fn workbooks_of_other_programs_are_read() {
    let folder = Folder::new();
    let yes = |name: &str, bytes: &[u8], wanted: &Read, below: u64| {
        reads(folder.path(), name, bytes, &profile(""), wanted, below);
    };
    let both = Read(2, 0, "$93,704.00");
    let two = headers() + &employee(2, "1", "25.05") + &employee(3, "0.5", "40");
    yes("texts in the cells", &book(&sheet(&two), &[]), &both, 2);
    yes(
        "a wrong dimension",
        &book(&format!("<dimension ref=\"A1\"/>{}", sheet(&two)), &[]),
        &both,
        2,
    );
    let bare: String = two
        .split('<')
        .map(|tag| match tag.split_once(" r=\"") {
            Some((name, rest)) => format!("<{name}{}", &rest[rest.find('"').unwrap() + 1..]),
            None if tag.is_empty() => String::new(),
            None => format!("<{tag}"),
        })
        .collect();
    assert!(!bare.contains("r=\""), "{bare}");
    yes("no places", &book(&sheet(&bare), &[]), &both, 2);
    let gap = headers() + &employee(2, "1", "25.05") + &employee(9, "0.5", "40");
    yes("rows left out", &book(&sheet(&gap), &[]), &both, 8);
    let formulas = two.replace("<v>40</v>", "<f>20*2</f><v>40</v>");
    yes(
        "formulas with values",
        &book(&sheet(&formulas), &[]),
        &both,
        2,
    );
    let text = two.replacen(
        &cell("B2", "North"),
        "<c r=\"B2\" t=\"str\"><f>A1</f><v>North</v></c>",
        1,
    );
    yes("a formula of text", &book(&sheet(&text), &[]), &both, 2);
    let shared =
        "<sst uniqueCount=\"1\"><si><r><t>No</t></r><r><rPr><b/></rPr><t>rth</t></r></si></sst>";
    let rich = two.replace(&cell("B2", "North"), "<c r=\"B2\" t=\"s\"><v>0</v></c>");
    yes(
        "rich shared texts",
        &book(&sheet(&rich), &[("xl/sharedStrings.xml", shared)]),
        &both,
        2,
    );
    let hidden = [
        ("Old", "state=\"hidden\"", sheet("")),
        ("New", "", sheet(&two)),
    ];
    let hidden: Vec<_> = hidden
        .iter()
        .map(|(name, how, rows)| (*name, *how, rows.as_str()))
        .collect();
    yes("a hidden sheet first", &book_of(&hidden, "", &[]), &both, 2);
    let one = Read(2, 1, "$93,704.00");
    let broken = two.clone()
        + &employee(4, "1", "20")
            .replace("<c r=\"E4\">", "<c r=\"E4\" t=\"e\">")
            .replace("<v>20</v>", "<v>#N/A</v>");
    yes("an error", &book(&sheet(&broken), &[]), &one, 3);
    let truth =
        two.clone() + &employee(4, "1", "20").replace("<c r=\"D4\">", "<c r=\"D4\" t=\"b\">");
    yes("true for a share", &book(&sheet(&truth), &[]), &one, 3);
    let total = two.clone()
        + &row(
            4,
            &(cell("A4", "Summe") + &number("D4", "1.5") + &number("E4", "65.05")),
        );
    yes("a line of totals", &book(&sheet(&total), &[]), &one, 3);
}

#[test]
fn days_of_either_epoch_and_of_any_format_are_the_same_day() {
    let folder = Folder::new();
    let formats = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-407]DD.MM.YYYY\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let profile = "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"SCALE\", is: Scale), (header: \"STEP\", is: Step), \
        (header: \"RATE\", is: Rate), (header: \"NEXT\", is: NextStep)], scales: Given([(name: \"A\", steps: [(rate: 20, months: 12), (rate: 21)])]))";
    let heads: String = ["SCALE", "STEP", "RATE", "NEXT"]
        .into_iter()
        .zip('A'..)
        .map(|(name, column)| cell(&format!("{column}1"), name))
        .collect();
    let dated = |cells: &str, properties: &str| {
        let line = cell("A2", "A") + &number("B2", "1") + &number("C2", "20") + cells;
        let rows = sheet(&(row(1, &heads) + &row(2, &line)));
        book_of(
            &[("S", "", &rows)],
            properties,
            &[("xl/styles.xml", formats)],
        )
    };
    let from_1904 = "<workbookPr date1904=\"1\"/>";
    for (cells, properties) in [
        ("<c r=\"D2\" s=\"1\"><v>46082</v></c>", ""),
        ("<c r=\"D2\"><v>46082</v></c>", ""),
        ("<c r=\"D2\" s=\"1\"><v>46082.75</v></c>", ""),
        ("<c r=\"D2\" s=\"1\"><v>44620</v></c>", from_1904),
        ("<c r=\"D2\" t=\"d\"><v>2026-03-01T00:00:00</v></c>", ""),
        (
            "<c r=\"D2\" t=\"inlineStr\"><is><t>1-Mar-26</t></is></c>",
            "",
        ),
        ("<c r=\"D2\"><v>20260301</v></c>", ""),
    ] {
        let output = import(folder.path(), cells, &dated(cells, properties), profile);
        assert_eq!(output.status.code(), Some(0), "{cells}: {}", said(&output));
        let scenario = counteroffer::files::open(&folder.path().join("OUT.ron"))
            .unwrap()
            .scenario;
        let day = scenario.workforce.groups().unwrap()[0].next_step.unwrap();
        assert_eq!(day.to_string(), "2026-03-01", "{cells}");
    }
    let open = dated(
        "<c r=\"D2\" t=\"inlineStr\"><is><t>3/4/2026</t></is></c>",
        "",
    );
    refuses(
        folder.path(),
        "in doubt",
        &open,
        profile,
        &[
            "sheet \"S\", row 2",
            "month first or day first",
            "dates: MonthFirst",
        ],
    );
}

#[test]
fn workbooks_that_cant_be_read_say_where_and_what_to_do() {
    let folder = Folder::new();
    let no = |name: &str, bytes: &[u8], words: &[&str]| {
        refuses(folder.path(), name, bytes, &profile(""), words);
    };
    let two = headers() + &employee(2, "1", "25.05") + &employee(3, "0.5", "40");
    let good = book(&sheet(&two), &[]);
    no(
        "cut off",
        &good[..good.len() / 2],
        &["cut off", "save it anew"],
    );
    no(
        "cut at its end",
        &good[..good.len() - 1],
        &["cut off", "save it anew"],
    );
    no(
        "an empty sheet",
        &book(&sheet(""), &[]),
        &["sheet \"S\"", "another sheet"],
    );
    no("no cells", &book("", &[]), &["sheet \"S\"", "save it"]);
    no(
        "all hidden",
        &book_of(&[("Old", "state=\"veryHidden\"", &sheet(&two))], "", &[]),
        &["every sheet is hidden", "\"Old\""],
    );
    no(
        "no value",
        &book(&sheet(&two.replace("<v>40</v>", "<f>20*2</f>")), &[]),
        &["sheet \"S\", cell E3", "let it calculate"],
    );
    let merged = format!(
        "{}<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>",
        sheet(&two)
    );
    no(
        "merged",
        &book(&merged, &[]),
        &["sheet \"S\", cell B2", "unmerge"],
    );
    no(
        "a row twice",
        &book(&sheet(&(two.clone() + &employee(3, "1", "20"))), &[]),
        &["sheet \"S\", cell A3", "twice"],
    );
    no(
        "out of order",
        &book(
            &sheet(&(headers() + &employee(3, "1", "20") + &employee(2, "1", "20"))),
            &[],
        ),
        &["sheet \"S\"", "not in order"],
    );
    no(
        "a row too far",
        &book(
            &sheet(&(two.clone() + &employee(1_048_577, "1", "20"))),
            &[],
        ),
        &["sheet \"S\"", "beyond the last"],
    );
    no(
        "a text too far",
        &book(
            &sheet(&two.replace(&cell("B2", "North"), "<c r=\"B2\" t=\"s\"><v>9</v></c>")),
            &[],
        ),
        &["save it anew"],
    );
    no(
        "a megabyte",
        &book(&sheet(&two.replacen("North", &"x".repeat(1 << 20), 1)), &[]),
        &["sheet \"S\", cell B2", "64 KB", "shorten it"],
    );
    no(
        "deep",
        &book(
            &sheet(&two),
            &[(
                "xl/sharedStrings.xml",
                &format!("<sst>{}", "<si>".repeat(200_000)),
            )],
        ),
        &["save it anew"],
    );
    let laughs =
        "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
    no(
        "entities",
        &book(&sheet(&two), &[("xl/sharedStrings.xml", laughs)]),
        &["save it anew"],
    );
    let count = "<sst uniqueCount=\"18446744073709551615\"></sst>";
    no(
        "a count",
        &book(&sheet(&two), &[("xl/sharedStrings.xml", count)]),
        &["shared texts", "save it anew"],
    );
    let corners = row(1, &cell("A1", "ID")) + &row(1_048_576, &number("XFD1048576", "1"));
    no(
        "two corners",
        &book(&sheet(&corners), &[]),
        &["sheet \"S\", row 1", "map the columns"],
    );
    no(
        "a binary workbook",
        &packed(&[("xl/workbook.bin".to_owned(), vec![1])]),
        &["(.xlsb)", "save it as"],
    );
    no(
        "no workbook",
        &packed(&[("word/document.xml".to_owned(), vec![])]),
        &["ZIP archive", "save it as"],
    );
}

//! Awkward workbooks, made by script.

use counteroffer::files::roster::{Profile, Progress, RosterFile};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::hostile::{packed, parts};
use super::made::{Folder, parse, profile, read_bytes};

fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn headers(sheet: &mut Worksheet, row: u32) {
    for (column, header) in (0..).zip(["ID", "MARKET", "JOB", "FTE", "RATE"]) {
        sheet.write_string(row, column, header).unwrap();
    }
}

fn line(sheet: &mut Worksheet, row: u32, fte: f64, rate: f64) {
    sheet.write_number(row, 0, row).unwrap();
    sheet.write_string(row, 1, "North").unwrap();
    sheet.write_string(row, 2, "Cook").unwrap();
    sheet.write_number(row, 3, fte).unwrap();
    sheet.write_number(row, 4, rate).unwrap();
}

fn payroll(bytes: &[u8], profile: &Profile) -> String {
    let staged = read_bytes(bytes, profile).unwrap();
    staged.reconciliation.payroll.normalize().to_string()
}

fn refused(bytes: &[u8], profile: &Profile, words: &[&str]) {
    let error = read_bytes(bytes, profile)
        .expect_err("it was read")
        .to_string();
    for word in words {
        assert!(error.contains(word), "{error} doesn't say {word}");
    }
}

#[test]
fn numbers_dates_and_blank_rows_are_read_as_shown() {
    let bytes = book(|sheet| {
        headers(sheet, 0);
        line(sheet, 1, 1.0, 25.05);
        // What 0.1 + 0.2 leaves in a sheet is shown, and read, as 0.3.
        line(sheet, 5, 0.300_000_000_000_000_04, 40.0);
    });
    let staged = read_bytes(&bytes, &profile("")).unwrap();
    assert_eq!(
        staged.reconciliation.payroll.normalize().to_string(),
        "77064"
    );
    assert_eq!(
        (staged.reconciliation.lines, staged.reconciliation.blank),
        (5, 3)
    );
}

fn with_date(text: &str) -> Vec<u8> {
    book(|sheet| {
        for (column, header) in (0..).zip(["SCALE", "STEP", "RATE", "NEXT"]) {
            sheet.write_string(0, column, header).unwrap();
        }
        sheet.write_string(1, 0, "A").unwrap();
        sheet.write_number(1, 1, 1).unwrap();
        sheet.write_number(1, 2, 20).unwrap();
        match ExcelDateTime::parse_from_str(text) {
            Ok(moment) => {
                let day = Format::new().set_num_format("d mmm yyyy");
                sheet
                    .write_datetime_with_format(1, 3, &moment, &day)
                    .unwrap();
            }
            Err(_) => {
                sheet.write_string(1, 3, text).unwrap();
            }
        }
    })
}

fn steps(setting: &str) -> Profile {
    parse(&format!(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"SCALE\", is: Scale), (header: \"STEP\", is: Step), \
         (header: \"RATE\", is: Rate), (header: \"NEXT\", is: NextStep{setting})], \
         scales: Given([(name: \"A\", steps: [(rate: 20, months: 12), (rate: 21)])]))"
    ))
}

fn next_step(bytes: &[u8], profile: &Profile) -> String {
    let staged = read_bytes(bytes, profile).unwrap();
    staged.groups[0].next_step.unwrap().to_string()
}

#[test]
fn dates_are_those_of_either_epoch_or_text() {
    let bytes = with_date("2026-03-01");
    assert_eq!(next_step(&bytes, &steps("")), "2026-03-01");
    assert_eq!(
        next_step(&with_date("Mar 1, 2026"), &steps("")),
        "2026-03-01"
    );
    assert_eq!(
        next_step(&with_date("3/1/2026"), &steps(", dates: MonthFirst")),
        "2026-03-01"
    );
    refused(
        &with_date("3/1/2026"),
        &steps(""),
        &["month first or day first", "NEXT"],
    );
    // The same day number in a workbook that counts from 1904 is four years and a day later.
    let mut all = parts(&bytes);
    for (name, part) in &mut all {
        if name.ends_with("workbook.xml") {
            let text = String::from_utf8(part.clone()).unwrap();
            *part = text
                .replacen("<workbookPr ", "<workbookPr date1904=\"1\" ", 1)
                .into_bytes();
        }
    }
    assert_eq!(next_step(&packed(&all), &steps("")), "2030-03-02");
}

#[test]
fn merged_cells_and_formulas_without_values_are_refused_with_their_cell() {
    let merged = book(|sheet| {
        headers(sheet, 0);
        line(sheet, 1, 1.0, 25.05);
        line(sheet, 2, 1.0, 25.05);
        sheet
            .merge_range(1, 1, 2, 1, "North", &Format::new())
            .unwrap();
    });
    refused(&merged, &profile(""), &["cell B2", "unmerge"]);
    let title = book(|sheet| {
        sheet
            .merge_range(0, 0, 0, 4, "Payroll register", &Format::new())
            .unwrap();
        headers(sheet, 1);
        line(sheet, 2, 1.0, 25.05);
    });
    assert_eq!(payroll(&title, &profile("file: (header_row: 2)")), "52104");
    let formula = book(|sheet| {
        headers(sheet, 0);
        line(sheet, 1, 1.0, 25.05);
        sheet
            .write_formula(1, 4, Formula::new("=20+5.05").set_result("25.05"))
            .unwrap();
    });
    assert_eq!(payroll(&formula, &profile("")), "52104");
    let mut all = parts(&formula);
    for (name, part) in &mut all {
        if name.ends_with("sheet1.xml") {
            let text = String::from_utf8(part.clone()).unwrap();
            assert!(text.contains("</f><v>25.05</v>"), "{text}");
            *part = text.replacen("</f><v>25.05</v>", "</f>", 1).into_bytes();
        }
    }
    refused(
        &packed(&all),
        &profile(""),
        &["cell E2", "let it calculate"],
    );
}

#[test]
fn sheets_are_chosen_by_name_and_hidden_ones_listed() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("Old")
        .unwrap()
        .set_hidden(true);
    let sheet = book.add_worksheet();
    sheet.set_name("Roster").unwrap().set_active(true);
    headers(sheet, 0);
    line(sheet, 1, 1.0, 25.05);
    book.add_worksheet().set_name("Empty").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(payroll(&bytes, &profile("")), "52104");
    refused(
        &bytes,
        &profile("file: (sheet: \"Empty\")"),
        &["sheet \"Empty\"", "header row"],
    );
    refused(
        &bytes,
        &profile("file: (sheet: \"Roster 2\")"),
        &["no sheet \"Roster 2\""],
    );
    let folder = Folder::new();
    let path = folder.put("r.xlsx", &bytes);
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress).unwrap();
    let sheets = &file.book().unwrap().sheets;
    let listed: Vec<_> = sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.hidden))
        .collect();
    assert_eq!(listed, [("Old", true), ("Roster", false), ("Empty", false)]);
    assert_eq!(
        file.guess_form(&progress).unwrap().sheet.as_deref(),
        Some("Roster")
    );
}

#[test]
fn errors_and_long_cells_say_their_place() {
    let error = book(|sheet| {
        headers(sheet, 0);
        line(sheet, 1, 1.0, 25.05);
        line(sheet, 2, 1.0, 25.05);
        sheet
            .write_formula(2, 4, Formula::new("=NA()").set_result("#N/A"))
            .unwrap();
    });
    let staged = read_bytes(&error, &profile("")).unwrap();
    assert_eq!(staged.reconciliation.rejected, 1);
    assert_eq!(staged.rejected[0].line, 3);
}

//! Extracts as payroll offices send them: each read right or refused with its place and a remedy, every physical line
//! accounted for, by a profile as well as by what the window guesses.

use counteroffer::files::roster::{
    Beside, Fault, Preview, Profile, Progress, Question, RosterError, RosterFile, Staged,
    guess_columns, read_roster,
};
use counteroffer::units::HoursPerYear;
use rust_xlsxwriter::{Format, Workbook};

use super::hostile::{packed, parts};
use super::made::{Folder, parse, physical_lines, profile, read_bytes};

/// What the window does before anyone has said anything: guesses the form and the columns, and reads by them.
fn as_guessed(bytes: &[u8], change: impl FnOnce(&mut Profile)) -> Result<Staged, RosterError> {
    let folder = Folder::new();
    let path = folder.put("extract", bytes);
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress)?;
    let form = file.guess_form(&progress)?;
    let preview = file.preview(&form, 200, &progress)?;
    let guess = guess_columns(&preview);
    let mut profile = parse("(name: \"x\", rates_as_of: \"2025-09-30\", columns: [])");
    profile.file = form;
    profile.columns = guess.columns;
    profile.pay = guess.pay;
    profile.fte = guess.fte;
    if let Some(decimals) = guess.decimals {
        profile.file.decimals = decimals;
    }
    change(&mut profile);
    let beside = Beside {
        hours: HoursPerYear::default(),
        scales: &[],
        currency: counteroffer::units::Currency::us_dollar(),
    };
    let staged = read_roster(&file, &profile, beside, &progress)?;
    assert!(staged.reconciliation.is_whole());
    Ok(staged)
}

fn looked_at(bytes: &[u8]) -> (u64, Preview) {
    let folder = Folder::new();
    let path = folder.put("extract", bytes);
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress).unwrap();
    let form = file.guess_form(&progress).unwrap();
    let row = form.header_row;
    (row, file.preview(&form, 200, &progress).unwrap())
}

/// Employees, rejected lines, payroll a year; the lines are counted without the program.
fn comes_to(text: &str, staged: &Staged) -> (u64, u64, String) {
    let sums = &staged.reconciliation;
    assert_eq!(sums.lines + sums.headers, physical_lines(text), "{text}");
    let payroll = sums.payroll.normalize().to_string();
    (sums.employees, sums.rejected, payroll)
}

fn is(employees: u64, rejected: u64, payroll: &str) -> (u64, u64, String) {
    (employees, rejected, payroll.to_owned())
}

fn reasons(staged: &Staged) -> Vec<String> {
    let rejected = staged.rejected.iter();
    rejected
        .map(|one| format!("line {}: {}", one.line, one.reason))
        .collect()
}

fn plain(text: &str, more: &str) -> Staged {
    read_bytes(text.as_bytes(), &profile(more)).unwrap()
}

#[test]
fn forms_of_text_are_guessed_and_read() {
    // Semicolons, a decimal comma and points between thousands: $65.000,50 a year at half time, $20,50 an hour.
    let text = "PersNr;Gebiet;Job;FTE;Jahresgehalt\r\n1;Nord;Koch;0,5;65.000,50\r\n2;Nord;Koch;1;42.640,00\r\n";
    let read = as_guessed(text.as_bytes(), |profile| {
        let mut add = |header: &str, is| {
            profile.columns.retain(|one| one.header != header);
            let column = format!("(header: \"{header}\", is: {is})");
            let own = parse(&format!(
                "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [{column}])"
            ));
            profile.columns.extend(own.columns);
        };
        add("Jahresgehalt", "Rate");
        profile.pay = counteroffer::files::roster::Pay::Annual;
    })
    .unwrap();
    assert_eq!(comes_to(text, &read), is(2, 0, "75140.25"));

    // Tabs with quotation marks, and a tab within them.
    let text =
        "ID\tMARKET\tJOB\tFTE\tRATE\n\"1\"\t\"North\"\t\"Cook\tchief\"\t\"1\"\t\"$1,025.05\"\n";
    let staged = plain(
        text,
        "file: (separator: Tab), limits: (most_fte: 2, minimum_wage: 7.25, times_median: 5)",
    );
    assert_eq!(comes_to(text, &staged), is(1, 0, "2132104"));
    assert_eq!(staged.groups[0].job.as_deref(), Some("Cook chief"));

    // Three kinds of line ends in one file, and none at the end.
    let text = "ID,MARKET,JOB,FTE,RATE\r\n1,N,Cook,1,20\n2,N,Cook,1,20\r3,N,Cook,1,20";
    let staged = plain(text, "");
    assert_eq!(comes_to(text, &staged), is(3, 0, "124800"));

    // Two files put together: the second's byte-order mark stands before an employee number, its headers again.
    let text = "\u{feff}ID,MARKET,JOB,FTE,RATE\n1,N,Cook,1,20\n\u{feff}ID,MARKET,JOB,FTE,RATE\n2,N,Cook,1,20\n";
    let staged = plain(text, "");
    assert_eq!(comes_to(text, &staged), is(2, 1, "83200"));

    // A title block of four lines, one of them empty, above the headers.
    let text = "Valley Hospitals,,,,\nPayroll register,,,,\n,,,,\nPrepared 10/02/2025 by payroll,,,,\nEmployee ID,Market,Job title,FTE,Hourly rate\n1,N,Cook,1,20\n2,N,Cook,0.5,30\n";
    let (row, preview) = looked_at(text.as_bytes());
    assert_eq!(row, 5, "{:?}", preview.headers);
    let staged = as_guessed(text.as_bytes(), |_| {}).unwrap();
    assert_eq!(comes_to(text, &staged), is(2, 0, "72800"));
    assert_eq!(staged.reconciliation.headers, 5);
}

#[test]
fn units_keep_their_zeros_and_doubles_are_told_apart() {
    let text = "ID,UNIT,FTE,RATE\n007,0010,1,20\n7,10,1,20\n0007,010,1,20\n";
    let by = "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"ID\", is: Id), (header: \"UNIT\", is: Unit), \
         (header: \"FTE\", is: Fte), (header: \"RATE\", is: Rate)])";
    let staged = read_bytes(text.as_bytes(), &parse(by)).unwrap();
    assert_eq!(comes_to(text, &staged), is(3, 0, "124800"));
    let mut units: Vec<&str> = staged
        .groups
        .iter()
        .filter_map(|one| one.unit.as_deref())
        .collect();
    units.sort_unstable();
    assert_eq!(units, ["0010", "010", "10"]);

    // One person twice with other pay: a mistake, or another post; never one of the two in silence.
    let text = "ID,MARKET,JOB,FTE,RATE\n1,N,Cook,0.5,20\n1,N,Baker,0.5,30\n";
    let staged = plain(text, "");
    assert_eq!(
        reasons(&staged),
        ["line 3: same person as line 2, other pay"]
    );
    let staged = plain(text, "same_id: AnotherPost");
    assert_eq!(comes_to(text, &staged), is(2, 0, "52000"));
}

/// A file with a date of the last step in each line; everyone is on step 1 of 12 months.
fn with_dates(dates: &[&str], is: &str) -> Result<Staged, RosterError> {
    let mut text = "SCALE,STEP,RATE,WHEN\n".to_owned();
    for date in dates {
        text.push_str(&format!("A,1,20,\"{date}\"\n"));
    }
    let profile = parse(&format!(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"SCALE\", is: Scale), (header: \"STEP\", is: Step), \
         (header: \"RATE\", is: Rate), (header: \"WHEN\", is: {is})], \
         scales: Given([(name: \"A\", steps: [(rate: 20, months: 12), (rate: 21)])]))"
    ));
    read_bytes(text.as_bytes(), &profile)
}

fn next_steps(staged: &Staged) -> Vec<String> {
    let dates = staged.groups.iter().filter_map(|group| group.next_step);
    dates.map(|date| date.to_string()).collect()
}

#[test]
fn dates_are_those_of_the_calendar() {
    // 13/4 settles the column: 3/4 is the third of April.
    let staged = with_dates(&["3/4/2026", "13/4/2026"], "NextStep").unwrap();
    assert_eq!(next_steps(&staged), ["2026-04-03", "2026-04-13"]);
    // A 29th of February is one in a leap year only.
    let staged = with_dates(&["2/29/2028", "2/29/2026"], "NextStep").unwrap();
    assert_eq!(next_steps(&staged), ["2028-02-29"]);
    assert_eq!(
        reasons(&staged),
        ["line 3: the next step is a day no calendar has"]
    );
    // Two digits are a year of this century, or of the last one from 69 on.
    let staged = with_dates(&["3/14/26"], "NextStep").unwrap();
    assert_eq!(next_steps(&staged), ["2026-03-14"]);
    let staged = with_dates(&["3/14/75"], "Hired").unwrap();
    assert_eq!(next_steps(&staged), ["2026-03-14"]);
    // What a spreadsheet writes for nothing: long before any step, as a next step it is refused; a day of hire
    // counts on in whole years.
    let staged = with_dates(&["1/13/1900"], "NextStep").unwrap();
    assert_eq!(staged.reconciliation.rejected, 1);
    let staged = with_dates(&["1/13/1900"], "Hired").unwrap();
    assert_eq!(next_steps(&staged), ["2026-01-13"]);
    // The first of January is the same day whichever stands first.
    let staged = with_dates(&["1/1/1900"], "Hired").unwrap();
    assert_eq!(next_steps(&staged), ["2026-01-01"]);
    let asked = with_dates(&["1/2/1900"], "Hired").unwrap_err();
    let fault = matches!(
        asked,
        RosterError::Refused {
            fault: Fault::Open(Question::DateOrder { .. }),
            ..
        }
    );
    assert!(fault, "{asked}");
    // Words for months, a time behind the day, and none of these.
    let staged = with_dates(
        &["14-Mar-2026", "2026-03-15 00:00:00", "Spring"],
        "NextStep",
    )
    .unwrap();
    assert_eq!(next_steps(&staged), ["2026-03-14", "2026-03-15"]);
    assert_eq!(reasons(&staged), ["line 4: the next step is no date"]);
}

#[test]
fn pay_and_hours_are_numbers_or_are_refused() {
    let one = |fte: &str, rate: &str, more: &str| {
        let text = format!("ID,MARKET,JOB,FTE,RATE\n1,N,Cook,\"{fte}\",\"{rate}\"\n");
        let staged = plain(&text, more);
        let (employees, _, payroll) = comes_to(&text, &staged);
        if employees == 1 {
            payroll
        } else {
            reasons(&staged).join("; ")
        }
    };
    for (fte, why) in [
        ("Full-time", "line 2: the FTE is no number"),
        ("Part-time", "line 2: the FTE is no number"),
        ("37h30", "line 2: the FTE is no number"),
        ("1/2", "line 2: the FTE is no number"),
    ] {
        assert_eq!(one(fte, "20", ""), why);
    }
    // A word of the currency is read as the sign is; any other word isn't.
    for rate in ["$65,000", "USD 65,000", "65,000 USD", "US$65,000.00"] {
        let told = one("1", rate, "pay: Annual");
        assert!(told == "65000", "{rate}: {told}");
    }
    // Another currency is never taken for the scenario's.
    for rate in [
        "\u{a3}65,000",
        "65,000 EUR",
        "CAD 65,000",
        "C$65,000",
        "-\u{20ac}5",
    ] {
        let why = "line 2: the rate is in another currency than the scenario";
        assert_eq!(one("1", rate, "pay: Annual"), why, "{rate}");
    }
    assert_eq!(
        one("1", "65,000 or so", "pay: Annual"),
        "line 2: the rate is no number"
    );
    assert_eq!(
        one("1", "65k", "pay: Annual"),
        "line 2: the rate is no number"
    );
    // $52,000 a year in 26, 24 and 12 payments.
    assert_eq!(one("1", "2000", "pay: PerPeriod(80)"), "52000");
    assert_eq!(one("1", "4333.333333", "pay: Monthly"), "51999.999996");
    // 24 payments are 86⅔ hours each; at 86.67 the rate is 24.999039: rounded once, where the extract is read (METHOD.md "A payroll's extract").
    assert_eq!(
        one("1", "2166.666667", "pay: PerPeriod(86.67)"),
        "51998.00112"
    );
    assert_eq!(one("90 %", "20", ""), "37440");
    assert_eq!(one("0.9", "-20", ""), "line 2: the rate is below zero");
    assert_eq!(one("0.9", "20-", ""), "line 2: the rate is below zero");
}

#[test]
fn sums_in_the_middle_are_no_employees() {
    let text = "ID,MARKET,JOB,FTE,RATE\n1,North,Cook,1,20\n2,North,Cook,1,20\nSubtotal North,,,2,40\n\n3,South,Cook,1,30\nTotal South,,,1,30\nGrand total,,,3,70\n";
    let staged = plain(text, "");
    assert_eq!(comes_to(text, &staged), is(3, 3, "145600"));
    assert!(
        reasons(&staged)
            .iter()
            .all(|one| one.contains("a line of totals")),
        "{:?}",
        reasons(&staged)
    );
    assert_eq!(staged.reconciliation.blank, 1);
}

/// A workbook with the headers, and what a test adds.
fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn fill(sheet: &mut rust_xlsxwriter::Worksheet, lines: u32) {
    for (column, header) in (0..).zip(["ID", "MARKET", "JOB", "FTE", "RATE"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    for row in 1..=lines {
        sheet.write_number(row, 0, row).unwrap();
        sheet.write_string(row, 1, "North").unwrap();
        sheet.write_string(row, 2, "Cook").unwrap();
        sheet.write_number(row, 3, 1).unwrap();
        sheet.write_number(row, 4, 20).unwrap();
    }
}

/// The same workbook with a text of a part changed.
fn changed(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut all = parts(bytes);
    let own = all.iter_mut().find(|(name, _)| name == part).unwrap();
    let text = String::from_utf8(own.1.clone()).unwrap();
    assert!(text.contains(from), "{text}");
    own.1 = text.replace(from, to).into_bytes();
    packed(&all)
}

#[test]
fn workbooks_as_offices_make_them() {
    let sums = |bytes: &[u8], more: &str| {
        let staged = read_bytes(bytes, &profile(more)).unwrap();
        let sums = &staged.reconciliation;
        (
            sums.employees,
            sums.rejected,
            sums.payroll.normalize().to_string(),
        )
    };
    // Rows and columns that are hidden or filtered away are employees like the others.
    let hidden = book(|book| {
        let sheet = book.add_worksheet();
        fill(sheet, 3);
        sheet.set_row_hidden(2).unwrap();
        sheet.set_column_hidden(1).unwrap();
    });
    assert_eq!(sums(&hidden, ""), is(3, 0, "124800"));

    // Headers that are merged over two columns are asked for, with their cells.
    let merged = book(|book| {
        let sheet = book.add_worksheet();
        fill(sheet, 1);
        sheet
            .merge_range(0, 3, 0, 4, "Pay", &Format::new())
            .unwrap();
    });
    let error = read_bytes(&merged, &profile("")).unwrap_err().to_string();
    assert!(
        error.contains("D1:E1") || error.contains("no column is called"),
        "{error}"
    );

    // Texts written into the cells, and shared ones of several runs.
    let two = book(|book| fill(book.add_worksheet(), 2));
    let sheet = "xl/worksheets/sheet1.xml";
    let text = parts(&two)
        .into_iter()
        .find(|(name, _)| name == sheet)
        .unwrap()
        .1;
    let text = String::from_utf8(text).unwrap();
    let cell = text.find("<c r=\"C2\"").unwrap();
    let end = cell + text[cell..].find("</c>").unwrap() + 4;
    let inline = "<c r=\"C2\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\">Head </t></r><r><t>cook</t></r></is></c>";
    let written = changed(&two, sheet, &text[cell..end], inline);
    let staged = read_bytes(&written, &profile("")).unwrap();
    assert!(
        staged
            .groups
            .iter()
            .any(|one| one.job.as_deref() == Some("Head cook")),
        "{:?}",
        staged.groups
    );
    let rich = changed(
        &two,
        "xl/sharedStrings.xml",
        "<t>Cook</t>",
        "<r><rPr><b/></rPr><t>Ba</t></r><r><t>ker</t></r>",
    );
    let staged = read_bytes(&rich, &profile("")).unwrap();
    assert_eq!(staged.groups[0].job.as_deref(), Some("Baker"));

    // An error of a formula is that line's reason; a truth is no number.
    let errors = changed(
        &two,
        sheet,
        "<c r=\"E2\"><v>20</v></c>",
        "<c r=\"E2\" t=\"e\"><v>#N/A</v></c>",
    );
    let staged = read_bytes(&errors, &profile("")).unwrap();
    assert_eq!(
        reasons(&staged),
        ["line 2: the rate is an error of the spreadsheet"]
    );
    let truth = changed(
        &two,
        sheet,
        "<c r=\"D2\"><v>1</v></c>",
        "<c r=\"D2\" t=\"b\"><v>1</v></c>",
    );
    let staged = read_bytes(&truth, &profile("")).unwrap();
    assert_eq!(reasons(&staged), ["line 2: the FTE is no number"]);

    // A share that is shown in percent.
    let percent = book(|book| {
        let sheet = book.add_worksheet();
        fill(sheet, 1);
        let format = Format::new().set_num_format("0%");
        sheet.write_number_with_format(1, 3, 0.9, &format).unwrap();
    });
    assert_eq!(sums(&percent, ""), is(1, 0, "37440"));

    // Three sheets, of which one is hidden so deeply that Excel doesn't list it: listed here, and read by name.
    let three = book(|book| {
        fill(book.add_worksheet().set_name("Roster").unwrap(), 2);
        fill(book.add_worksheet().set_name("Notes").unwrap(), 1);
        let deep = book.add_worksheet().set_name("Former").unwrap();
        fill(deep, 5);
        deep.set_very_hidden(true);
    });
    assert_eq!(sums(&three, ""), is(2, 0, "83200"));
    assert_eq!(
        sums(&three, "file: (sheet: \"Former\")"),
        is(5, 0, "208000")
    );
    let folder = Folder::new();
    let file = RosterFile::open(&folder.put("x", &three), &Progress::new()).unwrap();
    let sheets: Vec<(String, bool)> = file
        .book()
        .unwrap()
        .sheets
        .iter()
        .map(|one| (one.name.clone(), one.hidden))
        .collect();
    assert_eq!(
        sheets,
        [
            ("Roster".to_owned(), false),
            ("Notes".to_owned(), false),
            ("Former".to_owned(), true)
        ]
    );
    let error = read_bytes(&three, &profile("file: (sheet: \"Gone\")"))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("Gone") && error.contains("Roster"),
        "{error}"
    );
}

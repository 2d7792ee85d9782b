//! Awkward text files, made by script: read right, or refused with line and remedy.

use counteroffer::files::roster::{Profile, RosterFile, Staged};

use super::made::{parse, physical_lines, profile, read_bytes};

/// What a file must come to: employees, rejected lines, payroll in cents.
pub struct Read {
    pub employees: u64,
    pub rejected: u64,
    pub payroll: &'static str,
}

/// Two employees: 1.0 FTE at 25.05 and 0.5 at 40, 2,080 hours: 52,104 + 41,600.
pub const TWO: Read = Read {
    employees: 2,
    rejected: 0,
    payroll: "93704",
};
pub const LINES: &str = "ID,MARKET,JOB,FTE,RATE\n1,North,Cook,1,25.05\n2,South,Baker,0.5,40\n";

fn check(name: &str, text: &str, bytes: &[u8], profile: &Profile, wanted: &Read) -> Staged {
    let staged = read_bytes(bytes, profile).unwrap_or_else(|error| panic!("{name}: {error}"));
    let sums = &staged.reconciliation;
    assert_eq!(sums.employees, wanted.employees, "{name}");
    assert_eq!(
        sums.rejected, wanted.rejected,
        "{name}: {:?}",
        staged.rejected
    );
    assert_eq!(
        sums.payroll.normalize().to_string(),
        wanted.payroll,
        "{name}"
    );
    assert_eq!(sums.lines + sums.headers, physical_lines(text), "{name}");
    staged
}

pub fn plain(name: &str, text: &str, more: &str, wanted: &Read) -> Staged {
    check(name, text, text.as_bytes(), &profile(more), wanted)
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    mark.into_iter()
        .chain(text.encode_utf16())
        .flat_map(unit)
        .collect()
}

#[test]
fn every_encoding_is_guessed_and_read() {
    let with_mark = [b"\xef\xbb\xbf", LINES.as_bytes()].concat();
    let files = [
        ("UTF-8", LINES.as_bytes().to_vec(), "Utf8"),
        ("UTF-8 with its mark", with_mark, "Utf8"),
        (
            "UTF-16 low first",
            utf16(LINES, u16::to_le_bytes, true),
            "Utf16Le",
        ),
        (
            "UTF-16 high first",
            utf16(LINES, u16::to_be_bytes, true),
            "Utf16Be",
        ),
        (
            "UTF-16 without mark",
            utf16(LINES, u16::to_le_bytes, false),
            "Utf16Le",
        ),
    ];
    for (name, bytes, encoding) in files {
        let form = guessed(&bytes);
        assert_eq!(format!("{:?}", form.encoding), encoding, "{name}");
        let profile = profile(&format!("file: (encoding: {encoding})"));
        check(name, LINES, &bytes, &profile, &TWO);
    }
    // Windows-1252: an accent in one byte.
    let text = "ID,MARKET,JOB,FTE,RATE\n1,Montr\u{e9}al,Cook,1,25.05\n2,South,Baker,0.5,40\n";
    let bytes: Vec<u8> = text.chars().map(|c| u32::from(c) as u8).collect();
    assert_eq!(format!("{:?}", guessed(&bytes).encoding), "Windows1252");
    let staged = check(
        "Windows-1252",
        text,
        &bytes,
        &profile("file: (encoding: Windows1252)"),
        &TWO,
    );
    assert!(
        staged
            .groups
            .iter()
            .any(|g| g.market.as_deref() == Some("Montr\u{e9}al"))
    );
    // The same as UTF-8 is refused, with its place.
    refused(&bytes, &profile(""), "line 2, column 8", "another encoding");
}

fn guessed(bytes: &[u8]) -> counteroffer::files::roster::FileForm {
    let folder = super::made::Folder::new();
    let path = folder.put("roster.csv", bytes);
    let progress = counteroffer::files::roster::Progress::new();
    let file = RosterFile::open(&path, &progress).unwrap();
    file.guess_form(&progress).unwrap()
}

fn refused(bytes: &[u8], profile: &Profile, place: &str, remedy: &str) {
    let error = read_bytes(bytes, profile).expect_err("it was read");
    let words = error.to_string();
    assert!(words.contains(place), "{words} doesn't say {place}");
    assert!(words.contains(remedy), "{words} doesn't say {remedy}");
}

#[test]
fn every_separator_and_line_end_is_read() {
    let semicolons = LINES.replace(',', ";").replace('.', ",");
    let tabs = LINES.replace(',', "\t");
    assert_eq!(
        format!("{:?}", guessed(semicolons.as_bytes()).separator),
        "Semicolon"
    );
    assert_eq!(format!("{:?}", guessed(tabs.as_bytes()).separator), "Tab");
    let comma = "file: (separator: Semicolon, decimals: Comma)";
    plain("semicolons", &semicolons, comma, &TWO);
    plain("tabs", &tabs, "file: (separator: Tab)", &TWO);
    for end in ["\r\n", "\r"] {
        plain("line ends", &LINES.replace('\n', end), "", &TWO);
    }
    plain("no last line end", LINES.trim_end(), "", &TWO);
    plain(
        "blank lines",
        &LINES.replace('\n', "\n\n  \n,,,,\n"),
        "",
        &TWO,
    );
}

#[test]
fn numbers_are_read_as_payrolls_write_them() {
    let with = |fte: &str, rate: &str| format!("ID,MARKET,JOB,FTE,RATE\n1,N,Cook,{fte},{rate}\n");
    let annual = "pay: Annual";
    for rate in [
        "65000",
        "\"$65,000.00\"",
        "65 000",
        "\u{a0}65\u{a0}000",
        "065000.00",
        "\"65,000\"",
    ] {
        let wanted = Read {
            employees: 1,
            rejected: 0,
            payroll: "65000",
        };
        plain(rate, &with("1", rate), annual, &wanted);
    }
    let wanted = Read {
        employees: 1,
        rejected: 0,
        payroll: "65000",
    };
    plain(
        "decimal comma",
        &with("1", "\"65.000,00\""),
        "pay: Annual, file: (decimals: Comma)",
        &wanted,
    );
    let wanted = Read {
        employees: 1,
        rejected: 0,
        payroll: "58500",
    };
    plain("a share in percent", &with("90%", "65000"), annual, &wanted);
    let wanted = Read {
        employees: 1,
        rejected: 0,
        payroll: "46800",
    };
    plain(
        "weekly hours",
        &with("36", "25"),
        "fte: WeeklyHours(40)",
        &wanted,
    );
    // 2,004.00 for 80 hours is 25.05 an hour.
    let wanted = Read {
        employees: 1,
        rejected: 0,
        payroll: "52104",
    };
    plain(
        "pay a period",
        &with("1", "\"$2,004.00\""),
        "pay: PerPeriod(80)",
        &wanted,
    );
    let wanted = Read {
        employees: 1,
        rejected: 0,
        payroll: "65000",
    };
    plain(
        "pay a month",
        &with("1", "5416.666667"),
        "pay: Monthly",
        &Read {
            payroll: "65000.000004",
            ..wanted
        },
    );
    // Pay for the hours worked: 32,500 at half time is 65,000 for full time.
    let wanted = Read {
        employees: 1,
        rejected: 0,
        payroll: "32500",
    };
    plain(
        "own hours",
        &with("0.5", "32500"),
        "pay: Annual, paid_for: OwnHours",
        &wanted,
    );
    for (fte, rate, reason) in [
        ("1", "(1200)", "below zero"),
        ("1", "twenty", "no number"),
        ("1", "", "missing"),
        ("1", "1e3", "no number"),
        ("1", "\"12,34\"", "no number"),
        ("1", "0", "zero"),
        ("1", "25.1234567", "more decimals"),
        ("10", "25", "more FTE than the 2"),
        ("0", "25", "zero"),
        ("", "25", "missing"),
    ] {
        let wanted = Read {
            employees: 0,
            rejected: 1,
            payroll: "0",
        };
        let staged = plain(rate, &with(fte, rate), "", &wanted);
        let words = staged.rejected[0].reason.to_string();
        assert!(words.contains(reason), "{fte}, {rate}: {words}");
        assert_eq!(staged.rejected[0].line, 2);
    }
}

#[test]
fn quotation_marks_are_followed_or_refused() {
    let text = "ID,MARKET,JOB,FTE,RATE,ADDRESS\n1,North,\"Cook, \"\"chief\"\"\",1,25.05,\"1 Main St\nApt 2\"\n2,South,Baker,0.5,40,x\n";
    let staged = plain("line breaks in a cell", text, "", &TWO);
    assert_eq!(staged.reconciliation.continued, 1);
    assert!(
        staged
            .groups
            .iter()
            .any(|g| g.job.as_deref() == Some("Cook, \"chief\""))
    );
    plain("inches", &LINES.replace("Cook", "5'11\" Cook"), "", &TWO);
    let unclosed = LINES.replace("Cook", "\"Cook");
    refused(
        unclosed.as_bytes(),
        &profile(""),
        "line 2, column 9",
        "close it",
    );
    let after = LINES.replace("Cook", "\"Cook\"x");
    refused(
        after.as_bytes(),
        &profile(""),
        "line 2, column 9",
        "double the marks",
    );
    let zero = LINES.replace("Baker", "Ba\0ker");
    refused(zero.as_bytes(), &profile(""), "line 3, column 11", "UTF-8");
    let long = LINES.replace("Baker", &"x".repeat(1_000_000));
    refused(
        long.as_bytes(),
        &profile(""),
        "line 3, column 9",
        "quotation mark",
    );
}

#[test]
fn headers_are_found_or_asked_for() {
    let two = format!("Payroll register,,,,\n{LINES}");
    plain("a title above", &two, "file: (header_row: 2)", &TWO);
    assert_eq!(guessed(two.as_bytes()).header_row, 2);
    let two = format!("Person,Place,,Hours,Pay\n{LINES}");
    assert_eq!(guessed(two.as_bytes()).header_row, 2, "two header rows");
    // The second header row taken for an employee is rejected, not read.
    let wanted = Read { rejected: 1, ..TWO };
    let repeated = LINES.replacen('\n', "\nemployee,market,job,share,dollars\n", 1);
    plain("a second header row", &repeated, "", &wanted);
    let twice = LINES
        .replacen("MARKET", "RATE", 1)
        .replacen("JOB", "MARKET", 1);
    let asks = parse(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"FTE\", is: Fte), (header: \"RATE\", is: Rate)])",
    );
    refused(
        twice.as_bytes(),
        &asks,
        "line 1",
        "2 columns are called \"RATE\"",
    );
    let told = parse(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"FTE\", is: Fte), (header: \"RATE\", column: 5, is: Rate)])",
    );
    check("told which", &twice, twice.as_bytes(), &told, &TWO);
    let gone = LINES.replacen("RATE", "PAY", 1);
    refused(
        gone.as_bytes(),
        &profile(""),
        "line 1",
        "no column is called \"RATE\"",
    );
    let empty = LINES.replacen("MARKET", "", 1);
    refused(empty.as_bytes(), &profile(""), "line 1", "map the columns");
    refused(b"", &profile(""), "", "empty");
    refused(
        b"ID,MARKET,JOB,FTE,RATE\n",
        &profile(""),
        "",
        "no line below the headers",
    );
}

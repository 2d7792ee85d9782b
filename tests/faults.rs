//! Files and command lines that once did harm: each is refused or answered as it should be.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use counteroffer::units::visible::hidden;

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/faults")
        .join(name)
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .args(arguments)
        .output()
        .unwrap()
}

fn both(output: &Output) -> String {
    let out = String::from_utf8(output.stdout.clone()).unwrap();
    let err = String::from_utf8(output.stderr.clone()).unwrap();
    out + &err
}

/// No line of what is printed holds a character that nobody sees.
fn assert_plain(printed: &str) {
    for line in printed.lines() {
        assert!(!line.chars().any(hidden), "{line:?}");
    }
}

/// A sound scenario with `name` in place of the offer's name and `id` in place of its id.
fn scenario(id: &str, name: &str, note: &str) -> String {
    format!(
        "#![enable(implicit_some)]\n(version: 1, title: \"T\",\n term: (first_day: \"2026-01-01\", last_day: \
         \"2026-12-31\"),\n workforce: (rates_as_of: \"2025-12-31\", rounding: None, people: Summary(headcount: \
         100, fte: 90, average_annual_pay: 50000)),\n offers: [(id: \"{id}\", name: \"{name}\", side: Union, note: \
         \"{note}\",\n   clauses: [(date: \"2026-01-01\", terms: Percent(3))])])\n"
    )
}

fn report_of(file: &Path, more: &[&str]) -> serde_json::Value {
    let file = file.to_str().unwrap();
    let output = run(&[&["report", file, "--format", "json"][..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", both(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A figure by its path: `offers[0].years[1].cash`.
fn at<'v>(report: &'v serde_json::Value, path: &str) -> Option<&'v serde_json::Value> {
    let mut steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
    steps.try_fold(report, |now, step| {
        step.parse()
            .map_or_else(|_| now.get(step), |at: usize| now.get(at))
    })
}

/// The figures worked out by another program from the method (`faults/README.md`).
#[test]
fn every_file_that_went_wrong_comes_out_as_the_method_says() {
    type Expected = BTreeMap<String, BTreeMap<String, serde_json::Value>>;
    let text = fs::read_to_string(case("expected.json")).unwrap();
    let expected: Expected = serde_json::from_str(&text).unwrap();
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for (name, figures) in &expected {
        let report = report_of(&case(&format!("{name}.ron")), &[]);
        for (path, wanted) in figures {
            compared += 1;
            let found = at(&report, path);
            if found != Some(wanted) {
                wrong.push(format!("{name}: {path}: {found:?}, not {wanted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(expected.len() >= 21 && compared >= 380, "{compared}");
}

#[test]
fn terms_at_the_ends_of_the_calendar_are_refused_with_the_place_and_the_reason() {
    for (name, place) in [
        ("1900-monthly-lump", "line 3, column 19, term, first day"),
        ("2200-last-month", "line 3, column 43, term, last day"),
    ] {
        let file = case(&format!("{name}.ron"));
        for command in ["check", "report"] {
            let output = run(&[command, file.to_str().unwrap()]);
            let printed = both(&output);
            assert_eq!(output.status.code(), Some(1), "{printed}");
            assert!(
                printed.contains(place) && printed.contains("the calendar, 1900 to 2200"),
                "{printed}"
            );
        }
    }
}

/// Every file is exported whole: no figure stops another, no library speaks, and a group of one is neither
/// named nor is what it is paid shown.
#[test]
fn every_file_that_went_wrong_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(case("")).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let refused = ["1900-monthly-lump", "2200-last-month", "control-characters"];
        if file.extension().is_none_or(|one| one != "ron") || refused.contains(&name.as_str()) {
            continue;
        }
        let out = folder.path().join(&name);
        let (file, to) = (file.to_str().unwrap(), out.to_str().unwrap());
        let wanted = ["--format", "svg,csv", "--with-private"];
        let arguments = [&["export", file, "--out", to][..], &wanted[..]].concat();
        let output = run(&arguments);
        let printed = both(&output);
        assert_eq!(output.status.code(), Some(0), "{name}: {printed}");
        assert!(!printed.contains("wasn't written"), "{name}: {printed}");
        for debug in ["Err(", "Error {", "called `", "panicked", "Some("] {
            assert!(!printed.contains(debug), "{name}: {printed}");
        }
        let written: Vec<String> = fs::read_dir(&out)
            .unwrap()
            .map(|one| fs::read_to_string(one.unwrap().path()).unwrap())
            .collect();
        assert!(written.len() >= 5, "{name}: {}", written.len());
        if name == "group-of-one" {
            for text in &written {
                assert!(!text.contains("Chief librarian") && !text.contains("61.34"));
            }
        }
    }
}

/// Joining groups too small to be shown changes what a picture says by as little as can be, and it is said:
/// a raise of 1 employee in 41 doesn't become one of all.
#[test]
fn what_joining_small_groups_changes_is_on_the_sheet() {
    let file = case("group-of-one.ron");
    // 1 FTE at $61.34 and 30 at $21.00 are 31 at $22.30 to the cent. 2 % of it are $22.75, 4 % $23.19 and $24.12:
    // 31 × 2,080 hours × ($0.45 + $0.45), and ($0.89 + $1.82). Without joining $60,132.80 and $174,616.00.
    let report = report_of(&file, &["--shared"]);
    assert_eq!(report["offers"][0]["cost"], "58032.00");
    assert_eq!(report["offers"][1]["cost"], "174740.80");
    let told = both(&run(&["report", file.to_str().unwrap(), "--shared"]));
    let words = "1 group under ten is joined to others; costs change by: e \u{2212}$2,101, u +$125";
    assert!(told.contains(words), "{told}");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let arguments = [
        "export",
        file.to_str().unwrap(),
        "--out",
        out,
        "--format",
        "csv",
    ];
    assert_eq!(run(&arguments).status.code(), Some(0));
    let cost = folder.path().join("counteroffer-group-of-one-03-cost.csv");
    let cost = fs::read_to_string(cost).unwrap();
    // The change itself, set beside the cost, would be 2 % of the librarian's pay: a bound of it is told.
    let words = "Groups of fewer than 10 are joined to others, which changes costs: lower by up to $5,000 for";
    assert!(cost.contains(words), "{cost}");
    assert!(cost.contains("higher by up to $200 for"), "{cost}");
    assert!(!cost.contains("2,10"), "{cost}");
    // The librarian was chosen: the average of all stands in, not the group she is joined to, and it is said.
    let employee = folder
        .path()
        .join("counteroffer-group-of-one-07-employee.csv");
    let employee = fs::read_to_string(employee).unwrap();
    let why = "The average employee stands in: the one chosen belongs to a group of fewer than 10.";
    assert!(employee.contains(why), "{employee}");
    assert!(
        employee.contains("average pay, ") && !employee.contains("Clerks"),
        "{employee}"
    );
}

#[test]
fn control_characters_in_names_are_refused_with_place_and_remedy() {
    let file = case("control-characters.ron");
    let file = file.to_str().unwrap();
    for command in ["check", "report"] {
        let output = run(&[command, file]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        let printed = both(&output);
        assert_plain(&printed);
        assert!(printed.contains("line 3, column"), "{printed}");
        assert!(
            printed.contains("U+001B") && printed.contains("remove it"),
            "{printed}"
        );
    }
    let checked = both(&run(&["check", file]));
    assert_eq!(checked.lines().count(), 3, "one line a fault: {checked}");
}

#[test]
fn whatever_hides_in_an_id_a_name_or_a_note_is_refused_and_forges_no_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    let file = path.to_str().unwrap();
    for hidden in [
        "\\n",
        "\\r",
        "\\t",
        "\\u{1b}[31m",
        "\\u{7}",
        "\\u{85}",
        "\\u{9b}",
        "\\u{2028}",
        "\\u{2029}",
        "\\u{200b}",
        "\\u{200e}",
        "\\u{202e}",
        "\\u{2066}",
        "\\u{ad}",
        "\\u{feff}",
        "\\u{e0041}",
        "\\u{2063}",
        "\u{202e}",
        "\u{2028}",
        "\u{200b}",
        "\\u{200d}",
        "\\u{3164}",
    ] {
        let in_id = scenario(&format!("x{hidden}y"), "X", "");
        let in_name = scenario("x", &format!("X{hidden}Y is fine"), "");
        let mut texts = vec![in_id, in_name];
        if !["\\n", "\\r", "\\t"].contains(&hidden) {
            texts.push(scenario("x", "X", &format!("n{hidden}")));
        }
        for text in texts {
            fs::write(&path, text).unwrap();
            let output = run(&["check", file]);
            let printed = both(&output);
            assert_eq!(output.status.code(), Some(1), "{hidden:?}: {printed}");
            assert_plain(&printed);
            assert_eq!(printed.lines().count(), 1, "{hidden:?}: {printed}");
        }
    }
    let emoji = "\u{1f469}\u{200d}\u{1f527} \u{4f60}\u{597d} e\u{301} \u{2019}";
    fs::write(&path, scenario("x", emoji, "two\\nlines\\tof a note")).unwrap();
    let output = run(&["check", file]);
    assert_eq!(output.status.code(), Some(0), "{}", both(&output));
}

#[test]
fn an_unknown_id_a_wrong_name_or_a_path_forges_no_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    let sound = scenario("x", "X", "");
    for wrong in [
        sound.replace(
            "title: \"T\",",
            "title: \"T\", a: \"gone\\nother.ron is fine\\u{1b}[2J\",",
        ),
        sound.replace("side: Union", "side: Un\u{202e}ion"),
        sound.replace("title: \"T\"", "ti\u{200b}tle: \"T\""),
        sound.replace("\"2026-01-01\", terms", "\"2026\\u{1b}[31m\", terms"),
        sound.replace("Percent(3)", "Percent(\u{1b}[31m3)"),
        sound.replace("Percent(3)", "Per\u{7}cent(3)"),
    ] {
        fs::write(&path, wrong).unwrap();
        for command in ["check", "report"] {
            let output = run(&[command, path.to_str().unwrap()]);
            assert_eq!(output.status.code(), Some(1), "{}", both(&output));
            assert_plain(&both(&output));
        }
    }
    let evil = folder.path().join("a\nb.ron is fine\u{1b}[2J.ron");
    for command in ["check", "report"] {
        assert_plain(&both(&run(&[command, evil.to_str().unwrap()])));
        assert_plain(&both(&run(&[command, "--format\u{1b}[2J", "x"])));
    }
    fs::write(&evil, &sound).unwrap();
    let output = run(&["check", evil.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(both(&output).lines().count(), 1);
    let out = folder.path().join("out");
    let arguments = [
        "--out",
        out.to_str().unwrap(),
        "--format",
        "csv",
        "--with-private",
    ];
    let output = run(&[&["export", evil.to_str().unwrap()][..], &arguments[..]].concat());
    assert_plain(&both(&output));
}

#[test]
fn a_name_has_a_longest_length_and_nothing_panics_on_a_long_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    for length in [201, 65_536, 1_000_000] {
        fs::write(&path, scenario("x", &"n".repeat(length), "")).unwrap();
        for command in ["check", "report"] {
            let output = run(&[command, path.to_str().unwrap()]);
            let printed = both(&output);
            assert_eq!(output.status.code(), Some(1), "{printed}");
            assert!(printed.contains("at most 200"), "{printed}");
        }
    }
    fs::write(&path, scenario("x", &"n".repeat(200), "")).unwrap();
    assert_eq!(
        run(&["report", path.to_str().unwrap()]).status.code(),
        Some(0)
    );
}

/// Exactly half a cent is rounded up, also where a third of everyone's pay is taken.
#[test]
fn an_exact_half_of_an_average_rounds_away_from_zero() {
    let file = case("tie-average.ron");
    let output = run(&["report", file.to_str().unwrap(), "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let earned = &report["offers"][0]["employee"]["cumulative"][0]["earned"];
    assert_eq!(earned, "50000.01");
}

#[cfg(unix)]
#[test]
fn what_is_in_the_way_of_an_export_is_named_and_stays_as_it_is() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    fs::write(&path, scenario("x", "X", "")).unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "mine").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let dead = folder.path().join("dead");
    symlink(folder.path().join("nowhere"), &dead).unwrap();
    for (out, words) in [(&file, "is a file"), (&dead, "is a link")] {
        let arguments = [
            "--out",
            out.to_str().unwrap(),
            "--format",
            "csv",
            "--with-private",
        ];
        let output = run(&[&["export", path.to_str().unwrap()][..], &arguments[..]].concat());
        let printed = both(&output);
        assert_eq!(output.status.code(), Some(1), "{printed}");
        assert!(
            printed.contains(words) && printed.contains("choose a"),
            "{printed}"
        );
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

/// A newer version's file is read for its figures, and the reason stands beside them.
#[test]
fn a_newer_version_s_file_says_what_is_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    let newer = scenario("x", "X", "")
        .replace("version: 1", "version: 9")
        .replace(
            "side: Union,",
            "side: Union, mood: \"good\", weather: (sun: 3),",
        )
        .replace("title:", "season: 3, title:");
    fs::write(&path, newer).unwrap();
    let output = run(&["report", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", both(&output));
    let told = String::from_utf8(output.stderr).unwrap();
    for word in [
        "format 9",
        "season",
        "offers: mood",
        "offers: weather",
        "not saved over",
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
}

/// Every text of the file format, one after the other, with a mark in it that turns the direction of writing.
#[test]
fn no_text_of_the_format_may_hide_a_mark() {
    let mut tried = 0;
    for text in [
        include_str!("golden/version-1.ron"),
        include_str!("golden/version-1-table.ron"),
        include_str!("golden/version-1-statements.ron"),
    ] {
        for (at, _) in text.match_indices('"') {
            // Behind an opening mark stands the first character, behind a closing one what parts entries.
            let opens = text[..at].matches('"').count() % 2 == 0;
            if !opens {
                continue;
            }
            for hidden in ["\\u{202e}", "\\u{1b}", "\\u{200b}", "\\u{2029}"] {
                let (before, after) = text.split_at(at + 1);
                let marked = format!("{before}{hidden}{after}");
                let problems = counteroffer::files::read_text(&marked);
                let told = match &problems {
                    Ok(reading) => reading.problems.len(),
                    Err(_) => 1,
                };
                let line = before.lines().last().unwrap_or_default();
                assert!(told > 0, "{hidden} is taken behind {line}");
                tried += 1;
            }
        }
    }
    assert!(tried > 400, "{tried} texts");
}

/// Every text of the format with a line break in it: only texts of many lines may have one.
#[test]
fn a_line_break_stands_in_texts_of_many_lines_only() {
    let mut taken = BTreeSet::new();
    for text in [
        include_str!("golden/version-1.ron"),
        include_str!("golden/version-1-table.ron"),
        include_str!("golden/version-1-statements.ron"),
    ] {
        for (at, _) in text.match_indices('"') {
            let (before, after) = text.split_at(at + 1);
            if text[..at].matches('"').count() % 2 == 0
                && counteroffer::files::read_text(&format!("{before}\\n{after}"))
                    .is_ok_and(|reading| reading.problems.is_empty())
            {
                let field = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric());
                let field = field
                    .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
                    .next();
                taken.insert(field.unwrap_or_default());
            }
        }
    }
    let many_lines = BTreeSet::from(["condition", "left_out_because", "note", "why"]);
    assert_eq!(taken, many_lines);
}

#[test]
fn what_is_typed_on_the_command_line_forges_no_line() {
    let forged = "x\ncounteroffer: all is fine\u{1b}[2J\u{202e}";
    for arguments in [
        &["report", "--format", forged][..],
        &["export", "--out", "o", "--figure", forged],
        &["check"],
        &[forged, "more"],
        &["report", "a", forged],
    ] {
        let printed = both(&run(arguments));
        assert_plain(&printed);
        assert!(
            !printed
                .lines()
                .any(|line| line.starts_with("counteroffer: all is fine")),
            "{printed}"
        );
    }
}

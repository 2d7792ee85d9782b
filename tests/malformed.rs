//! Bad files: each is refused in words, with line and column, or opened as it was meant.
//!
//! `malformed/expected.txt` says what each file of that folder is told.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is the failure message"
)]

mod own_time;

use std::fs;
use std::path::{Path, PathBuf};

use counteroffer::files::{
    FileError, MAX_BYTES, Problem, Reading, backup_path, check, open, parse_scenario, read_bytes,
};
use counteroffer::scenario::Severity;
use own_time::own_time;

/// Words no message may use: they are this program's affair.
const JARGON: [&str; 9] = [
    "deserialize",
    "serde",
    "struct",
    "enum",
    "variant",
    "RawValue",
    "parse",
    "identifier",
    "Eof",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/malformed")
}

fn whole() -> Vec<u8> {
    fs::read(folder().join("whole.ron")).unwrap()
}

fn reading(file: &str) -> Reading {
    check(&folder().join(file)).unwrap()
}

#[test]
fn each_file_is_told_what_is_wrong_and_where() {
    let accepted = ["whole.ron", "mark.ron", "newer-readable.ron"];
    told_in("", &accepted);
    told_in("terms", &["whole.ron"]);
}

/// Compares what each file of a folder is told with the folder's table; those accepted have no line in it.
fn told_in(subfolder: &str, accepted: &[&str]) {
    let folder = folder().join(subfolder);
    let table = fs::read_to_string(folder.join("expected.txt")).unwrap();
    let mut told = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [file, at, place, words] = line.splitn(4, " | ").collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let problem = check(&folder.join(file)).unwrap().problems[0].clone();
        assert_eq!(
            format!("{}:{}", problem.line, problem.column),
            at,
            "{file}: {problem}"
        );
        assert_eq!(problem.place, place, "{file}: {problem}");
        assert!(
            problem.message.contains(words),
            "{file}: {problem}\nwanted: {words}"
        );
        assert_eq!(problem.severity, Severity::Error, "{file}");
        let shown = problem.to_string();
        assert!(!JARGON.iter().any(|word| shown.contains(word)), "{shown}");
        let error = open(&folder.join(file)).unwrap_err();
        assert!(error.to_string().contains(file), "{error}");
        told += 1;
    }
    let files = fs::read_dir(folder)
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_str().unwrap().ends_with(".ron")
        })
        .count();
    assert_eq!(
        told,
        files - accepted.len(),
        "a file without its line in the table"
    );
}

#[test]
fn a_file_with_every_kind_of_clause_is_read_with_a_remark_about_the_one_left_out() {
    let reading = reading("terms/whole.ron");
    let told: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    let [remark] = &told[..] else {
        panic!("{told:?}");
    };
    assert_eq!(reading.problems[0].severity, Severity::Warning);
    assert!(
        remark.contains("no group has the market \"East\""),
        "{remark}"
    );
}

#[test]
fn the_whole_file_is_clean_and_a_mark_before_it_changes_nothing() {
    let clean = reading("whole.ron");
    assert!(clean.problems.is_empty() && clean.read_only.is_none() && clean.has_comments);
    let marked = reading("mark.ron");
    assert_eq!(marked, clean);
}

#[test]
fn cut_off_at_every_byte_it_is_an_error_or_the_same() {
    let whole = whole();
    let same = read_bytes(&whole).unwrap().scenario;
    let end = whole.trim_ascii_end().len();
    for length in 0..whole.len() {
        let reading = read_bytes(&whole[..length]).unwrap();
        if length >= end {
            assert_eq!(reading.scenario, same, "at {length}");
        } else {
            assert_eq!(reading.scenario, None, "at {length}");
            let problem = &reading.problems[0];
            // Within its first comment a file may also look empty, or like anything.
            assert!(problem.damaged || length < 100, "at {length}: {problem}");
            let shown = problem.to_string();
            assert!(!JARGON.iter().any(|word| shown.contains(word)), "{shown}");
        }
    }
}

#[test]
fn every_byte_flipped_it_is_an_error_or_a_scenario() {
    let whole = whole();
    let mut refused = 0_u32;
    for at in 0..whole.len() {
        for flip in [0x01, 0x04, 0x10, 0x20, 0x80, whole[at]] {
            let mut bytes = whole.clone();
            bytes[at] ^= flip;
            let reading = read_bytes(&bytes).unwrap();
            let errors = |p: &&Problem| p.severity == Severity::Error;
            refused += u32::from(reading.problems.iter().any(|p| errors(&p)));
            assert!(reading.scenario.is_some() || !reading.problems.is_empty());
            for problem in &reading.problems {
                let shown = problem.to_string();
                assert!(!JARGON.iter().any(|word| shown.contains(word)), "{shown}");
            }
        }
    }
    assert!(refused > 1000);
}

#[test]
fn brackets_without_end_are_refused_quickly() {
    let head = "(version: 1, title: ";
    for open in [
        "(", "[", "{", "Some(", "\"", "/*", "((\"", "r#", "'", "(a:", ",", ":",
    ] {
        let text = format!("{head}{}", open.repeat(200_000));
        let begun = own_time();
        assert!(parse_scenario(&text).is_err());
        let number = text.replace("title", "discount_rate");
        assert!(parse_scenario(&number).is_err());
        assert!((own_time() - begun).as_secs() < 5, "{open}");
    }
}

#[test]
fn a_newer_version_is_read_but_not_written() {
    let reading = reading("newer-readable.ron");
    let reason = reading.read_only.clone().unwrap();
    for words in [
        "newer version",
        "format 2",
        "reads format 1",
        "mood",
        "offers: clauses: odds",
    ] {
        assert!(reason.contains(words), "{reason}");
    }
    assert_eq!(reading.scenario, reading_of_whole());
    let opened = open(&folder().join("newer-readable.ron")).unwrap();
    assert_eq!(opened.read_only, Some(reason));
    assert_eq!(opened.scenario.version, 1);
    let text = fs::read_to_string(folder().join("newer-readable.ron")).unwrap();
    let error = parse_scenario(&text).unwrap_err();
    assert!(matches!(error, FileError::Newer { version: 2, .. }));
    let error = open(&folder().join("newer.ron")).unwrap_err().to_string();
    assert!(error.contains("Update the program") && error.contains("Tiered is not known here"));
}

fn reading_of_whole() -> Option<counteroffer::scenario::Scenario> {
    reading("whole.ron").scenario
}

#[test]
fn all_broken_rules_are_told_at_once() {
    let text = String::from_utf8(whole()).unwrap();
    let text = text
        .replace("b: \"second\"", "b: \"third\"")
        .replace("step: 2", "step: 0")
        .replace("shared: true", "shared: false")
        .replace("(date: \"2027-04-01\"", "(date: \"2031-04-01\"");
    let reading = read_bytes(text.as_bytes()).unwrap();
    let told: Vec<_> = reading
        .problems
        .iter()
        .map(|p| (p.severity, p.line, p.place.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (Severity::Error, 21, "b"),
            (Severity::Error, 28, "group \"RN 2\", step"),
            (
                Severity::Error,
                53,
                "offer \"Union counter\", clause 3, date"
            ),
            (Severity::Warning, 38, "offer \"Employer offer\", status"),
        ]
    );
    let error = parse_scenario(&text).unwrap_err().to_string();
    assert!(
        error.starts_with("line 21, column 8, b: no offer")
            && error.ends_with("(and 2 more errors)")
    );
}

#[test]
fn what_is_no_readable_file_is_told_so() {
    let temporary = tempfile::tempdir().unwrap();
    let here = temporary.path();
    let told = |path: &Path| open(path).unwrap_err().to_string();
    assert!(told(here).contains("is a folder; choose a file in it"));
    if cfg!(unix) {
        let device = told(Path::new("/dev/zero"));
        assert!(device.contains("is not an ordinary file"), "{device}");
    }
    let missing = here.join("missing.ron");
    assert!(told(&missing).contains("does not exist; check the name and the folder"));
    fs::write(backup_path(&missing), b"").unwrap();
    let offered = format!(
        "The version before the last save is in {}.bak",
        missing.display()
    );
    assert!(told(&missing).contains(&offered));
    for (name, bytes) in [
        ("nul.ron", vec![0; 100]),
        ("empty.ron", Vec::new()),
        ("cut.ron", whole()[..900].to_vec()),
    ] {
        let path = here.join(name);
        fs::write(&path, bytes).unwrap();
        assert_eq!(open(&path).unwrap_err().backup(), None, "{name}");
        fs::write(backup_path(&path), whole()).unwrap();
        let error = open(&path).unwrap_err();
        assert_eq!(error.backup(), Some(backup_path(&path).as_path()), "{name}");
        let words = format!("before the last save is in {}.bak", path.display());
        assert!(error.to_string().ends_with(&words), "{error}");
        let told = check(&path).unwrap().problems[0].to_string();
        assert!(told.ends_with(&words), "{told}");
    }
}

#[test]
fn sixty_five_megabytes_are_refused_unread() {
    let temporary = tempfile::tempdir().unwrap();
    let path = temporary.path().join("large.ron");
    let file = fs::File::create(&path).unwrap();
    file.set_len(65_000_000).unwrap();
    let error = open(&path).unwrap_err();
    assert!(matches!(error, FileError::TooLarge { .. }));
    assert!(error.to_string().contains("the file is larger than 64 MB"));
    assert!(read_bytes(&vec![b' '; MAX_BYTES + 1]).is_err());
}

/// Through the program itself, as another user where the tests run as root, whom no mode keeps out.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told_as_such() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let temporary = tempfile::tempdir().unwrap();
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(temporary.path(), 0o755);
    let path = temporary.path().join("secret.ron");
    fs::write(&path, whole()).unwrap();
    mode(&path, 0o000);
    // A copy, because the other user may not reach the folder the program is built in.
    let program = temporary.path().join("counteroffer");
    fs::copy(env!("CARGO_BIN_EXE_counteroffer"), &program).unwrap();
    mode(&program, 0o755);
    let mut check = Command::new(&program);
    check.arg("check").arg(&path).current_dir(temporary.path());
    if fs::metadata(&path).unwrap().uid() == 0 {
        check.uid(65534).gid(65534);
    }
    let output = check.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let words = "secret.ron can't be opened: you have no permission to read it. Ask its owner";
    assert!(!output.status.success() && told.contains(words), "{told}");
}

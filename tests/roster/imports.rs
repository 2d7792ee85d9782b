//! An import through the command line, and what holds of every one: it is quick, it is said in plain words, every
//! physical line is accounted for, and a scenario is written exactly where it succeeds.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const COLUMNS: &str = r#"columns: [
    (header: "ID", is: Id), (header: "MARKET", is: Market), (header: "JOB", is: Job), (header: "FTE", is: Fte),
    (header: "RATE", is: Rate),
],"#;
const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/empty-template.ron");
pub const HEAD: &str = "ID,MARKET,JOB,FTE,RATE\n";
pub const TWO: &str = "ID,MARKET,JOB,FTE,RATE\n1,North,Cook,1,25.05\n2,South,Baker,0.5,40\n";
/// Words of the libraries beneath, and of programs, that nobody who sends a payroll's extract should read.
const NO_WORDS: [&str; 16] = [
    "Some(",
    "None,",
    "Err(",
    "panicked",
    "unwrap",
    "::",
    "Xml",
    "EOCD",
    "Zip ",
    "utf-8 error",
    "invalid data",
    "ColumnUse",
    "Meaning",
    "the who",
    "line 0",
    "os error",
];

pub fn profile(more: &str) -> String {
    format!("(name: \"t\", rates_as_of: \"2025-09-30\", {COLUMNS} {more})")
}

/// Imports a roster, and checks what holds of every one: it is quick, says nothing in a program's words, and writes
/// a scenario exactly where it succeeds.
pub fn import(folder: &Path, name: &str, bytes: &[u8], profile: &str) -> Output {
    for old in ["OUT.ron", "roster"] {
        let _ = std::fs::remove_file(folder.join(old));
    }
    std::fs::write(folder.join("roster"), bytes).unwrap();
    std::fs::write(folder.join("P.ron"), profile).unwrap();
    let before = Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .current_dir(folder)
        .args([
            "import",
            "roster",
            "--profile",
            "P.ron",
            "--scenario",
            CASE,
            "--out",
            "OUT.ron",
        ])
        .output()
        .unwrap();
    // A second is promised of the optimised program on a machine of its own.
    assert!(
        before.elapsed() < Duration::from_secs(5),
        "{name} took {:?}",
        before.elapsed()
    );
    let said = said(&output);
    for word in NO_WORDS {
        assert!(!said.contains(word), "{name} says {word}: {said}");
    }
    let wrote = folder.join("OUT.ron").exists();
    assert_eq!(wrote, output.status.code() == Some(0), "{name}: {said}");
    output
}

pub fn said(output: &Output) -> String {
    let text = [output.stdout.as_slice(), &output.stderr].concat();
    String::from_utf8(text).unwrap()
}

/// The number printed behind a label of the reconciliation.
fn printed(said: &str, label: &str) -> Option<u64> {
    let line = said.lines().find(|line| line.starts_with(label))?;
    line[label.len()..].trim().replace(',', "").parse().ok()
}

/// Read: so many employees, so many rejected, this payroll; all lines below the headers are in the sum.
pub struct Read(pub u64, pub u64, pub &'static str);

pub fn reads(folder: &Path, name: &str, bytes: &[u8], profile: &str, wanted: &Read, below: u64) {
    let output = import(folder, name, bytes, profile);
    let said = said(&output);
    let code = if wanted.1 > 0 || wanted.0 == 0 { 1 } else { 0 };
    assert_eq!(output.status.code(), Some(code), "{name}: {said}");
    let number = |label: &str| printed(&said, label);
    assert_eq!(number("= employees"), Some(wanted.0), "{name}: {said}");
    assert_eq!(number("+ rejected"), Some(wanted.1), "{name}: {said}");
    assert_eq!(
        number("Lines below the headers"),
        Some(below),
        "{name}: {said}"
    );
    let parts = [
        "= employees",
        "+ left out",
        "+ rejected",
        "+ blank",
        "+ continued lines",
    ];
    let sum: u64 = parts.into_iter().filter_map(number).sum();
    assert_eq!(sum, below, "{name}: {said}");
    assert!(said.contains("every line accounted for"), "{name}: {said}");
    assert!(said.contains(wanted.2), "{name}: {said}");
}

/// Refused as a whole, with these words: the place, what is wrong, what to do.
pub fn refuses(folder: &Path, name: &str, bytes: &[u8], profile: &str, words: &[&str]) {
    let output = import(folder, name, bytes, profile);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1), "{name}: {said}");
    for word in words {
        assert!(said.contains(word), "{name} doesn't say {word}: {said}");
    }
}

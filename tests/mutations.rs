//! Files changed at random: an error in words or a scenario, never a panic, never a wait.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is the failure message"
)]

mod numbers;
mod own_time;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use counteroffer::files::{read_bytes, read_text, to_ron};
use numbers::Numbers;
use own_time::own_time;

/// What typing, pasting and broken disks put into files.
const PIECES: [&str; 36] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "//",
    "/*",
    "*/",
    "r#",
    "#",
    "\n",
    "\0",
    "Some(",
    "None",
    "NaN",
    "-1",
    "1e9",
    "0x1F",
    "99999999999999999999999999999",
    "unknown",
    "true",
    "Percent(",
    "Groups([",
    "version: 2",
    "\"2027-02-30\"",
    "note: ",
    "é",
    "\u{feff}",
    "..",
    "#![enable(",
];

/// How long it goes on; longer in continuous integration and before a release.
fn seconds() -> u64 {
    let asked = std::env::var("COUNTEROFFER_FUZZ_SECONDS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(5)
}

#[test]
fn changed_at_random_it_is_an_error_or_a_scenario() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let seeds = [
        "malformed/whole.ron",
        "malformed/newer-readable.ron",
        "golden/version-1.ron",
    ];
    let seeds = seeds.map(|seed| fs::read(folder.join(seed)).unwrap());
    let mut numbers = Numbers::new(1);
    let until = Instant::now() + Duration::from_secs(seconds());
    let (mut runs, mut accepted) = (0_u64, 0_u64);
    while Instant::now() < until || runs < 300 {
        let seed = runs;
        let mut bytes = seeds[numbers.below(3) as usize].clone();
        for _ in 0..=numbers.below(3) {
            mutate(&mut bytes, &mut numbers);
        }
        let begun = own_time();
        let reading = read_bytes(&bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            own_time() - begun < Duration::from_secs(2),
            "run {seed}:\n{text}"
        );
        runs += 1;
        match reading.scenario {
            None => {
                let shown = reading.problems[0].to_string();
                let jargon = ["serde", "variant", "struct", "parse", "Eof"];
                assert!(
                    !jargon.iter().any(|word| shown.contains(word)),
                    "{shown}\n{text}"
                );
            }
            // What was accepted can be saved and comes back.
            Some(scenario) => {
                accepted += 1;
                let written = to_ron(&scenario).unwrap();
                let read = read_text(&written).unwrap().scenario;
                assert_eq!(
                    format!("{read:?}"),
                    format!("{:?}", Some(scenario)),
                    "{text}"
                );
            }
        }
    }
    assert!(accepted > 0, "{runs} runs, none accepted");
    println!("{runs} runs, {accepted} accepted, 0 panics");
}

/// Puts in, takes out, doubles or swaps a stretch.
fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    let length = bytes.len() as u64;
    let start = numbers.below(length) as usize;
    let end = (start + 1 + numbers.below(12) as usize).min(bytes.len());
    let piece = PIECES[numbers.below(PIECES.len() as u64) as usize];
    match numbers.below(6) {
        0 => drop(bytes.drain(start..end)),
        1 => drop(bytes.splice(start..start, piece.bytes())),
        2 => drop(bytes.splice(start..end, piece.bytes())),
        3 => bytes[start] ^= 1 << numbers.below(8),
        4 => {
            let stretch = bytes[start..end].to_vec();
            let to = numbers.below(length) as usize;
            drop(bytes.splice(to..to, stretch));
        }
        _ => bytes.truncate(bytes.len() - end.min(40)),
    }
    if bytes.is_empty() {
        bytes.push(b'(');
    }
}

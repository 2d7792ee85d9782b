//! What a command reads stays, and what a workforce's parts are called is theirs.

use std::collections::BTreeMap;

use serde_json::Value;

use super::commands::{CASE, counteroffer, import, succeeds};
use super::made::Folder;

/// Nothing an import reads is what it writes over: not by another name, nor as the backup or the table of what it
/// replaces.
#[test]
fn what_an_import_reads_stays_whatever_it_is_told_to_write() {
    use std::fs;
    let folder = Folder::new();
    let here = folder.path();
    let generate = ["generate", "--employees", "30", "--out", "ROSTER.csv"];
    succeeds(here, &generate);
    fs::copy(CASE, here.join("S.ron")).unwrap();
    fs::copy(CASE, here.join("OLD.ron.bak")).unwrap();
    fs::copy(CASE, here.join("OLD.ron")).unwrap();
    fs::create_dir(here.join("sub")).unwrap();
    fs::hard_link(here.join("ROSTER.csv"), here.join("second.ron")).unwrap();
    let all = || -> BTreeMap<String, Vec<u8>> {
        let files = fs::read_dir(here).unwrap().map(|one| one.unwrap());
        let files = files.filter(|one| one.file_type().unwrap().is_file());
        files
            .map(|one| {
                let name = one.file_name().to_string_lossy().into_owned();
                (name, fs::read(one.path()).unwrap())
            })
            .collect()
    };
    let run = |roster: &str, scenario: &str, out: &str| {
        let profile = ["--profile", "PROFILE.ron", "--scenario", scenario];
        let mut arguments = vec!["import", roster];
        arguments.extend(profile);
        arguments.extend(["--out", out]);
        counteroffer(here, &arguments)
    };
    let stays = |roster: &str, scenario: &str, out: &str| {
        let before = all();
        let output = run(roster, scenario, out);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{out}: {told}");
        assert!(told.contains("is what this reads"), "{out}: {told}");
        assert_eq!(all(), before, "{out}");
    };
    for out in [
        "ROSTER.csv",
        "sub/../ROSTER.csv",
        "PROFILE.ron",
        "S.ron",
        "second.ron",
    ] {
        stays("ROSTER.csv", "S.ron", out);
    }
    stays("ROSTER.csv", "OLD.ron.bak", "OLD.ron");
    // The table of a scenario that is replaced goes with it.
    assert!(run("ROSTER.csv", "S.ron", "NEW.ron").status.success());
    let table = all()
        .into_keys()
        .find(|name| name.starts_with("NEW.") && name.ends_with(".csv"));
    let table = table.unwrap();
    stays(&table, "S.ron", "NEW.ron");
    stays("ROSTER.csv", "NEW.ron", &table);
}

/// Who gains is exported as the report tells it: under a name stand those who have it, or nobody.
#[test]
fn who_gains_is_exported_under_everybodys_own_names() {
    let folder = Folder::new();
    let here = folder.path();
    succeeds(here, &["generate", "--employees", "300", "--out", "R.csv"]);
    assert!(import(here, "R.csv", &[]).status.success());
    let figure = [
        "--figure",
        "spread",
        "--format",
        "csv",
        "--out",
        "d",
        "--with-private",
    ];
    succeeds(here, &[&["export", "NEW.ron"][..], &figure].concat());
    let files = std::fs::read_dir(here.join("d")).unwrap();
    let mut files = files.map(|one| one.unwrap().path());
    let table = files.find(|path| path.to_string_lossy().ends_with("-spread.csv"));
    let table = std::fs::read_to_string(table.unwrap()).unwrap();
    let text = succeeds(here, &["report", "NEW.ron", "--format", "json"]);
    let report: Value = serde_json::from_str(&text).unwrap();
    let markets = report["people"]["by_market"].as_array().unwrap();
    assert!(
        markets.iter().any(|row| row["hidden"] == true),
        "{markets:?}"
    );
    for row in markets {
        let name = row["name"].as_str().unwrap();
        let line = table
            .lines()
            .find(|line| line.starts_with(&format!("by market,{name},")));
        let heads = line.unwrap().split(',').nth(3).unwrap();
        match row["headcount"].as_u64() {
            Some(own) => assert_eq!(heads, own.to_string(), "{name}"),
            None => assert_eq!(heads, "hidden", "{name}"),
        }
    }
}

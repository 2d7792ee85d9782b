//! `generate` and `import`: a contract with scripts.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::made::Folder;

pub(super) fn counteroffer(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

pub(super) fn succeeds(folder: &Path, arguments: &[&str]) -> String {
    let output = counteroffer(folder, arguments);
    let complained = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {complained}");
    String::from_utf8(output.stdout).unwrap()
}

pub(super) const CASE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/scenarios/kaiser-alliance-2025.ron"
);

pub(super) fn import(folder: &Path, roster: &str, more: &[&str]) -> Output {
    let mut arguments = vec![
        "import",
        roster,
        "--profile",
        "PROFILE.ron",
        "--scenario",
        CASE,
        "--out",
        "NEW.ron",
    ];
    arguments.extend(more);
    counteroffer(folder, &arguments)
}

/// What stands where a file should be written is named, and stays: links, folders, files that may only be read. A file
/// that is replaced keeps its mode, and a link to a scenario stays one.
#[cfg(unix)]
#[test]
fn what_is_in_the_way_of_a_roster_or_a_scenario_is_named_and_stays() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new();
    let here = folder.path();
    let generate = |out: &str| counteroffer(here, &["generate", "--employees", "5", "--out", out]);
    assert!(generate("ROSTER.csv").status.success());
    fs::write(here.join("file"), "mine").unwrap();
    fs::create_dir(here.join("folder.csv")).unwrap();
    symlink("file", here.join("link.csv")).unwrap();
    symlink("nowhere", here.join("dead.csv")).unwrap();
    for (out, words) in [
        ("folder.csv", "is a folder"),
        ("link.csv", "is a link"),
        ("dead.csv", "is a link"),
        ("file/x.csv", "what is named as its folder is a file"),
        ("none/x.csv", "its folder does not exist"),
    ] {
        let output = generate(out);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{out}: {told}");
        assert!(
            told.contains(words) && told.contains("folder"),
            "{out}: {told}"
        );
    }
    assert_eq!(fs::read_to_string(here.join("file")).unwrap(), "mine");
    let mode = |name: &str| fs::metadata(here.join(name)).unwrap().permissions().mode() & 0o777;
    let allow = |name: &str, mode| {
        fs::set_permissions(here.join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    allow("ROSTER.csv", 0o640);
    assert!(generate("ROSTER.csv").status.success());
    assert_eq!(mode("ROSTER.csv"), 0o640);
    // The same of the scenario that an import writes.
    fs::write(here.join("old.ron"), "old").unwrap();
    allow("old.ron", 0o604);
    symlink("old.ron", here.join("NEW.ron")).unwrap();
    let output = import(here, "ROSTER.csv", &[]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("NEW.ron is a link"), "{told}");
    assert_eq!(fs::read_to_string(here.join("old.ron")).unwrap(), "old");
    fs::remove_file(here.join("NEW.ron")).unwrap();
    fs::rename(here.join("old.ron"), here.join("NEW.ron")).unwrap();
    allow("NEW.ron", 0o444);
    let output = import(here, "ROSTER.csv", &[]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("may only be read"), "{told}");
    assert_eq!(fs::read_to_string(here.join("NEW.ron")).unwrap(), "old");
    allow("NEW.ron", 0o604);
    assert!(import(here, "ROSTER.csv", &[]).status.success());
    assert_eq!(mode("NEW.ron"), 0o604);
    // A new one is the user's alone, as its table is.
    fs::remove_file(here.join("NEW.ron")).unwrap();
    assert!(import(here, "ROSTER.csv", &[]).status.success());
    assert_eq!(mode("NEW.ron"), 0o600);
    let missing = counteroffer(
        here,
        &[
            "import",
            "ROSTER.csv",
            "--profile",
            "none",
            "--scenario",
            CASE,
            "--out",
            "X.ron",
        ],
    );
    let told = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert!(
        told.contains("none can't be opened: there is no such file"),
        "{told}"
    );
}

/// Payroll, FTE and heads of a made-up CSV, line by line.
fn by_hand(text: &str) -> (u64, i64, i64) {
    let cents = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    let mut sums = (0, 0, 0);
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (fte, rate) = (cents(cells[7]), cents(cells[8]));
        sums.0 += 1;
        sums.1 += fte;
        sums.2 += fte * rate;
    }
    sums
}

#[test]
fn a_made_up_roster_is_imported_whole_and_the_same_from_both_kinds_of_file() {
    let folder = Folder::new();
    succeeds(
        folder.path(),
        &[
            "generate",
            "--employees",
            "3000",
            "--seed",
            "5",
            "--out",
            "R.csv",
        ],
    );
    let output = import(folder.path(), "R.csv", &[]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("every line accounted for"), "{told}");
    let text = std::fs::read_to_string(folder.path().join("R.csv")).unwrap();
    let (heads, fte, pay) = by_hand(&text);
    assert_eq!(heads, 3000);
    let report = succeeds(folder.path(), &["report", "NEW.ron", "--format", "json"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["basis"]["headcount"], 3000);
    let decimal = |hundredths: i64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let shown: f64 = report["basis"]["fte"].as_str().unwrap().parse().unwrap();
    assert_eq!(format!("{shown:.2}"), decimal(fte));
    // Hundredths of FTE × cents × 2,080 hours, in ten-thousandths of a dollar.
    assert_eq!(
        report["basis"]["payroll"].as_str().unwrap(),
        decimal(pay * 2080 / 100)
    );
    succeeds(folder.path(), &["check", "NEW.ron"]);
    // The same people in a workbook.
    let from_text = std::fs::read(folder.path().join("NEW.ron")).unwrap();
    succeeds(
        folder.path(),
        &[
            "generate",
            "--employees",
            "3000",
            "--seed",
            "5",
            "--out",
            "R.xlsx",
        ],
    );
    assert!(import(folder.path(), "R.xlsx", &[]).status.success());
    assert_eq!(
        std::fs::read(folder.path().join("NEW.ron")).unwrap(),
        from_text
    );
}

#[test]
fn rejected_lines_stop_the_import_unless_they_are_accepted() {
    let folder = Folder::new();
    succeeds(
        folder.path(),
        &[
            "generate",
            "--employees",
            "50",
            "--seed",
            "5",
            "--out",
            "R.csv",
        ],
    );
    let path = folder.path().join("R.csv");
    let text =
        std::fs::read_to_string(&path).unwrap() + "X9,No One,Valley,Local 3,Cook,,,twelve,20.00,\n";
    std::fs::write(&path, text).unwrap();
    let output = import(folder.path(), "R.csv", &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.path().join("NEW.ron").exists());
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("line 52, FTE"), "{told}");
    assert!(!told.contains("twelve"));
    let output = import(folder.path(), "R.csv", &["--accept-rejected"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(folder.path().join("NEW.ron").exists());
}

#[test]
fn clauses_nobody_is_in_the_scope_of_stop_the_import() {
    let folder = Folder::new();
    succeeds(
        folder.path(),
        &[
            "generate",
            "--employees",
            "50",
            "--seed",
            "5",
            "--out",
            "R.csv",
        ],
    );
    let case = std::fs::read_to_string(CASE).unwrap();
    let scoped = case.replacen(
        "terms: Percent(6.5)",
        "scope: (market: [\"Atlantis\"]), terms: Percent(6.5)",
        1,
    );
    assert_ne!(case, scoped);
    std::fs::write(folder.path().join("S.ron"), scoped).unwrap();
    let output = counteroffer(
        folder.path(),
        &[
            "import",
            "R.csv",
            "--profile",
            "PROFILE.ron",
            "--scenario",
            "S.ron",
            "--out",
            "NEW.ron",
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    let complained = String::from_utf8(output.stderr).unwrap();
    assert!(complained.contains("Atlantis"), "{complained}");
    assert!(!folder.path().join("NEW.ron").exists());
}

#[test]
fn a_changed_table_stops_the_command_line_and_a_missing_one_is_said() {
    let folder = Folder::new();
    succeeds(
        folder.path(),
        &[
            "generate",
            "--employees",
            "200",
            "--seed",
            "5",
            "--out",
            "R.csv",
        ],
    );
    assert!(import(folder.path(), "R.csv", &[]).status.success());
    let files = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_table = |path: &std::path::PathBuf| {
        path.file_name()
            .unwrap()
            .to_string_lossy()
            .starts_with("NEW.")
            && path.extension().is_some_and(|e| e == "csv")
    };
    let table = files.into_iter().find(is_table).unwrap();
    let text = std::fs::read_to_string(&table).unwrap();
    std::fs::write(&table, text.clone() + "\n").unwrap();
    for command in [
        &["report", "NEW.ron"][..],
        &["check", "NEW.ron"],
        &["export", "NEW.ron", "--out", "out"],
    ] {
        let output = counteroffer(folder.path(), command);
        assert_eq!(output.status.code(), Some(1), "{command:?}");
        let complained = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stderr),
            String::from_utf8_lossy(&output.stdout)
        );
        assert!(
            complained.contains("changed outside"),
            "{command:?}: {complained}"
        );
    }
    std::fs::remove_file(&table).unwrap();
    let output = counteroffer(folder.path(), &["report", "NEW.ron", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["offers"][0]["cost"], Value::Null);
    assert!(String::from_utf8_lossy(&output.stderr).contains("not beside"));
}

#[test]
fn the_same_seed_makes_the_same_roster_with_names_and_numbers_of_its_own() {
    let folder = Folder::new();
    for name in ["A.csv", "B.csv"] {
        succeeds(
            folder.path(),
            &[
                "generate",
                "--employees",
                "4000",
                "--seed",
                "9",
                "--out",
                name,
            ],
        );
    }
    let text = std::fs::read_to_string(folder.path().join("A.csv")).unwrap();
    assert_eq!(
        text,
        std::fs::read_to_string(folder.path().join("B.csv")).unwrap()
    );
    for name in ["A.xlsx", "B.xlsx"] {
        let made = [
            "generate",
            "--employees",
            "40",
            "--seed",
            "9",
            "--out",
            name,
        ];
        succeeds(folder.path(), &made);
        // The clock goes on between the two.
        std::thread::sleep(std::time::Duration::from_millis(1_100));
    }
    let book = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert_eq!(book("A.xlsx"), book("B.xlsx"));
    let column = |at: usize| {
        let cells = text
            .lines()
            .skip(1)
            .map(|line| line.split(',').nth(at).unwrap().to_owned());
        cells.fold(BTreeMap::<String, u64>::new(), |mut all, cell| {
            *all.entry(cell).or_default() += 1;
            all
        })
    };
    assert_eq!((column(0).len(), column(1).len()), (4000, 4000));
    assert!(column(7).len() > 3 && column(9).len() > 20 && column(5).len() > 8);
}

#[test]
fn small_cells_are_hidden_unless_they_are_asked_for() {
    let folder = Folder::new();
    succeeds(
        folder.path(),
        &[
            "generate",
            "--employees",
            "300",
            "--seed",
            "5",
            "--out",
            "R.csv",
        ],
    );
    assert!(import(folder.path(), "R.csv", &[]).status.success());
    let report = |more: &[&str]| -> Value {
        let arguments = [&["report", "NEW.ron", "--format", "json"], more].concat();
        serde_json::from_str(&succeeds(folder.path(), &arguments)).unwrap()
    };
    let (shown, all) = (report(&[]), report(&["--with-small-cells"]));
    for table in ["by_market", "by_unit", "by_job", "by_scale", "by_band"] {
        let rows = |of: &Value| of["people"][table].as_array().unwrap().clone();
        let heads: u64 = rows(&all)
            .iter()
            .map(|row| row["headcount"].as_u64().unwrap())
            .sum();
        assert_eq!(heads, 300, "{table}");
        for (shown, all) in rows(&shown).iter().zip(rows(&all)) {
            assert_eq!(shown["name"], all["name"]);
            if shown["hidden"] == true {
                assert!(shown["headcount"].is_null() && shown["offers"][0]["cost"].is_null());
            } else {
                assert_eq!(*shown, all);
                assert!(
                    shown["headcount"].as_u64().unwrap() >= 10,
                    "{table}: {shown}"
                );
            }
        }
    }
    let hidden = |of: &Value| {
        let cells = of["offers"][0]["by_scope"].as_array().unwrap();
        cells.iter().filter(|cell| cell["hidden"] == true).count()
    };
    assert_eq!(hidden(&all), 0);
    assert!(hidden(&shown) > 1);
    let bands = all["people"]["by_band"].as_array().unwrap();
    assert!(
        bands.iter().any(|row| row["name"] == "$20\u{2013}25"),
        "{bands:?}"
    );
}

//! Groups in a table beside the scenario: written before it, kept with it, never changed in silence.

use std::fs;
use std::path::{Path, PathBuf};

use counteroffer::files::keeping::{Backups, DataFolder};
use counteroffer::files::table::{TableState, accept_table, as_table, read_table, to_csv};
use counteroffer::files::{self, Over};
use counteroffer::scenario::{Group, People, Rounding, Scenario};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Date, Fte, HourlyRate, HouseStyle, Known};

use super::full_disk::FullDisk;
use super::made::Folder;

fn group(name: &str, heads: u64, rate: &str) -> Group {
    Group {
        name: name.to_owned(),
        market: Some("=North".to_owned()),
        unit: None,
        job: Some("Cook, \"chief\"".to_owned()),
        scale: None,
        step: None,
        next_step: None,
        headcount: Known::Known(heads),
        fte: Known::Known(Fte::from_digits("7.5").unwrap()),
        rate: Some(Known::Known(HourlyRate::from_digits(rate).unwrap())),
    }
}

fn with(groups: Vec<Group>) -> Scenario {
    let mut scenario = files::example().unwrap();
    scenario.workforce_mut().rounding = Rounding::Cent;
    scenario.workforce_mut().people = as_table(&People::Groups(groups), "case").unwrap();
    scenario
}

fn tables(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut tables: Vec<PathBuf> = all
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .collect();
    tables.sort();
    tables
}

fn table_of(scenario: &Scenario) -> String {
    match &scenario.workforce.people {
        People::Table { file, .. } => file.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_kind_of_group_comes_back_as_it_was() {
    let mut on_scale = group("'=b", 3, "20.00");
    on_scale.scale = Some("A".to_owned());
    on_scale.step = Some(2);
    on_scale.rate = None;
    on_scale.next_step = Some(Date::parse("2026-03-01").unwrap());
    let mut unknown = group("c", 1, "20.50");
    unknown.headcount = Known::Unknown;
    unknown.rate = Some(Known::Unknown);
    let groups = vec![group("a; b", 12, "20.10"), on_scale, unknown];
    let bytes = to_csv(&groups).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(
        !text
            .lines()
            .any(|line| line.split(',').any(|cell| cell.starts_with('=')))
    );
    assert_eq!(read_table(&bytes).unwrap(), groups);
    // Other separators and orders, as a spreadsheet may save it.
    let other = "fte;group;headcount;rate\r\n7.5;a;12;20.10\r\n";
    assert_eq!(
        read_table(other.as_bytes()).unwrap()[0].headcount,
        Known::Known(12)
    );
}

#[test]
fn every_line_that_is_wrong_is_named() {
    let text = "group,headcount,fte,rate,next_step,step\na,12,7.5,20,,\n,1,1,20,,\nb,x,1,20,,\nc,1,,20,,\nd,1,1,20,3/4/2026,\ne,1,1,20,,two\nf,1,1,20,,,,x\n";
    let faults = read_table(text.as_bytes()).unwrap_err();
    let said: Vec<(u64, &str)> = faults
        .iter()
        .map(|one| (one.line, one.column.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (3, "group"),
            (4, "headcount"),
            (5, "fte"),
            (6, "next_step"),
            (7, "step"),
            (8, "")
        ]
    );
    assert!(read_table(b"").is_err());
    assert!(
        read_table(b"group,headcount,fte,salary\n").unwrap_err()[0]
            .message
            .contains("next_step")
    );
}

#[test]
fn a_scenario_and_its_table_are_saved_and_opened_together() {
    let folder = Folder::new();
    let path = folder.path().join("case.ron");
    let first = with(vec![group("a", 12, "20.10")]);
    files::save(&first, &path, Over::Nothing).unwrap();
    assert_eq!(
        tables(folder.path()),
        [folder.path().join(table_of(&first))]
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.path().join(table_of(&first)))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let opened = files::open(&path).unwrap();
    assert_eq!(opened.table, TableState::AsSaved);
    assert_eq!(opened.scenario.workforce.groups(), first.workforce.groups());
    let report = counteroffer::costing::report(&opened.scenario).unwrap();
    assert!(report.offers[0].cost.is_some());
    // The next save has a table of its own; the former goes with the backup that named it.
    let second = with(vec![group("a", 13, "20.10")]);
    files::save(&second, &path, Over::Anything).unwrap();
    assert_eq!(tables(folder.path()).len(), 2);
    let backup = files::open(&files::backup_path(&path)).unwrap();
    assert_eq!(backup.table, TableState::AsSaved);
    let third = with(vec![group("a", 14, "20.10")]);
    files::save(&third, &path, Over::Anything).unwrap();
    let left = tables(folder.path());
    assert_eq!(left.len(), 2);
    assert!(!left.contains(&folder.path().join(table_of(&first))));
    // Saved elsewhere, the table goes along.
    let elsewhere = Folder::new();
    let copy = elsewhere.path().join("copy.ron");
    let opened = files::open(&path).unwrap().scenario;
    files::save(&opened, &copy, Over::Nothing).unwrap();
    assert_eq!(files::open(&copy).unwrap().table, TableState::AsSaved);
}

#[test]
fn a_table_that_is_missing_or_changed_is_said_and_not_costed() {
    let folder = Folder::new();
    let path = folder.path().join("case.ron");
    let scenario = with(vec![group("a", 12, "20.10"), group("b", 12, "21.00")]);
    files::save(&scenario, &path, Over::Nothing).unwrap();
    let table = folder.path().join(table_of(&scenario));
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, text.replace("12,", "14,")).unwrap();
    let opened = files::open(&path).unwrap();
    assert!(opened.table.is_changed());
    assert!(
        opened
            .warnings
            .iter()
            .any(|one| one.message.contains("changed outside"))
    );
    let report = counteroffer::costing::report(&opened.scenario).unwrap();
    assert_eq!(report.offers[0].cost, None);
    // Accepted, it is costed, and the next save names it.
    let people = accept_table(&opened.scenario.workforce.people, &opened.table).unwrap();
    let mut accepted = opened.scenario.clone();
    accepted.workforce_mut().people = people;
    files::save(&accepted, &path, Over::Anything).unwrap();
    let again = files::open(&path).unwrap();
    assert_eq!(again.table, TableState::AsSaved);
    assert_eq!(
        again.scenario.workforce.groups().unwrap()[0].headcount,
        Known::Known(14)
    );
    fs::remove_file(folder.path().join(table_of(&again.scenario))).unwrap();
    let opened = files::open(&path).unwrap();
    assert_eq!(opened.table, TableState::Missing);
    assert!(
        opened
            .warnings
            .iter()
            .any(|one| one.message.contains("not beside"))
    );
    assert_eq!(
        counteroffer::costing::report(&opened.scenario)
            .unwrap()
            .offers[0]
            .cost,
        None
    );
}

#[test]
fn backups_carry_the_table() {
    let folder = Folder::new();
    let data = DataFolder::at(folder.path().join("data")).unwrap();
    let path = folder.path().join("case.ron");
    files::save(&with(vec![group("a", 12, "20.10")]), &path, Over::Nothing).unwrap();
    let saved = files::save(&with(vec![group("a", 13, "20.10")]), &path, Over::Anything).unwrap();
    let backups = Backups::new(&data);
    backups.keep(&path, &saved.backup.unwrap()).unwrap();
    let kept = backups.list(&path);
    let opened = kept[0].open().unwrap();
    assert_eq!(opened.table, TableState::AsSaved);
    assert_eq!(
        opened.scenario.workforce.groups().unwrap()[0].headcount,
        Known::Known(12)
    );
}

#[test]
fn a_scenario_never_names_a_file_elsewhere() {
    let mut scenario = with(vec![group("a", 12, "20.10")]);
    for name in ["../secret.csv", "/etc/passwd", "a.txt", ".hidden.csv"] {
        let sha256 = "0".repeat(64);
        scenario.workforce_mut().people = People::Table {
            file: name.to_owned(),
            sha256,
            groups: counteroffer::scenario::TableGroups::default(),
        };
        let found = counteroffer::scenario::validate(&scenario);
        assert!(
            found.iter().any(|one| one
                .fault
                .in_words(HouseStyle::File)
                .contains("bare file name")),
            "{name}"
        );
    }
}

#[test]
fn a_folder_that_cannot_be_written_loses_nothing() {
    let folder = Folder::new();
    let path = folder.path().join("case.ron");
    let first = with(vec![group("a", 12, "20.10")]);
    files::save(&first, &path, Over::Nothing).unwrap();
    // A folder of the table's name stands in its way, as a full disk or a read-only one would.
    let second = with(vec![group("a", 13, "20.10")]);
    fs::create_dir(folder.path().join(table_of(&second))).unwrap();
    assert!(files::save(&second, &path, Over::Anything).is_err());
    let opened = files::open(&path).unwrap();
    assert_eq!(opened.table, TableState::AsSaved);
    assert_eq!(opened.scenario.workforce.groups(), first.workforce.groups());
}

#[test]
fn wherever_a_save_stops_the_old_pair_or_the_new_one_is_whole() {
    let first = with(vec![group("a", 12, "20.10")]);
    let second = with(vec![group("a", 13, "20.10"), group("b", 20, "22.00")]);
    let (mut kept, mut replaced) = (0, 0);
    for fails_at in 0..20 {
        let folder = Folder::new();
        let path = folder.path().join("case.ron");
        files::save(&first, &path, Over::Nothing).unwrap();
        let disk = FullDisk::after(fails_at);
        let saved = files::save_on(&disk, &second, &path, Over::Anything);
        let opened = files::open(&path).unwrap();
        assert_eq!(
            opened.table,
            TableState::AsSaved,
            "stopped at call {fails_at}"
        );
        let wanted = if saved.is_ok() { &second } else { &first };
        assert_eq!(
            opened.scenario.workforce.groups(),
            wanted.workforce.groups()
        );
        kept += usize::from(saved.is_err());
        replaced += usize::from(saved.is_ok());
    }
    assert!(kept > 6 && replaced > 3, "{kept} kept, {replaced} replaced");
}

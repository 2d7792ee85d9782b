//! Names and numbers of employees are unique words; none of them is in any file the program writes.

use std::fs;
use std::process::Command;

use counteroffer::files::keeping::{Autosave, Backups, DataFolder};
use counteroffer::files::roster::{made_up_csv, made_up_profile};
use counteroffer::files::{self, Over};

use super::made::Folder;
use super::traces::{AWKWARD, all_files};

#[test]
fn no_name_and_no_number_is_in_any_file_or_output() {
    let source = Folder::new();
    let out = Folder::new();
    let text = made_up_csv(120, 3) + AWKWARD;
    let roster = source.put("R.csv", text.as_bytes());
    let profile = source.path().join("PROFILE.ron");
    made_up_profile().write(&profile).unwrap();
    let scenario = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/scenarios/kaiser-alliance-2025.ron"
    );
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
            .current_dir(out.path())
            .env("TMPDIR", out.path())
            .args(arguments)
            .output()
            .unwrap();
        [output.stdout, output.stderr].concat()
    };
    let mut said = run(&[
        "import",
        &roster.to_string_lossy(),
        "--profile",
        &profile.to_string_lossy(),
        "--scenario",
        scenario,
        "--out",
        "NEW.ron",
        "--accept-rejected",
    ]);
    let path = out.path().join("NEW.ron");
    assert!(path.exists(), "{}", String::from_utf8_lossy(&said));
    for format in ["json", "csv", "text"] {
        said.extend(run(&["report", "NEW.ron", "--format", format]));
    }
    said.extend(run(&["check", "NEW.ron"]));
    said.extend(run(&[
        "export",
        "NEW.ron",
        "--out",
        "figures",
        "--format",
        "csv,svg",
        "--text-svg",
        "--with-private",
    ]));
    // Edited, autosaved and backed up, as the window does; the autosave is left as a crash leaves it.
    let data = DataFolder::at(out.path().join("data")).unwrap();
    let mut opened = files::open(&path).unwrap().scenario;
    opened.title.push_str(", edited");
    Autosave::new(&data).record(&opened, None).unwrap();
    let saved = files::save(&opened, &path, Over::Anything).unwrap();
    Backups::new(&data)
        .keep(&path, &saved.backup.unwrap())
        .unwrap();
    files::save(
        &opened.shared_copy(),
        &out.path().join("shared.ron"),
        Over::Nothing,
    )
    .unwrap();
    let written = all_files(out.path());
    assert!(written.len() > 8, "{written:?}");
    let mut everything: Vec<(String, Vec<u8>)> = written
        .iter()
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    everything.push(("output".to_owned(), said));
    let words: Vec<&str> = text
        .lines()
        .skip(1)
        .flat_map(|line| {
            let mut cells = line.split(',');
            let id = cells.next().unwrap();
            let name = cells.next().unwrap();
            std::iter::once(id).chain(name.split(' '))
        })
        .collect();
    for (name, bytes) in &everything {
        for word in &words {
            let hit = memchr::memmem::find(bytes, word.as_bytes());
            assert!(hit.is_none(), "{word} is in {name}");
        }
    }
    // The shared copy has no group under ten.
    let shared = files::open(&out.path().join("shared.ron"))
        .unwrap()
        .scenario;
    let groups = shared.workforce.groups().unwrap();
    assert!(
        groups
            .iter()
            .all(|group| group.headcount.get().unwrap() >= 10)
    );
    let heads: u64 = groups
        .iter()
        .map(|group| group.headcount.get().unwrap())
        .sum();
    assert_eq!(heads, 120);
}

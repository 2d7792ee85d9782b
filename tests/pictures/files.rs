//! Sets of figures as files: what is planned is what is written, nothing private leaves, and an
//! export that stops leaves whole files only.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use counteroffer::export::figure_set::{
    Existing, ExportRequest, FigureSet, Format, Showing, Stop, write,
};
use counteroffer::figure::FigureName;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::Size;
use counteroffer::files::sha256;
use counteroffer::scenario::Scenario;

use crate::cases;

/// Words that stand in private places only.
const PRIVATE: [&str; 3] = ["Fallback", "walk away", "Strategy memo"];

/// The Kaiser case with a private offer, private notes and a source only the private offer has.
fn with_secrets() -> Scenario {
    let mut scenario = cases::kaiser();
    for offer in &mut scenario.offers {
        offer.shared = true;
    }
    let mut draft = cases::copied(&scenario.offers[0], "Fallback position");
    draft.shared = false;
    draft.sources = vec!["memo".to_owned()];
    cases::set_percent(&mut draft, 0, "7.77");
    scenario.counter = Some(draft.id.clone());
    scenario.offers.push(draft);
    let mut memo = scenario.sources[0].clone();
    memo.id = "memo".to_owned();
    memo.title = "Strategy memo".to_owned();
    scenario.sources.push(memo);
    scenario.note = "We walk away at 23".to_owned();
    scenario.offers[0].note = "They walk away at 22".to_owned();
    scenario
}

fn quick() -> ExportRequest {
    ExportRequest {
        figures: vec![FigureName::Cost, FigureName::Comparison],
        sizes: vec![Size::Letter],
        dpi: 36,
        ..ExportRequest::default()
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn a_plan_names_each_file_once_and_by_what_it_holds() {
    let set = FigureSet::of(&cases::kaiser(), true).unwrap();
    let plan = set.plan(&ExportRequest {
        called: Some("kaiser-alliance-2025".to_owned()),
        sizes: Size::ALL.to_vec(),
        themes: Theme::ALL.to_vec(),
        ..ExportRequest::default()
    });
    // A figure, four sizes, three themes, three kinds of picture; a table each and one of all.
    let drawn = FigureName::ALL.len() - plan.empty.len();
    assert!(drawn >= 10, "{:?}", plan.empty);
    assert_eq!(plan.files.len(), drawn * (4 * 3 * 3 + 1) + 1);
    let distinct: BTreeSet<&str> = plan.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(distinct.len(), plan.files.len());
    for name in [
        "counteroffer-kaiser-alliance-2025-03-cost-slide-light.png",
        "counteroffer-kaiser-alliance-2025-09-comparison-half-slide-grey.pdf",
        "counteroffer-kaiser-alliance-2025-01-timeline.csv",
        "counteroffer-kaiser-alliance-2025-all-figures.csv",
    ] {
        assert!(distinct.contains(name), "{name}");
    }
    let one = set.plan(&ExportRequest {
        one_pdf: true,
        formats: vec![Format::Pdf],
        ..quick()
    });
    assert_eq!(one.files.len(), 1);
    assert!(one.files[0].name.ends_with("-all-figures-letter-light.pdf"));
}

#[test]
fn nothing_private_leaves_unless_it_is_asked_for() {
    let scenario = with_secrets();
    let folder = tempfile::tempdir().unwrap();
    let request = ExportRequest {
        figures: FigureName::ALL.to_vec(),
        formats: vec![Format::Svg, Format::Csv],
        text_svg: true,
        ..quick()
    };
    let set = FigureSet::of(&scenario, false).unwrap();
    assert_eq!(set.left_out, ["Fallback position"]);
    let shared = sha256(&scenario.shared_copy()).unwrap();
    assert!(set.figures.iter().all(|figure| figure.hash == shared));
    let plan = set.plan(&request);
    let told = plan.contents().join("\n");
    assert!(
        told.contains("Left out as private: Fallback position"),
        "{told}"
    );
    let done = write(&plan, folder.path(), Existing::Refuse, &mut |_| true);
    assert!(done.stop.is_none());
    for file in &done.written {
        let text = fs::read_to_string(file).unwrap();
        for private in PRIVATE.iter().chain(&["7.77%", "7.77,"]) {
            assert!(!text.contains(private), "{private} in {}", file.display());
        }
        if file.extension().unwrap() == "svg" {
            assert!(text.contains(&shared[..12]), "{}", file.display());
            let whole = sha256(&scenario).unwrap();
            assert!(text.contains(&whole[..12]), "{}", file.display());
        }
    }
    // With what is private the name is there: the test above can fail.
    let all = FigureSet::of(&scenario, true).unwrap();
    assert!(all.left_out.is_empty());
    let done = write(
        &all.plan(&request),
        folder.path(),
        Existing::Refuse,
        &mut |_| true,
    );
    let found = done
        .written
        .iter()
        .filter(|file| fs::read_to_string(file).unwrap().contains("Fallback"));
    assert!(found.count() > 4);
    // And every file says that it is private: by its name, and in it.
    assert!(all.private && !set.private);
    for file in &done.written {
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(name.contains("-private-"), "{name}");
        let text = fs::read_to_string(file).unwrap();
        assert!(
            text.contains("Private: shows what isn\u{2019}t shared"),
            "{name}"
        );
    }
    assert_eq!(names(folder.path()).len(), 2 * done.written.len());
}

#[test]
fn what_is_planned_is_written_and_what_is_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new").join("pictures");
    let plan = FigureSet::of(&cases::kaiser(), true)
        .unwrap()
        .plan(&quick());
    let mut seen = Vec::new();
    let done = write(&plan, &out, Existing::Refuse, &mut |progress| {
        seen.push((progress.done, progress.all, progress.next.to_owned()));
        true
    });
    assert!(done.stop.is_none() && done.replaced.is_empty());
    let planned: BTreeSet<String> = plan.files.iter().map(|file| file.name.clone()).collect();
    assert_eq!(names(&out), planned);
    assert_eq!(seen.len(), plan.files.len() + 1);
    for (at, (done, all, next)) in seen.iter().enumerate() {
        assert_eq!((*done, *all), (at, plan.files.len()));
        let expected = plan.files.get(at).map_or("", |file| &file.name);
        assert_eq!(next, expected);
    }
    // Once more: refused whole, then replaced.
    let first = out.join(&plan.files[0].name);
    fs::write(&first, "someone's own").unwrap();
    let again = write(&plan, &out, Existing::Refuse, &mut |_| true);
    assert!(matches!(&again.stop, Some(Stop::There(there)) if there.len() == plan.files.len()));
    assert_eq!(fs::read_to_string(&first).unwrap(), "someone's own");
    let again = write(&plan, &out, Existing::Replace, &mut |_| true);
    assert!(again.stop.is_none());
    assert_ne!(fs::read_to_string(&first).unwrap(), "someone's own");
}

#[test]
fn a_cancelled_export_leaves_whole_files_only() {
    let folder = tempfile::tempdir().unwrap();
    let plan = FigureSet::of(&cases::kaiser(), true)
        .unwrap()
        .plan(&quick());
    let done = write(&plan, folder.path(), Existing::Refuse, &mut |progress| {
        progress.done < 3
    });
    assert!(matches!(done.stop, Some(Stop::Cancelled)));
    assert_eq!(done.written.len(), 3);
    let whole: BTreeSet<String> = plan.files[..3]
        .iter()
        .map(|file| file.name.clone())
        .collect();
    assert_eq!(names(folder.path()), whole);
    assert!(fs::read(&done.written[2]).unwrap().ends_with(b"%%EOF"));
}

/// Figures with nothing to draw are named, not written as blank sheets.
#[test]
fn empty_figures_are_left_out_with_a_reason() {
    let plan = FigureSet::of(&cases::unknown_pay(), true)
        .unwrap()
        .plan(&ExportRequest {
            figures: FigureName::ALL.to_vec(),
            ..quick()
        });
    let empty: Vec<FigureName> = plan.empty.iter().map(|(name, _)| *name).collect();
    assert!(empty.contains(&FigureName::Cost), "{empty:?}");
    assert!(plan.files.iter().all(|file| !file.name.contains("cost")));
    assert!(
        plan.contents()
            .iter()
            .any(|line| line.contains("average annual pay")),
        "{:?}",
        plan.contents()
    );
}

/// A letter with a mark that has no composed form, letters of another script and pictures: every
/// figure is drawn, and what isn't is told.
#[test]
fn names_in_any_letters_are_drawn_or_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut scenario = cases::kaiser();
    scenario.offers[0].name = "\u{1ecc}\u{300}\u{1e63}un".to_owned();
    scenario.offers[1].name = "Ratified \u{96c7}\u{4e3b} \u{1f525} office".to_owned();
    let plan = FigureSet::of(&scenario, true)
        .unwrap()
        .plan(&ExportRequest {
            figures: FigureName::ALL.to_vec(),
            ..quick()
        });
    let done = write(&plan, folder.path(), Existing::Refuse, &mut |_| true);
    assert!(done.stop.is_none());
    assert!(done.failed.is_empty(), "{:?}", done.failed);
    assert_eq!(names(folder.path()).len(), plan.files.len());
    assert!(done.replaced.contains(&'\u{300}'));
}

/// The user's choices, kept in the scenario: order, numbers, words, names and currency.
#[test]
fn what_is_chosen_in_the_scenario_holds_for_its_figures() {
    use counteroffer::scenario::{FigureEdit, OfferId, ShortName};
    let mut scenario = cases::kaiser();
    scenario.figures.chosen = vec![FigureName::Gap, FigureName::Cost];
    scenario.figures.short_names = vec![ShortName {
        offer: scenario.offers[1].id.clone(),
        name: "Package 7".to_owned(),
    }];
    scenario.figures.edits = vec![FigureEdit {
        figure: FigureName::Gap,
        headline: Some("What divides the parties".to_owned()),
        subtitle: None,
        source: Some("Own reckoning".to_owned()),
    }];
    scenario.currency.symbol = "C$".to_owned();
    scenario.currency.code = "CAD".to_owned();
    let set = FigureSet::of(&scenario, false).unwrap();
    assert_eq!(set.chosen, [FigureName::Gap, FigureName::Cost]);
    let figure = |name| set.figure(name).unwrap();
    assert_eq!(figure(FigureName::Gap).number, Some(1));
    assert_eq!(figure(FigureName::Cost).number, Some(2));
    assert_eq!(figure(FigureName::Gap).headline, "What divides the parties");
    assert_eq!(figure(FigureName::Gap).sources[0].full, "Own reckoning.");
    assert_eq!(
        figure(FigureName::Cost).headline,
        "Package 7 costs about C$960M more"
    );
    assert!(figure(FigureName::Cost).subtitle.contains(", CAD,"));
    scenario.figures.unnumbered = true;
    let without = [OfferId("union-2025-10-07".to_owned())];
    let set = FigureSet::showing(
        &scenario,
        Showing {
            without: &without,
            ..Showing::default()
        },
    )
    .unwrap();
    assert_eq!(set.offers, ["Employer offer"]);
    assert!(set.figures.iter().all(|figure| figure.number.is_none()));
    let words = format!("{:?}", set.figures);
    assert!(!words.contains("Package 7") && !words.contains("Union counter"));
}

/// A figure with nothing to draw leaves no gap in the numbers.
#[test]
fn figures_are_numbered_as_they_are_written() {
    let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
    let scenario = counteroffer::files::parse_scenario(text).unwrap();
    let set = FigureSet::of(&scenario, false).unwrap();
    let drawn = set.figures.iter();
    let drawn = drawn.filter(|figure| !matches!(figure.body, counteroffer::figure::Body::Empty(_)));
    let numbers: Vec<usize> = drawn.filter_map(|figure| figure.number).collect();
    assert!(numbers.len() < set.figures.len(), "one has nothing to draw");
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .arg("export")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

#[test]
fn the_command_writes_what_it_prints_and_ends_as_promised() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let case = "scenarios/kaiser-alliance-2025.ron";
    let quick = ["--figure", "cost", "--size", "letter,square", "--dpi", "36"];
    let done = run(&[&[case, "--out", out], &quick[..]].concat());
    let printed = String::from_utf8(done.stdout).unwrap();
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(done.status.success(), "{told}");
    let listed: BTreeSet<String> = printed
        .lines()
        .map(|line| line.rsplit('/').next().unwrap().to_owned())
        .collect();
    assert_eq!(listed, names(folder.path()));
    // Two sizes as SVG, PNG and PDF, the figure's table and that of all.
    assert_eq!(listed.len(), 2 * 3 + 2);
    // The same again gives the same bytes, and says that it replaced them.
    let file = folder
        .path()
        .join("counteroffer-kaiser-alliance-2025-03-cost-letter-light.png");
    let before = fs::read(&file).unwrap();
    let again = run(&[&[case, "--out", out], &quick[..]].concat());
    let told = String::from_utf8(again.stderr).unwrap();
    assert!(told.contains("8 files of an earlier export"), "{told}");
    assert_eq!(fs::read(&file).unwrap(), before);
    let code = |arguments: &[&str]| run(arguments).status.code();
    assert_eq!(code(&["missing.ron", "--out", out]), Some(1));
    assert_eq!(code(&[case, "--out", out, "--figure", "pie"]), Some(2));
    assert_eq!(code(&[case, "--out", out, "--dpi", "9999"]), Some(2));
    assert_eq!(code(&[case]), Some(2));
    // A file where a folder belongs is put right about that file: nothing is wrong with the machine.
    let file = file.to_str().unwrap();
    assert_eq!(
        code(&[&[case, "--out", file], &quick[..]].concat()),
        Some(1)
    );
}

/// The file may follow the figures, as the line of usage has it; several are numbered as asked for.
#[test]
fn the_file_may_follow_the_figures_which_are_numbered_as_asked() {
    let case = "scenarios/kaiser-alliance-2025.ron";
    for asked in [
        &["--figure", "gap", "cost", case][..],
        &["--figure", "gap,cost", case],
        &["--figure", "gap", "--figure", "cost", case],
        &[case, "--figure", "gap", "cost"],
    ] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().to_str().unwrap();
        let done = run(&[&["--out", out, "--format", "csv"], asked].concat());
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{asked:?}: {told}");
        let written = names(folder.path());
        for name in ["01-gap.csv", "02-cost.csv"] {
            let own = format!("counteroffer-kaiser-alliance-2025-{name}");
            assert!(written.contains(&own), "{asked:?}: {written:?}");
        }
    }
    let none = run(&["--out", "o", "--figure", "gap"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("file is missing"));
}

/// What would take all memory or never end is refused at once, and what can't be done is said.
#[test]
fn an_export_refuses_what_has_no_end_and_says_what_it_does_not_do() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let case = "scenarios/kaiser-alliance-2025.ron";
    let told_by = |more: &[&str]| {
        let asked = [case, "--figure", "cost", "--out", out];
        let done = run(&[&asked[..], more].concat());
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        (done.status.code(), told)
    };
    #[cfg(unix)]
    for (font, why) in [("/dev/zero", "not an ordinary file"), ("/", "is a folder")] {
        let (code, told) = told_by(&["--font", font]);
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains(why), "{told}");
    }
    let large = folder.path().join("large.ttf");
    fs::File::create(&large)
        .unwrap()
        .set_len(65_000_000)
        .unwrap();
    let (code, told) = told_by(&["--font", large.to_str().unwrap()]);
    assert!(
        code == Some(1) && told.contains("larger than 64 MB"),
        "{told}"
    );
    let (code, told) = told_by(&["--dpi", "1200", "--format", "png"]);
    assert!(
        code == Some(1) && told.contains("at no more than"),
        "{told}"
    );
    let (code, told) = told_by(&["--one-pdf", "--format", "csv"]);
    assert!(
        code == Some(0) && told.contains("--format leaves PDF out"),
        "{told}"
    );
}

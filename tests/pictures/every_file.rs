//! Every figure of every scenario and fault file, on every size of sheet.

use std::collections::BTreeSet;

use counteroffer::figure::layout::lay_out;
use counteroffer::figure::measure::drawable;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{Rect, Scene, Sheet, Size, TextPart};
use counteroffer::figure::{Body, Figure};
use counteroffer::files::parse_scenario;

use crate::{boxes, cases};

/// What a text is parted at, between words and within them.
fn pieces(text: &str) -> impl Iterator<Item = String> {
    let (drawn, _) = drawable(text);
    let parted: Vec<String> = drawn
        .split([' ', '-', '\u{2013}', '\u{2014}', '/', '_'])
        .map(str::to_owned)
        .collect();
    parted.into_iter()
}

/// Every word a figure says in its body and above it.
fn words_of(figure: &Figure) -> BTreeSet<String> {
    let mut told = vec![&figure.headline, &figure.subtitle, &figure.case];
    match &figure.body {
        Body::Chart(chart) => {
            for axis in [&chart.x, &chart.y] {
                told.extend(axis.ticks.iter().map(|tick| &tick.label));
                told.extend(&axis.title);
            }
            told.extend(chart.series.iter().map(|series| &series.name));
            told.extend(chart.labels.iter().map(|label| &label.text));
            told.extend(chart.rules.iter().map(|rule| &rule.label));
        }
        Body::Table(table) => {
            told.extend(table.columns.iter().map(|(name, _)| name));
            told.extend(table.rows.iter().flat_map(|row| &row.cells));
        }
        Body::Empty(words) => told.push(words),
    }
    told.into_iter().flat_map(|text| pieces(text)).collect()
}

/// No word is broken, unless where it has a hyphen, a dash or a slash.
fn unbroken(scene: &Scene, figure: &Figure) -> Vec<String> {
    let known = words_of(figure);
    let said = scene.texts.iter().filter(|text| {
        let apart = matches!(
            text.part,
            TextPart::Note | TextPart::Foot | TextPart::Private
        );
        !apart
    });
    let mut faults = Vec::new();
    for text in said {
        let words: Vec<String> = pieces(&text.text).collect();
        let cut = words.iter().any(|word| word.contains('\u{2026}'));
        if cut && matches!(text.part, TextPart::Key | TextPart::RuleLabel) {
            faults.push(format!("\"{}\" is cut", text.text));
        }
        for word in words {
            if !word.contains('\u{2026}') && !known.contains(&word) {
                faults.push(format!(
                    "\"{word}\" of \"{}\" is a part of a word",
                    text.text
                ));
            }
        }
    }
    faults
}

/// Every row of a table finds its place.
fn every_row(scene: &Scene, figure: &Figure) -> Option<String> {
    let is_table = matches!(figure.body, Body::Table(_));
    (is_table && scene.left_out > 0).then(|| format!("{} rows are left out", scene.left_out))
}

/// Nothing that stands around a plot stands on it.
fn apart(scene: &Scene) -> Vec<String> {
    let Some(plot) = scene.plot else {
        return Vec::new();
    };
    let (x, y) = (plot.x, plot.y);
    let area = Rect::new(x.from, y.from.min(y.to), x.to, y.from.max(y.to));
    let around = scene.texts.iter().filter(|text| {
        matches!(
            text.part,
            TextPart::Headline
                | TextPart::Subtitle
                | TextPart::Case
                | TextPart::Private
                | TextPart::Key
                | TextPart::Note
                | TextPart::Foot
        )
    });
    around
        .filter(|text| text.bounds.overlaps(&area))
        .map(|text| format!("\"{}\" stands on the plot", text.text))
        .collect()
}

/// On real sheets, with every offer, private ones too: the files of the examples, the cases and the faults.
#[test]
fn every_figure_of_every_file_is_whole_on_every_sheet() {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut drawn = 0;
    let mut faults = Vec::new();
    for folder in ["scenarios", "tests/faults", "tests/cases"] {
        for entry in std::fs::read_dir(format!("{root}/{folder}")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|end| end != "ron") {
                continue;
            }
            // A file that is refused has no figures.
            let text = std::fs::read_to_string(&path).unwrap();
            let Ok(scenario) = parse_scenario(&text) else {
                continue;
            };
            for figure in cases::set(&scenario) {
                for size in Size::ALL {
                    let theme = Theme::Light;
                    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                    let of = format!("{name}, {}, {}", figure.name.key(), size.key());
                    let scene = lay_out(&figure, Sheet { size, theme });
                    boxes::sound(&scene, &of);
                    boxes::complete(&scene, &figure, &of);
                    boxes::readable(&scene, &of);
                    let all = unbroken(&scene, &figure).into_iter();
                    let all = all.chain(apart(&scene)).chain(every_row(&scene, &figure));
                    faults.extend(all.map(|fault| format!("{of}: {fault}")));
                    drawn += 1;
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(drawn > 1_000, "{drawn}");
}

//! Texts measured, shortened and broken.

#![allow(clippy::float_arithmetic)]

use super::*;

#[test]
fn figures_are_tabular_and_half_an_em_or_so() {
    let one = advance("1", 10.0, Weight::Regular);
    for digit in ["0", "4", "7", "9"] {
        assert!((advance(digit, 10.0, Weight::Regular) - one).abs() < 1e-9);
    }
    assert!((4.0..6.0).contains(&one), "{one}");
    assert!(advance("Union", 12.0, Weight::Semibold) > advance("Union", 12.0, Weight::Regular));
    assert!(
        (advance("Union", 24.0, Weight::Regular) - 2.0 * advance("Union", 12.0, Weight::Regular))
            .abs()
            < 1e-9
    );
}

#[test]
fn what_the_face_lacks_is_told_and_marks_without_a_place_go() {
    let (text, foreign) = drawable("Bo\u{308}rse \u{1ecc}\u{300}");
    assert_eq!(text, "B\u{f6}rse \u{1ecc}");
    assert_eq!(foreign, ['\u{300}']);
    let (text, replaced) = drawable("Börse\u{200b} \u{1f600}\tAngebot  \u{4e2d}");
    assert_eq!(text, "Börse \u{1f600} Angebot \u{4e2d}");
    assert_eq!(replaced, ['\u{1f600}', '\u{4e2d}']);
    let (text, replaced) = drawable("\u{2212}$12.50 \u{2248} \u{2026} \u{2013} \u{b7}");
    assert_eq!(text, "\u{2212}$12.50 \u{2248} \u{2026} \u{2013} \u{b7}");
    assert!(replaced.is_empty());
    // A syllable of Hangul in its parts is the syllable.
    let (text, replaced) = drawable("\u{1112}\u{1161}\u{11ab} x");
    assert_eq!(text, "\u{d55c} x");
    assert_eq!(replaced, ['\u{d55c}']);
}

#[test]
fn shortened_text_fits_and_keeps_as_much_as_fits() {
    let long = "The Alliance of Health Care Unions' counter of the seventh of October";
    for room in [8.0, 30.0, 100.0, 200.0] {
        let cut = shortened(long, 12.0, Weight::Regular, room);
        assert!(cut.ends_with('\u{2026}'));
        assert!(
            width(&cut, 12.0, Weight::Regular) <= room.max(15.0),
            "{cut}"
        );
        let kept = cut.trim_end_matches('\u{2026}');
        assert!(long.starts_with(kept));
        let more: String = long.chars().take(kept.chars().count() + 2).collect();
        let more = format!("{}\u{2026}", more.trim_end());
        assert!(width(&more, 12.0, Weight::Regular) > room, "{more}");
    }
    assert_eq!(shortened("Union", 12.0, Weight::Regular, 100.0), "Union");
    let name = shortened_name(&format!("{long} 127.50"), 12.0, Weight::Regular, 120.0);
    // The figure stays, and what the name begins and ends with.
    let (start, end) = name
        .strip_suffix(" 127.50")
        .unwrap()
        .split_once('\u{2026}')
        .unwrap();
    assert!(long.starts_with(start) && long.ends_with(end), "{name}");
    assert!(!start.is_empty() && !end.is_empty(), "{name}");
    assert!(width(&name, 12.0, Weight::Regular) <= 120.0);
}

#[test]
fn lines_fit_and_hold_every_word_or_end_with_an_ellipsis() {
    let text = "Wages above the baseline, dollars, 62,000 full-time equivalents, over the term";
    let lines = wrapped(text, 10.0, Weight::Regular, 120.0, 9);
    assert_eq!(lines.join(" "), text);
    assert!(
        lines
            .iter()
            .all(|line| width(line, 10.0, Weight::Regular) <= 120.0)
    );
    let two = wrapped(text, 10.0, Weight::Regular, 120.0, 2);
    assert_eq!(two.len(), 2);
    assert!(two[1].ends_with('\u{2026}'));
    for room in 76..140 {
        let text = "from Oct 1, 2025 to (Sep 30, 2029) at least";
        let lines = wrapped(text, 10.0, Weight::Regular, f64::from(room), 9);
        assert_eq!(lines.join(" "), text);
        for whole in ["Oct 1, 2025", "Sep 30, 2029"] {
            assert!(lines.iter().any(|line| line.contains(whole)), "{lines:?}");
        }
    }
    let word = "x".repeat(80);
    let broken = wrapped(&word, 10.0, Weight::Regular, 60.0, 99);
    assert_eq!(broken.concat(), word);
    assert!(
        broken
            .iter()
            .all(|line| width(line, 10.0, Weight::Regular) <= 60.0)
    );
}

#[test]
fn what_belongs_together_stays_on_a_line_where_that_costs_no_words() {
    let together = [
        ("under the union\u{2019}s proposal 2: Valley", "proposal 2:"),
        ("Year 6 (350 days)", "(350 days)"),
        ("stays at most 9 % of pay", "9 %"),
        ("package 4 of 12 September costs", "12 September"),
        ("the package 4 of 12 September costs", "package 4"),
    ];
    for (text, whole) in together {
        let longest = text.split(' ').chain([whole]);
        let least = longest
            .map(|part| width(part, 10.0, Weight::Regular))
            .fold(0.0, f64::max);
        for more in 0..120 {
            let room = least + f64::from(more);
            let lines = wrapped(text, 10.0, Weight::Regular, room, 9);
            assert_eq!(lines.join(" "), text);
            assert!(lines.iter().any(|line| line.contains(whole)), "{lines:?}");
        }
    }
    // Where the line is too short for it, it is parted between its words, and no word is lost for it.
    let narrow = width("September", 10.0, Weight::Regular);
    let lines = wrapped("12 September", 10.0, Weight::Regular, narrow, 9);
    assert_eq!(lines, ["12", "September"]);
    let two = width("Year 6 (350", 10.0, Weight::Regular);
    let lines = wrapped("Year 6 (350 days) x", 10.0, Weight::Regular, two, 2);
    assert_eq!(lines.join(" "), "Year 6 (350 days) x");
}

#[test]
fn a_word_too_long_is_parted_at_its_hyphen_and_never_before_a_mark() {
    let word = "Nahrung-Genuss-Gastst\u{e4}tten";
    let room = width("Nahrung-Genuss-Gas", 10.0, Weight::Regular);
    let lines = wrapped(word, 10.0, Weight::Regular, room, 9);
    assert_eq!(lines, ["Nahrung-Genuss-", "Gastst\u{e4}tten"]);
    let marked = "o\u{301}".repeat(40);
    for room in 20..80 {
        let lines = wrapped(&marked, 10.0, Weight::Regular, f64::from(room), 99);
        assert_eq!(lines.concat(), marked);
        assert!(lines.iter().all(|line| line.starts_with('o')), "{lines:?}");
    }
}

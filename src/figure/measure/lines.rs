//! Text broken into lines: between words first, then where a long word may be parted, anywhere last.

#![allow(clippy::float_arithmetic)]

use unicode_normalization::char::is_combining_mark;

use super::{Weight, shortened, width};
use crate::units::text;

/// The text in at most `most` lines of `room` points, broken at spaces, inside words where a word
/// is wider than a line; the last line ends with `…` where there is more.
///
/// What belongs together, as [`unbroken`] says, stays on a line where that costs no words.
#[must_use]
pub fn wrapped(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let fits = |part: &str| width(part, size, weight) <= room;
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let together: Vec<&str> = unbroken(text)
        .into_iter()
        .flat_map(|whole| match fits(whole) {
            true => vec![whole],
            false => whole.split(' ').collect(),
        })
        .collect();
    let apart = together.len() < words.len();
    match filled(together, size, weight, room, most) {
        (_, true) if apart => filled(words, size, weight, room, most).0,
        (lines, _) => lines,
    }
}

/// Lines filled with the words one after the other, and whether some of them are cut.
fn filled(
    words: Vec<&str>,
    size: f64,
    weight: Weight,
    room: f64,
    most: usize,
) -> (Vec<String>, bool) {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest = words;
    rest.reverse();
    while let Some(word) = rest.pop() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&longer, size, weight) <= room {
            line = longer;
        } else if lines.len() + 1 == most {
            // The last line takes all that is left and is cut.
            rest.push(word);
            rest.reverse();
            let all = format!("{line} {}", rest.join(" "));
            lines.push(shortened(all.trim(), size, weight, room));
            return (lines, true);
        } else if line.is_empty() {
            let (start, end) = word.split_at(break_of(word, size, weight, room));
            lines.push(start.to_owned());
            rest.push(end);
        } else {
            lines.push(std::mem::take(&mut line));
            rest.push(word);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    (lines, false)
}

/// The words of a text, between which a line may break. A date is one, so that it stays whole, and so are a number
/// with its percent sign, a name with its number (`proposal 2`) and two words in brackets (`(6 months)`).
#[must_use]
pub fn unbroken(of: &str) -> Vec<&str> {
    let spaces: Vec<usize> = of.match_indices(' ').map(|(at, _)| at).collect();
    let mut words = Vec::new();
    let mut start = 0;
    for (at, end) in spaces.iter().copied().chain([of.len()]).enumerate() {
        let word_from = |at: usize| {
            let from = spaces.get(at).map_or(of.len(), |space| space + 1);
            let to = spaces.get(at + 1).copied().unwrap_or(of.len());
            of.get(from..to).unwrap_or_default()
        };
        let own = of.get(start..end).unwrap_or_default();
        if !goes_on(own, word_from(at), word_from(at + 1)) {
            words.push(own);
            start = end + 1;
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether what is gathered goes on with the word that follows; `then` is the one after it.
fn goes_on(own: &str, following: &str, then: &str) -> bool {
    let last = own.rsplit(' ').next().unwrap_or_default();
    let ends_date = |word: &str| word.starts_with(|char: char| char.is_ascii_digit());
    let day = last.trim_start_matches(['(', '\u{201c}']);
    let date = ends_date(following)
        && (text::MONTHS.contains(&day) || (own.len() > last.len() && last.ends_with(',')));
    let percent = is_percent_sign(following) && last.ends_with(|char: char| char.is_ascii_digit());
    let brackets = last.starts_with('(') && !last.contains(')') && following.contains(')');
    let bare = following.trim_end_matches([':', ',', '.', ';', '\u{201d}', '\u{2019}']);
    let numbered = is_short_number(bare)
        && !is_month(then)
        && !is_percent_sign(then)
        && last.chars().count() > 1
        && last.chars().all(char::is_alphabetic);
    let day_first = is_short_number(last) && is_month(following);
    date || percent || brackets || numbered || day_first
}

/// A percent sign that stands alone, as some write it.
fn is_percent_sign(word: &str) -> bool {
    word.chars().eq(['%'])
}

/// One or two digits: the number of a proposal or of a day.
fn is_short_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name of a month, short or whole.
fn is_month(word: &str) -> bool {
    text::MONTHS.iter().any(|month| word.starts_with(month))
}

/// The text in lines as even as they can be: as many as [`wrapped`] needs, the longest as short as
/// possible.
#[must_use]
pub fn balanced(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let mut best = wrapped(text, size, weight, room, most);
    if best.len() < 2 || best.last().is_some_and(|line| line.ends_with('\u{2026}')) {
        return best;
    }
    let count = best.len();
    let (mut narrow, mut wide) = (room / 2.0, room);
    while wide - narrow > size * 0.5 {
        let middle = f64::midpoint(narrow, wide);
        let lines = wrapped(text, size, weight, middle, most + 1);
        if lines.len() <= count {
            best = lines;
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    best
}

/// Where a word too wide for a line breaks: after a hyphen, a dash or a slash where one stands in the last two thirds
/// of what fits, else after the last letter that fits, its marks with it. At least one character goes on the line.
fn break_of(word: &str, size: f64, weight: Weight, room: f64) -> usize {
    let mut end = word.chars().next().map_or(0, char::len_utf8);
    let mut parted = None;
    let mut following = word.chars().skip(1);
    for (at, char) in word.char_indices() {
        let next = at + char.len_utf8();
        let (start, _) = word.split_at(next);
        if at > 0 && width(start, size, weight) > room {
            break;
        }
        if following.next().is_some_and(is_combining_mark) {
            continue;
        }
        end = next;
        if matches!(char, '-' | '\u{2013}' | '\u{2014}' | '/' | '_') {
            parted = Some(next);
        }
    }
    parted.filter(|at| at * 3 >= end).unwrap_or(end)
}

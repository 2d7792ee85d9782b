//! Why ron refused a file, in the words of the people who wrote it.
//!
//! Three sources, in this order: the file breaks off; brackets, commas or names don't fit
//! together before the place where ron stopped; a value is not what belongs there.

use ron::error::{Error as Refusal, SpannedError};

use super::file_words::{belongs, place_in_words, shorten};
use super::outline::{Fault, Name, NodeId, OpenEnd, Outline};
use super::problem::Problem;
use crate::scenario::Severity;
use crate::scenario::validate::similar::closest;
use crate::units::visible::visible;

/// A text that goes on where it should have ended.
const OPEN_QUOTE: &str = "the quote opened here is not closed on its line; close it";

/// Explains why ron refused the text of an outline.
pub(super) fn explain(outline: &Outline<'_>, refused: &SpannedError) -> Problem {
    let start = outline.offset(refused.span.start.line, refused.span.start.col);
    let end = outline.offset(refused.span.end.line, refused.span.end.col);
    if let Some(open) = outline.open_end
        && reaches_the_end(outline, start, end)
    {
        return cut_off(outline, open);
    }
    let typed = match &refused.code {
        Refusal::Message(words) => Some(bad_value(outline, end, words)),
        Refusal::NoSuchStructField {
            expected, found, ..
        } => Some(unknown_field(outline, start, found, expected)),
        Refusal::NoSuchEnumVariant {
            expected, found, ..
        } => Some(unknown_choice(outline, start, found, expected)),
        Refusal::MissingStructField { field, .. } => Some(missing_field(outline, start, field)),
        Refusal::DuplicateStructField { field, .. } => {
            let message = format!("{field} is given twice; remove one of them");
            Some(at(outline, start, outline.innermost(start), &message))
        }
        Refusal::ExceededRecursionLimit => {
            let message = "brackets lie inside brackets too many times; this is no scenario";
            Some(at(outline, start, None, message))
        }
        Refusal::NoSuchExtension(_)
        | Refusal::ExpectedAttribute
        | Refusal::ExpectedAttributeEnd => {
            let message = "the first line can't be read; write #![enable(implicit_some)]";
            Some(at(outline, start, None, message))
        }
        _ => None,
    };
    if let Some(problem) = typed {
        return problem;
    }
    match outline.fault {
        // A fault inside the very word ron stopped at counts too.
        Some((place, fault)) if place <= end.max(word_end(outline, start)) => {
            misfit(outline, place, fault)
        }
        _ => wrong_kind(outline, start, &refused.code),
    }
}

/// A problem at a byte offset, in the entry given.
pub(super) fn at(
    outline: &Outline<'_>,
    offset: usize,
    entry: Option<NodeId>,
    message: &str,
) -> Problem {
    let position = outline.position(offset);
    let path = entry.map_or_else(Vec::new, |entry| outline.path(entry));
    Problem {
        severity: Severity::Error,
        line: position.line,
        column: position.column,
        place: place_in_words(outline, &path),
        message: visible(message),
        fault: None,
        damaged: false,
    }
}

/// Whether nothing but blanks follows what ron stopped at.
fn reaches_the_end(outline: &Outline<'_>, start: usize, end: usize) -> bool {
    let after = end.max(word_end(outline, start));
    outline.slice(after, outline.text.len()).trim().is_empty()
        || matches!(outline.open_end, Some(OpenEnd::Comment))
        || matches!(outline.open_end, Some(OpenEnd::Text(text)) if text <= end)
}

/// The end of the word at a byte offset, or behind the blanks there.
fn word_end(outline: &Outline<'_>, start: usize) -> usize {
    outline
        .innermost(behind_blanks(outline, start))
        .and_then(|node| outline.node(node))
        .filter(|node| node.bracket.is_none())
        .map_or(start, |node| node.end)
}

fn behind_blanks(outline: &Outline<'_>, start: usize) -> usize {
    let rest = outline.slice(start, outline.text.len());
    start + (rest.len() - rest.trim_start().len())
}

fn cut_off(outline: &Outline<'_>, open: OpenEnd) -> Problem {
    let end = outline.text.trim_end().len();
    let line_of = |offset| outline.position(offset).line;
    let (offset, message) = match open {
        // A text that began on an earlier line most likely lacks its closing quote there.
        OpenEnd::Text(text) => (
            text,
            "the quote opened here is never closed; close it, or the file is cut off".to_owned(),
        ),
        OpenEnd::Comment => (
            end,
            "a comment opened with /* is never closed with */; close it, or the file is cut off"
                .to_owned(),
        ),
        OpenEnd::Bracket(opened) => {
            let bracket = outline.slice(opened, opened + 1);
            let line = line_of(opened);
            (
                end,
                format!(
                    "the file ends before the {bracket} opened on line {line} is closed; it is \
                     cut off, or a closing bracket is missing"
                ),
            )
        }
    };
    let entry = match open {
        OpenEnd::Bracket(opened) => outline.innermost(opened),
        _ => outline.leaf_before(offset + 1),
    };
    Problem {
        damaged: true,
        ..at(outline, offset, entry, &message)
    }
}

/// A value refused in this program's own words.
fn bad_value(outline: &Outline<'_>, end: usize, words: &str) -> Problem {
    let ends_before = |entry: NodeId| outline.node(entry).is_some_and(|node| node.end <= end);
    let mut entry = outline.leaf_before(end);
    // The value may itself be in brackets, as in `[6]` where a number belongs.
    while let Some(around) = entry.and_then(|inner| outline.parent(inner))
        && ends_before(around)
    {
        entry = Some(around);
    }
    let value = entry.map_or("", |entry| outline.value(entry));
    let runs_on = value.starts_with('"') && (value.contains('\n') || value.contains(": "));
    let words = if runs_on { OPEN_QUOTE } else { words };
    at(outline, start_of(outline, entry, end), entry, words)
}

fn unknown_field(outline: &Outline<'_>, start: usize, found: &str, known: &[&str]) -> Problem {
    let entry = outline.innermost(start);
    let advice = closest(found, known).map_or_else(
        || format!("write one of: {}; or remove it.", known.join(", ")),
        |name| format!("did you mean {name}?"),
    );
    let unclosed = match (outline.open_end, outline.fault) {
        (Some(OpenEnd::Bracket(_)), _) | (_, Some((_, Fault::Mismatch { .. }))) => {
            " Or is a closing bracket missing before it?"
        }
        _ => "",
    };
    let message = format!("{} is not known here; {advice}{unclosed}", shorten(found));
    let message = message.trim_end_matches('.');
    at(outline, start, entry, message)
}

fn unknown_choice(outline: &Outline<'_>, start: usize, found: &str, known: &[&str]) -> Problem {
    let entry = outline.innermost(start);
    let advice = closest(found, known).map_or_else(
        || format!("write one of: {}", known.join(", ")),
        |name| format!("did you mean {name}?"),
    );
    let message = format!("{} is not known here; {advice}", shorten(found));
    at(outline, start, entry, &message)
}

fn missing_field(outline: &Outline<'_>, end: usize, field: &str) -> Problem {
    let entry = outline.innermost(end);
    let around = entry.map_or("", |entry| surroundings(outline, entry));
    let message = format!(
        "{field} is missing; add it: {field} takes {}",
        belongs(field, around)
    );
    at(outline, start_of(outline, entry, end), entry, &message)
}

fn start_of(outline: &Outline<'_>, entry: Option<NodeId>, or: usize) -> usize {
    entry
        .and_then(|entry| outline.node(entry))
        .map_or(or, |node| node.start)
}

/// The name of what an entry's own entries lie in: its choice, such as `LumpSum`, or its field.
fn surroundings<'t>(outline: &Outline<'t>, entry: NodeId) -> &'t str {
    let tag = outline.tag(entry);
    if !tag.is_empty() {
        return tag;
    }
    last_field(&outline.path(entry))
}

fn last_field<'t>(path: &[Name<'t>]) -> &'t str {
    path.iter()
        .rev()
        .find_map(|step| match step {
            Name::Field(name) => Some(*name),
            Name::Index(_) => None,
        })
        .unwrap_or("")
}

/// Brackets, commas or names that don't fit together.
fn misfit(outline: &Outline<'_>, offset: usize, fault: Fault) -> Problem {
    let line = |opened| outline.position(opened).line;
    let bracket = |opened| outline.slice(opened, opened + 1);
    if let Some(problem) = comma_in_number(outline, offset) {
        return problem;
    }
    let message = match fault {
        Fault::MissingComma => "a comma is missing here, after the entry".to_owned(),
        Fault::MissingColon => "a colon is missing here, between name and value".to_owned(),
        Fault::MissingValue { end } => {
            let name = outline.slice(offset, end);
            format!("nothing follows {name}; add its value, or remove it")
        }
        Fault::TwoNames => {
            "two names follow each other here; an opening bracket or a value is missing between \
             them"
                .to_owned()
        }
        Fault::ExtraMark => {
            let mark = outline.slice(offset, offset + 1);
            format!("this {mark} is one too many; remove it")
        }
        Fault::QuotedName => "a name stands here in quotes; write it without them".to_owned(),
        Fault::OpenQuote => OPEN_QUOTE.to_owned(),
        Fault::Unnamed { opened } => format!(
            "this has no name, such as note: before it; or a closing bracket is missing before \
             it, for the {} opened on line {}",
            bracket(opened),
            line(opened)
        ),
        Fault::Mismatch { opened } => format!(
            "this {} does not close the {} opened on line {}; a bracket is missing or too many",
            bracket(offset),
            bracket(opened),
            line(opened)
        ),
        Fault::Trailing => {
            "this stands after the end of the scenario; remove it, or a bracket is closed too early"
                .to_owned()
        }
    };
    let entry = match fault {
        Fault::Trailing => None,
        Fault::Unnamed { opened } | Fault::Mismatch { opened } => outline.innermost(opened),
        Fault::MissingComma | Fault::MissingColon => outline.leaf_before(offset),
        _ => outline.innermost(offset),
    };
    at(outline, offset, entry, &message)
}

/// `62,000` and `6,5`: a comma inside a number reads as the end of it.
fn comma_in_number(outline: &Outline<'_>, offset: usize) -> Option<Problem> {
    let second = outline.innermost(offset)?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let after = outline.value(second);
    let comma = outline.slice(0, outline.node(second)?.start);
    let before = comma.strip_suffix(',')?;
    let first = outline.leaf_before(before.len())?;
    let whole = outline.value(first);
    if !digits(after) || !digits(whole) || outline.node(first)?.end != before.len() {
        return None;
    }
    let message = format!(
        "a number has no comma in it: write {whole}{after}, or {whole}.{after} with a decimal point"
    );
    Some(at(
        outline,
        outline.node(first)?.start,
        Some(first),
        &message,
    ))
}

/// A value of a kind that doesn't belong there.
fn wrong_kind(outline: &Outline<'_>, start: usize, code: &Refusal) -> Problem {
    let Some(entry) = stopped_at(outline, start).filter(|e| outline.parent(*e).is_some()) else {
        return at(outline, start, None, super::text::NO_SCENARIO);
    };
    if let Some(problem) = comma_in_number(outline, start) {
        return problem;
    }
    let around = outline
        .parent(entry)
        .map_or("", |around| surroundings(outline, around));
    let name = outline.key(entry).unwrap_or(around);
    let takes = belongs(name, around);
    let value = outline.value(entry);
    let shown = shown(outline, entry);
    let is_number = takes.starts_with("a number");
    let message = if matches!(code, Refusal::InvalidEscape(_)) {
        format!(
            "{shown} holds a backslash with a letter that means nothing; write \\\\ for a backslash"
        )
    } else if is_number && value.ends_with('%') {
        format!("{shown} has a percent sign; write the number alone, such as 6.5")
    } else if is_number && value.starts_with('$') {
        format!("{shown} has a dollar sign; write the number alone, such as 1000.50")
    } else if takes.is_empty() {
        format!("{shown} does not fit here; remove it, or compare it with a new scenario")
    } else {
        format!("{shown} does not fit here; {name} takes {takes}")
    };
    at(
        outline,
        start_of(outline, Some(entry), start),
        Some(entry),
        &message,
    )
}

/// The entry ron stopped at, in, or right behind.
fn stopped_at(outline: &Outline<'_>, start: usize) -> Option<NodeId> {
    let behind = outline
        .leaf_before(start)
        .filter(|leaf| outline.node(*leaf).is_some_and(|node| node.end == start));
    let offset = behind_blanks(outline, start);
    let inside = outline.innermost(offset)?;
    let starts_here = outline
        .node(inside)
        .is_some_and(|node| node.start == offset);
    match behind {
        Some(leaf) if !starts_here && outline.first_child(inside).is_some() => Some(leaf),
        _ => Some(inside),
    }
}

/// A value in short: what is in brackets is left out.
fn shown(outline: &Outline<'_>, entry: NodeId) -> String {
    match outline.node(entry).and_then(|node| node.bracket) {
        Some(bracket) if outline.first_child(entry).is_some() => format!(
            "{}{}…{}",
            outline.tag(entry),
            bracket.opening(),
            bracket.closing()
        ),
        _ => shorten(outline.value(entry)),
    }
}

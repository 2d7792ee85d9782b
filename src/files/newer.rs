//! A file of a newer version: read what this version knows, never save over it.

use ron::error::{Error as Refusal, SpannedError};

use super::explain::{at, explain};
use super::outline::{Name, NodeId, Outline};
use super::problem::Problem;
use super::reading::Reading;
use super::typed::typed;
use crate::scenario::{Severity, VERSION};

/// The most different unknown entries left out before giving up.
const MOST_LEFT_OUT: usize = 64;

/// Reads a newer version's text with this version's types, leaving out entries this one doesn't
/// know. Choices it doesn't know, and rules it breaks, can't be left out: then nothing is read.
pub(super) fn read(outline: &Outline<'_>, version: u32) -> Reading {
    let mut text = outline.text.to_owned();
    let mut left_out: Vec<String> = Vec::new();
    if let Some((node, true)) = outline.resolve(&[Name::Field("version")]) {
        let span = outline.node(node).map_or((0, 0), |n| (n.start, n.end));
        text = blanked(&text, &[span]);
        // The version's digits are at least as many as this one's.
        let start = outline.node(node).map_or(0, |n| n.start);
        let digits = VERSION.to_string();
        if text.get(start..start + digits.len()).is_some() {
            text.replace_range(start..start + digits.len(), &digits);
        }
    }
    loop {
        let refused = match typed(&text) {
            Ok(scenario) => {
                let reading = Reading::of(scenario, outline);
                return opened(outline, reading, version, &left_out);
            }
            Err(refused) => refused,
        };
        let outline_now = Outline::new(&text);
        match unknown(&outline_now, &refused) {
            Some((names, spans))
                if left_out.len() + names.len() <= MOST_LEFT_OUT
                    && names.iter().all(|name| !left_out.contains(name)) =>
            {
                text = blanked(&text, &spans);
                left_out.extend(names);
            }
            _ => {
                let problem = explain(&outline_now, &refused);
                return too_new(outline, version, problem);
            }
        }
    }
}

fn opened(
    outline: &Outline<'_>,
    mut reading: Reading,
    version: u32,
    left_out: &[String],
) -> Reading {
    let error = |problem: &&Problem| problem.severity == Severity::Error;
    if let Some(problem) = reading.problems.iter().find(error).cloned() {
        return too_new(outline, version, problem);
    }
    let missing = if left_out.is_empty() {
        String::new()
    } else {
        format!(
            " What this one doesn't know is left out, and figures may differ: {}.",
            left_out.join(", ")
        )
    };
    reading.newer = Some(version);
    reading.read_only = Some(format!(
        "the file was written by a newer version of the program (format {version}; this one \
         reads format {VERSION}), so it can be read but not saved over.{missing} Update the \
         program, or save under another name"
    ));
    reading
}

/// What can't be read: that a newer program is needed, and what this one stumbled over.
fn too_new(outline: &Outline<'_>, version: u32, stumbled: Problem) -> Reading {
    let place = [Name::Field("version")];
    let node = outline.resolve(&place).map(|(node, _)| node);
    let start = node
        .and_then(|node| outline.node(node))
        .map_or(0, |n| n.start);
    let message = format!(
        "the file was written by a newer version of the program (format {version}; this one \
         reads format {VERSION}) and can't be read here; update the program"
    );
    Reading {
        newer: Some(version),
        problems: vec![at(outline, start, node, &message), stumbled],
        ..Reading::refused(at(outline, start, node, &message), outline.has_comments)
    }
}

/// What [`unknown`] finds: the entries' names, as `offers: clauses: probability`, and where they stand.
type Unknown = (Vec<String>, Vec<(usize, usize)>);

/// The unknown entry ron stopped at with every other unknown one of the same kind of thing, wherever in
/// the file that stands, commas included. All at once, because each time the whole file is read anew.
fn unknown(outline: &Outline<'_>, refused: &SpannedError) -> Option<Unknown> {
    let Refusal::NoSuchStructField {
        found, expected, ..
    } = &refused.code
    else {
        return None;
    };
    let start = outline.offset(refused.span.start.line, refused.span.start.col);
    let around = outline.innermost(start)?;
    let kind = fields(outline, around);
    let mut there: Vec<((usize, usize), &str)> = Vec::new();
    let mut rest: Vec<NodeId> = outline.whole().into_iter().collect();
    while let Some(node) = rest.pop() {
        let same_kind = outline.tag(node) == outline.tag(around) && fields(outline, node) == kind;
        for child in outline.children(node) {
            if let Some(key) = outline.key(child).filter(|_| same_kind)
                && (key == found || !expected.contains(&key))
            {
                there.extend(entry_span(outline, child).map(|span| (span, key)));
            }
            if outline.first_child(child).is_some() {
                rest.push(child);
            }
        }
    }
    there.sort_unstable();
    let mut keys: Vec<&str> = Vec::new();
    for (_, key) in &there {
        if !keys.contains(key) && keys.len() <= MOST_LEFT_OUT {
            keys.push(key);
        }
    }
    let name = |key: &&str| [kind.as_slice(), &[*key]].concat().join(": ");
    let names = keys.iter().map(name).collect();
    let spans: Vec<(usize, usize)> = there.into_iter().map(|(span, _)| span).collect();
    let here = spans.iter().any(|(from, to)| *from <= start && start < *to);
    here.then_some((names, spans))
}

/// The names on the way to an entry, without its numbers in lists.
fn fields<'t>(outline: &Outline<'t>, node: NodeId) -> Vec<&'t str> {
    outline
        .path(node)
        .into_iter()
        .filter_map(|step| match step {
            Name::Field(name) => Some(name),
            Name::Index(_) => None,
        })
        .collect()
}

/// An entry from its name to the comma after it.
fn entry_span(outline: &Outline<'_>, node: NodeId) -> Option<(usize, usize)> {
    let entry = outline.node(node)?;
    let (start, _) = entry.key?;
    let until = outline
        .next_sibling(node)
        .and_then(|next| outline.node(next))
        .map(|next| next.key.map_or(next.start, |(start, _)| start));
    let end = until.unwrap_or_else(|| {
        let after = outline.slice(entry.end, outline.text.len());
        let comma = after.trim_start().starts_with(',');
        let skipped = after.len() - after.trim_start().len();
        entry.end + if comma { skipped + 1 } else { 0 }
    });
    Some((start, end))
}

/// The text with spaces in place of stretches, which stand in its order, so that everything else
/// keeps its line and column.
fn blanked(text: &str, spans: &[(usize, usize)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in spans {
        let Some(old) = text.get(*start..*end).filter(|_| *start >= done) else {
            continue;
        };
        out.push_str(text.get(done..*start).unwrap_or(""));
        out.extend(old.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        done = *end;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

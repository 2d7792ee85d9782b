//! Texts of a file that hide something or are longer than any name: refused at their place.

use super::file_words::place_in_words;
use super::outline::{Name, NodeId, Outline};
use super::problem::Problem;
use crate::scenario::Severity;
use crate::units::visible::{
    LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, first_hidden, first_hidden_in_lines, number,
};

/// Entries that may have many lines and much text.
const LONG: [&str; 5] = ["note", "why", "condition", "left_out_because", "citation"];

/// Entries that are names, and lists of names.
const NAMES: [&str; 14] = [
    "id", "name", "market", "markets", "unit", "job", "scale", "scales", "ladder", "group", "a",
    "b", "counter", "offer",
];

/// Every text that hides a character or is too long, in the file's order, at most `most`.
pub(super) fn problems(outline: &Outline<'_>, most: usize) -> Vec<Problem> {
    let mut found = Vec::new();
    for node in outline.all() {
        if found.len() == most {
            break;
        }
        let Some(message) = wrong(outline, node) else {
            continue;
        };
        let start = outline.node(node).map_or(0, |node| node.start);
        let position = outline.position(start);
        found.push(Problem {
            severity: Severity::Error,
            line: position.line,
            column: position.column,
            place: place_in_words(outline, &outline.path(node)),
            message,
            fault: None,
            damaged: false,
        });
    }
    found
}

fn wrong(outline: &Outline<'_>, node: NodeId) -> Option<String> {
    let value = outline.value(node);
    if !value.starts_with(['"', 'r']) || !value.ends_with(['"', '#']) {
        return None;
    }
    let name = name_of(outline, node);
    let long = LONG.contains(&name);
    let most = if long {
        LONGEST_TEXT
    } else if NAMES.contains(&name) {
        LONGEST_NAME
    } else {
        LONGEST_LINE
    };
    let harmless = value
        .bytes()
        .all(|byte| (0x20..0x7f).contains(&byte) && byte != b'\\');
    let says_something = value
        .bytes()
        .skip(2)
        .any(|byte| byte.is_ascii_alphanumeric());
    if harmless && says_something && value.len() <= most {
        return None;
    }
    let text: String = ron::from_str(value).ok()?;
    let hidden = if long {
        first_hidden_in_lines(&text)
    } else {
        first_hidden(&text)
    };
    if let Some((at, hidden)) = hidden {
        let what = match hidden {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => "a line break",
            c if c.is_control() => "a control character",
            _ => "a character that nobody sees",
        };
        return Some(format!(
            "this holds {what} ({}) as character {at}; remove it, or write the text anew",
            number(hidden)
        ));
    }
    if text.trim().is_empty() && !long {
        return unsaid(outline, node, name, &text);
    }
    let length = text.chars().count();
    (length > most).then(|| {
        format!("this has {length} characters; at most {most} can be shown anywhere, so shorten it")
    })
}

/// What is wrong with a text that says nothing: nobody sees a name of blanks, and some names have to be there.
fn unsaid(outline: &Outline<'_>, node: NodeId, name: &str, text: &str) -> Option<String> {
    let within = |entry: &str| {
        let path = outline.path(node);
        path.iter()
            .any(|step| matches!(step, Name::Field(one) if *one == entry))
    };
    let must_be_there = match name {
        // A short name that is empty is none.
        "name" => !within("short_names"),
        "about" => true,
        "title" => within("sources"),
        _ => false,
    };
    match (text.is_empty(), must_be_there) {
        (true, true) => Some("this is empty; write what it is called".to_owned()),
        (true, false) => None,
        (false, true) => {
            Some("this holds only blanks, which nobody can see; write what it is called".to_owned())
        }
        (false, false) => Some(
            "this holds only blanks, which nobody can see; write what is meant, or leave it empty"
                .to_owned(),
        ),
    }
}

/// The name of the entry a text is in: its own, or that of the list or choice around it.
fn name_of<'t>(outline: &Outline<'t>, node: NodeId) -> &'t str {
    let mut at = Some(node);
    while let Some(here) = at {
        if let Some(key) = outline.key(here) {
            return key;
        }
        at = outline.parent(here);
    }
    match outline.path(node).first() {
        Some(Name::Field(name)) => name,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let outline = Outline::new(text);
        problems(&outline, 1_000)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_hidden_character_is_named_at_its_place_whatever_the_entry() {
        let text = "(version: 1, title: \"T\\u{1b}[31m\",\n roll_up: [(name: \"Pen\u{202e}sion\", \
                    percent: 5)], note: \"two\\nlines\",\n offers: [(id: \"a\\u{2028}b\", name: r\"x\u{200b}\")])";
        assert_eq!(
            told(text),
            [
                "line 1, column 21, title: this holds a control character (U+001B) as character 2; \
                 remove it, or write the text anew",
                "line 2, column 19, roll-up rate \"Pen[U+202E]sion\", name: this holds a character that nobody \
                 sees (U+202E) as character 4; remove it, or write the text anew",
                "line 3, column 16, offer 1, id: this holds a line break (U+2028) as character 2; \
                 remove it, or write the text anew",
                "line 3, column 36, offer 1, name: this holds a character that nobody sees \
                 (U+200B) as character 2; remove it, or write the text anew",
            ]
        );
    }

    #[test]
    fn a_name_of_blanks_is_refused_at_its_place_and_so_is_an_empty_one_that_has_to_be_there() {
        for blanks in [
            " ",
            "   ",
            "\u{a0}",
            "\u{2009}\u{2003}",
            "\u{202f}",
            "\u{3000}",
        ] {
            for entry in [
                format!("title: \"{blanks}\""),
                format!("parties: (employer: \"{blanks}\")"),
                format!("offers: [(id: \"a\", name: \"{blanks}\")]"),
                format!("offers: [(clauses: [(terms: Contribution(name: r\"{blanks}\"))])]"),
                format!("people: Groups([(name: \"A\", unit: \"{blanks}\")])"),
                format!("assumptions: [(about: \"{blanks}\", why: \"\")]"),
                format!("sources: [(id: \"s\", title: \"{blanks}\")]"),
                format!("figures: (short_names: [(offer: \"a\", name: \"{blanks}\")])"),
            ] {
                let told = told(&format!("({entry})"));
                assert_eq!(told.len(), 1, "{entry}: {told:?}");
                assert!(told[0].contains("only blanks"), "{entry}: {told:?}");
            }
        }
        for (entry, refused) in [
            ("offers: [(id: \"a\", name: \"\")]", true),
            ("assumptions: [(about: \"\")]", true),
            ("sources: [(title: \"\")]", true),
            ("title: \"\"", false),
            ("parties: (union: \"\")", false),
            ("figures: (short_names: [(name: \"\")])", false),
            ("note: \" \"", false),
            ("name: \"-\"", false),
            ("name: \"\u{4f60}\u{597d}\"", false),
        ] {
            assert_eq!(
                told(&format!("({entry})")).len(),
                usize::from(refused),
                "{entry}"
            );
        }
    }

    #[test]
    fn a_name_has_a_longest_length_and_a_note_a_longer_one() {
        let long = "x".repeat(LONGEST_NAME + 1);
        assert_eq!(told(&format!("(name: \"{}\")", &long[1..])).len(), 0);
        assert!(told(&format!("(name: \"{long}\")"))[0].contains("201 characters"));
        assert!(told(&format!("(scope: (market: [\"{long}\"]))"))[0].contains("201 characters"));
        assert_eq!(told(&format!("(title: \"{long}\")")).len(), 0);
        let title = "t".repeat(LONGEST_LINE + 1);
        assert_eq!(told(&format!("(title: \"{title}\")")).len(), 1);
        assert_eq!(told(&format!("(note: \"{long}\")")).len(), 0);
        let longer = "y".repeat(LONGEST_TEXT + 1);
        assert_eq!(told(&format!("(note: \"{longer}\")")).len(), 1);
    }
}

//! Names cut to the room there is, so that no two of a list become alike.

/// Characters of a first word that is kept before what tells a name from another.
const OF_FIRST_WORD: usize = 16;
/// The fewest characters of it.
const LEAST_OF_FIRST: usize = 4;
/// A word as short as this says little without the one before it: `number 4`.
const SHORT_WORD: usize = 3;

/// How a name is cut.
#[derive(Clone, Copy)]
enum Cut {
    /// `Union’s counter… (2)`.
    Middle,
    /// `Comprehensive… number 4 of the…`: its first word, and from where it differs.
    Difference,
    /// `Comprehensive package proposal number 4…`.
    End,
    /// `…number 4`: where there is room for what differs only.
    Rest,
    /// `…04 of the`: where there isn't even room for the word before a number.
    Least,
}

/// The most names that are held against each other; of more a name is cut about where it differs, unseen.
const MOST_COMPARED: usize = 64;

/// Each name as it is where `fits` says so, else cut until it does.
#[must_use]
pub fn told_apart(names: &[String], fits: impl Fn(usize, &str) -> bool) -> Vec<String> {
    let one = |at: usize| one_told_apart(names, at, |text| fits(at, text));
    (0..names.len()).map(one).collect()
}

/// One of the names as it is where `fits` says so, else cut until it does. The first way of cutting is taken that
/// leaves it unlike all others: in the middle, about where it differs, at the end.
#[must_use]
pub fn one_told_apart(names: &[String], at: usize, fits: impl Fn(&str) -> bool) -> String {
    let Some(name) = names.get(at) else {
        return String::new();
    };
    if fits(name) {
        return name.clone();
    }
    let few = names.len() <= MOST_COMPARED;
    let shared = shared_start(names, at);
    let ways: &[Cut] = if few {
        &[
            Cut::Middle,
            Cut::Difference,
            Cut::End,
            Cut::Rest,
            Cut::Least,
        ]
    } else {
        &[Cut::Difference]
    };
    let mut any = None;
    for way in ways {
        let Some((cut, kept)) = way.longest(name, shared, &fits) else {
            continue;
        };
        let is_alike = |(other, text): (usize, &String)| {
            other != at && (*text == cut || way.of(text, shared_start(names, other), kept) == cut)
        };
        if !few || !names.iter().enumerate().any(is_alike) {
            return cut;
        }
        any = any.or(Some(cut));
    }
    any.unwrap_or_else(|| "\u{2026}".to_owned())
}

impl Cut {
    /// The longest cut that fits, and the characters asked for.
    fn longest(
        self,
        name: &str,
        shared: usize,
        fits: impl Fn(&str) -> bool,
    ) -> Option<(String, usize)> {
        let (mut least, mut most) = (0, name.chars().count().saturating_sub(1));
        let mut best = None;
        while least < most {
            let middle = least.midpoint(most + 1).min(most);
            let cut = self.of(name, shared, middle);
            if fits(&cut) {
                best = Some((cut, middle));
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        best
    }

    /// The name with about `kept` of its characters.
    fn of(self, name: &str, shared: usize, kept: usize) -> String {
        match self {
            Self::Middle => cut_middle(name, kept),
            Self::End => cut_end(name, kept),
            Self::Difference => {
                let first = name.split(' ').next().unwrap_or_default();
                // A third of the room says whose list it is; the rest is for what differs.
                let whole = first.chars().count() <= kept / 2;
                let own = if whole { kept } else { kept / 3 };
                let own = OF_FIRST_WORD.min(own.max(LEAST_OF_FIRST));
                let first: String = first.chars().take(own).collect();
                let from = start_of_word(name, shared);
                let rest: String = name.chars().skip(from).collect();
                let room = kept.saturating_sub(first.chars().count());
                // Without room for any of the rest, or without anything between, it says no more than the end cut off.
                if room == 0 || from <= first.chars().count() + 1 {
                    return cut_end(name, kept);
                }
                format!("{first}\u{2026} {}", cut_end(&rest, room))
            }
            Self::Rest => {
                let rest: String = name.chars().skip(start_of_word(name, shared)).collect();
                format!("\u{2026}{}", cut_end(&rest, kept))
            }
            Self::Least => {
                let rest: String = name.chars().skip(own_start(name, shared)).collect();
                format!("\u{2026}{}", cut_end(&rest, kept))
            }
        }
    }
}

/// Cut between words where that loses no more than half of what is kept on either side: `Union package… September`
/// can be broken into lines, `package…September` can not.
fn cut_middle(name: &str, kept: usize) -> String {
    let chars: Vec<char> = name.chars().collect();
    if chars.len() <= kept {
        return name.to_owned();
    }
    let tail = kept * 2 / 5;
    let (mut start, mut end) = (kept - tail, chars.len() - tail);
    let in_word = |at: usize| {
        let letter = |at: usize| chars.get(at).is_some_and(|char| *char != ' ');
        at > 0 && letter(at - 1) && letter(at)
    };
    if in_word(start)
        && let Some(space) = last_space(&chars, start)
        && space * 2 >= start
    {
        start = space;
    }
    if in_word(end)
        && let Some(space) = chars.iter().skip(end).position(|char| *char == ' ')
        && space * 2 <= tail
    {
        end += space + 1;
    }
    let part = |from: usize, to: usize| chars.iter().take(to).skip(from).collect::<String>();
    let (first, last) = (part(0, start), part(end, chars.len()));
    let gap = if in_word(end) { "" } else { " " };
    format!("{}\u{2026}{gap}{}", first.trim_end(), last.trim_start())
        .trim_end()
        .to_owned()
}

fn cut_end(name: &str, kept: usize) -> String {
    if name.chars().count() <= kept {
        return name.to_owned();
    }
    let start: String = name.chars().take(kept).collect();
    // A number isn't cut: `proposal 1…` would be another one.
    let goes_on = name
        .chars()
        .nth(kept)
        .is_some_and(|char| char.is_ascii_digit());
    let start = if goes_on {
        start.trim_end_matches(|char: char| char.is_ascii_digit())
    } else {
        &start
    };
    format!("{}\u{2026}", start.trim_end())
}

/// Characters with which another of the names begins too, the most of them.
fn shared_start(names: &[String], at: usize) -> usize {
    let own = names.get(at).map_or("", String::as_str);
    let others = names.iter().enumerate().filter(|(other, _)| *other != at);
    let shared = others.map(|(_, other)| {
        let pairs = own.chars().zip(other.chars());
        pairs.take_while(|(one, other)| one == other).count()
    });
    shared.max().unwrap_or(0)
}

/// The place of the last space before a place.
fn last_space(chars: &[char], before: usize) -> Option<usize> {
    let before: Vec<char> = chars.iter().take(before).copied().collect();
    before.iter().rposition(|char| *char == ' ')
}

/// Where the word begins that holds a character.
fn own_start(name: &str, at: usize) -> usize {
    let chars: Vec<char> = name.chars().collect();
    last_space(&chars, at).map_or(0, |space| space + 1)
}

/// Where the word begins that holds a character, or the one before it where that word is short.
fn start_of_word(name: &str, at: usize) -> usize {
    let chars: Vec<char> = name.chars().collect();
    let start = |before: usize| last_space(&chars, before).map_or(0, |space| space + 1);
    let own = start(at);
    let length = chars
        .iter()
        .skip(own)
        .take_while(|char| **char != ' ')
        .count();
    if length <= SHORT_WORD && own > 0 {
        start(own - 1)
    } else {
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(names: &[&str], most: usize) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        told_apart(&names, |_, text| text.chars().count() <= most)
    }

    #[test]
    fn names_that_differ_in_their_middle_keep_what_differs() {
        let name = |number: u8| {
            format!(
                "Comprehensive package proposal number {number} of the joint bargaining committee"
            )
        };
        let all: Vec<String> = (1..=9).map(name).collect();
        for most in [28, 34, 44, 60] {
            let cut = told_apart(&all, |_, text| text.chars().count() <= most);
            for (at, one) in cut.iter().enumerate() {
                assert!(one.contains(&(at + 1).to_string()), "{most}: {one}");
                assert!(one.chars().count() <= most, "{one}");
            }
        }
        assert_eq!(
            cut(&[&all[0], &all[3]], 34)[1],
            "Comprehensive\u{2026} number 4 of the jo\u{2026}"
        );
    }

    #[test]
    fn in_the_least_room_what_differs_is_left() {
        let name = |number: u8| {
            format!(
                "Comprehensive package proposal number {number} of the joint bargaining committee"
            )
        };
        let all: Vec<String> = (1..=9).map(name).collect();
        for most in [11, 14, 18, 22] {
            let cut = told_apart(&all, |_, text| text.chars().count() <= most);
            for (at, one) in cut.iter().enumerate() {
                let number = (at + 1).to_string();
                assert!(one.contains(&number), "{most}: {one}");
            }
        }
    }

    #[test]
    fn a_number_is_never_cut_and_alone_where_there_is_no_room_for_more() {
        let name =
            |number: u8| format!("Comprehensive package proposal {number:02} of the committee");
        let all: Vec<String> = (1..=10).map(name).collect();
        for most in 6..40 {
            let cut = told_apart(&all, |_, text| text.chars().count() <= most);
            for (at, one) in cut.iter().enumerate() {
                assert!(one.contains(&format!("{:02}", at + 1)), "{most}: {cut:?}");
            }
        }
    }

    #[test]
    fn names_that_differ_at_their_ends_are_cut_in_the_middle_and_short_ones_stay() {
        let long = "Union\u{2019}s counter of the night of October the seventh, ";
        let (one, two) = (format!("{long}first"), format!("{long}second"));
        let cut = cut(&[&one, &two, "Midpoint"], 20);
        assert_ne!(cut[0], cut[1]);
        assert!(
            cut[0].ends_with("first") && cut[1].ends_with("second"),
            "{cut:?}"
        );
        assert_eq!(cut[2], "Midpoint");
        assert_eq!(
            super::told_apart(&["abc".to_owned()], |_, _| false),
            ["\u{2026}"]
        );
    }
}

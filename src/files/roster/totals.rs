//! How a line of an extract says that it adds others up: by a word for it where names belong, or by amounts that
//! are the sums of those above.

use super::meaning::Meaning;

/// Words that stand alone, in the languages payrolls are written in here; each in lower case.
const ALONE: [&str; 41] = [
    "cumul",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "gesamttotal",
    "generaltotal",
    "i alt",
    "insgesamt",
    "montant total",
    "importo totale",
    "eindtotaal",
    "ogółem",
    "razem",
    "somme",
    "somma",
    "som",
    "sous-total",
    "sous total",
    "subtotaal",
    "subtotale",
    "suma",
    "suma total",
    "suma końcowa",
    "sum",
    "summa",
    "summa summarum",
    "summary",
    "summe",
    "summen",
    "sums",
    "totaal",
    "total",
    "totale",
    "totales",
    "totali",
    "totals",
    "totalt",
    "totaux",
    "zwischensumme",
    "teilsumme",
    "endsumme",
];
/// Words a name doesn't begin with, of whatever it is the name.
const FIRST: [&str; 16] = [
    "subtotal",
    "sub-total",
    "sub total",
    "grand total",
    "report total",
    "sous-total",
    "sous total",
    "subtotaal",
    "subtotale",
    "zwischensumme",
    "gesamtsumme",
    "total general",
    "total général",
    "totale generale",
    "totaal generaal",
    "total geral",
];
/// Words a name doesn't end with.
const LAST: [&str; 6] = [
    " total",
    " totals",
    " subtotal",
    " sub-total",
    " totaal",
    " gesamt",
];
/// Words that begin the line of a sum unless they begin the name of a job.
const FIRST_OF_OTHERS: [&str; 5] = ["total", "totaal", "totale", "summe", "gesamt"];
/// The longest text looked at, in bytes: a name of the longest market with such a word.
const LONGEST: usize = 120;

/// Whether a cell where a name belongs says that its line adds others up: `Total`, `Subtotal North`, `Local 1 total:`,
/// `Summe`. A job may be called `Total quality manager`, so that the word alone before other words tells it of no
/// job.
pub(super) fn is_totals(meaning: Meaning, text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', ' ', '.']);
    if text.len() > LONGEST || !may_be(text.as_bytes()) {
        return false;
    }
    let lower = text.to_lowercase();
    let begins = |word: &str| {
        let rest = lower.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    ALONE.contains(&lower.as_str())
        || FIRST.iter().any(|word| begins(word))
        || LAST.iter().any(|word| lower.ends_with(word))
        || (meaning != Meaning::Job && FIRST_OF_OTHERS.iter().any(|word| begins(word)))
}

/// Whether some of the words may be in a text: nearly every cell is done with here, without a copy.
fn may_be(bytes: &[u8]) -> bool {
    let at = |place: usize, word: &[u8]| {
        let part = bytes.get(place..place.saturating_add(word.len()));
        part.is_some_and(|part| part.eq_ignore_ascii_case(word))
    };
    let begins = match bytes.first().map(u8::to_ascii_lowercase) {
        Some(b's') => at(0, b"su") || at(0, b"so"),
        Some(b'g') => at(0, b"gesamt") || at(0, b"general"),
        Some(b'i') => at(0, b"insgesamt") || at(0, b"i alt"),
        Some(b'z') => at(0, b"zwischen"),
        Some(b'r') => at(0, b"razem"),
        Some(b'o') => at(0, b"og"),
        Some(b'c') => at(0, b"cumul"),
        Some(b'e') => at(0, b"endsumme"),
        _ => false,
    };
    let holds = || {
        let mut places = memchr::memchr2_iter(b't', b'T', bytes);
        places.any(|one| at(one, b"tota") || at(one, b"teilsumme"))
    };
    let ends = || {
        let last = bytes.len().saturating_sub(b" gesamt".len());
        at(last, b" gesamt")
    };
    begins || holds() || ends()
}

/// The amounts of one line as they stand in the file, in millionths: full-time equivalents and pay. None for a
/// column that isn't read, or a cell that is no number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Amounts {
    pub fte: Option<i64>,
    pub rate: Option<i64>,
    /// Whether a name that other lines have is missing here.
    pub nameless: bool,
}

/// What the lines so far add up to, as a line of totals would.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Since the first line.
    whole: Running,
    /// Since the last line of totals.
    part: Running,
}

#[derive(Debug, Clone, Copy, Default)]
struct Running {
    lines: u64,
    fte: i128,
    rate: i128,
}

impl Sums {
    /// Takes a line's amounts; answers whether they are the sums of the lines above, so that the line is none of
    /// them. Two lines of the same amounts could be two employees, so that one sum alone tells it only of a line
    /// that lacks a name too.
    pub fn add(&mut self, line: Amounts) -> bool {
        if self.whole.is_sum(line) || self.part.is_sum(line) {
            self.part = Running::default();
            return true;
        }
        self.whole.add(line);
        self.part.add(line);
        false
    }

    /// A line said in words that it adds others up.
    pub fn said(&mut self) {
        self.part = Running::default();
    }
}

impl Running {
    fn add(&mut self, line: Amounts) {
        self.lines += u64::from(line.fte.is_some() || line.rate.is_some());
        // A hundred and twenty-eight bits hold the sum of more lines than a file can have.
        self.fte = self.fte.saturating_add(line.fte.unwrap_or(0).into());
        self.rate = self.rate.saturating_add(line.rate.unwrap_or(0).into());
    }

    fn is_sum(&self, line: Amounts) -> bool {
        if self.lines < 2 {
            return false;
        }
        let same = |own: Option<i64>, sum: i128| own.map(|own| i128::from(own) == sum && sum != 0);
        match (same(line.fte, self.fte), same(line.rate, self.rate)) {
            (Some(fte), Some(rate)) => fte && rate,
            (Some(one), None) | (None, Some(one)) => one && line.nameless,
            (None, None) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_from_names() {
        for text in [
            "Total",
            "TOTALS:",
            "Grand Total",
            "Subtotal North",
            "Sub-total: Local 1",
            "Local 1 total",
            "Sum",
            "Report total",
            "Summe",
            "SUMME:",
            "Gesamt",
            "Gesamtsumme",
            "Zwischensumme Nord",
            "Insgesamt",
            "Total général",
            "TOTAL GÉNÉRAL",
            "Sous-total",
            "Totaal",
            "Totale",
            "Totale generale",
            "Suma",
            "Total general",
            "Razem",
            "OGÓŁEM",
        ] {
            assert!(is_totals(Meaning::Job, text), "{text}");
        }
        for text in [
            "Total South",
            "Totaal Noord",
            "Summe Werk 2",
            "Gesamt: Nord",
        ] {
            assert!(is_totals(Meaning::Id, text), "{text}");
        }
        assert!(is_totals(Meaning::Unit, "Total: Local 2"));
        for text in [
            "Total quality manager",
            "Totalizer",
            "Summit",
            "Summer help",
            "Anatomical subtotaler",
            "Sommelier",
            "Sumo coach",
            "Gesamtleiter",
            "Summenlehrer",
            "Ensemble dancer",
            "",
        ] {
            assert!(!is_totals(Meaning::Job, text), "{text}");
        }
        assert!(!is_totals(Meaning::Market, "Totalis"));
        assert!(!is_totals(Meaning::Id, "Somerset"));
    }

    fn line(fte: i64, rate: i64) -> Amounts {
        Amounts {
            fte: Some(fte),
            rate: Some(rate),
            nameless: false,
        }
    }

    #[test]
    fn sums_are_told_by_their_amounts() {
        let mut sums = Sums::default();
        assert!(!sums.add(line(10, 2_505)));
        assert!(
            !sums.add(line(10, 2_505)),
            "the same as one line is no total"
        );
        assert!(!sums.add(line(5, 4_000)));
        assert!(sums.add(line(25, 9_010)), "the sums of the three");
        assert!(!sums.add(line(3, 100)));
        assert!(!sums.add(line(4, 200)));
        assert!(sums.add(line(7, 300)), "the sums since the last total");
        assert!(sums.add(line(32, 9_310)), "the sums of all");
        assert!(!sums.add(line(32, 9_311)));
    }

    #[test]
    fn one_sum_alone_is_told_of_a_nameless_line_only() {
        let of_fte = |fte, nameless| Amounts {
            fte: Some(fte),
            rate: None,
            nameless,
        };
        let mut sums = Sums::default();
        assert!(!sums.add(of_fte(5, false)) && !sums.add(of_fte(5, false)));
        assert!(
            !sums.add(of_fte(10, false)),
            "a full-time employee after two halves"
        );
        assert!(sums.add(of_fte(20, true)));
        assert!(!sums.add(Amounts::default()));
    }
}

//! Statements as they are typed and changed; a pasted one that wasn't read, in words.

pub mod claim;
pub mod counts;
pub mod edit;
pub mod measured;
pub mod settlement;

use super::refused::{self, Wanted};
use crate::explore::sentence::Refusal;
use crate::units::Currency;

/// Says why a sentence wasn't read and what to do.
#[must_use]
pub fn refused(refusal: &Refusal, sentence: &str, currency: &Currency) -> String {
    match refusal {
        Refusal::NoNumber => "The sentence has no number; paste one that has.".to_owned(),
        Refusal::Several(numbers) => format!(
            "The sentence has several numbers: {}. Paste the part with the one to check.",
            numbers.join(", ")
        ),
        Refusal::Range => {
            "The sentence has a range or a choice of numbers; paste the part with the one to check."
                .to_owned()
        }
        Refusal::PartOf(word) => format!(
            "The sentence speaks of a part or a multiple of its number (\u{201c}{word}\u{201d}); \
             work it out and paste the result."
        ),
        Refusal::Changed(what) => format!(
            "\u{201c}{what}\u{201d} beside the number may change what it means; work out what is \
             meant and paste the result."
        ),
        Refusal::Negated => {
            "The sentence says what the number isn\u{2019}t; say what it is.".to_owned()
        }
        Refusal::Number(refusal) => {
            let such_as = format!("{}, 30 % or 61,000", currency.example("1,440"));
            let number = Wanted {
                what: "number",
                such_as: &such_as,
            };
            refused::words(refusal, sentence, number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::sentence::read;

    #[test]
    fn each_refusal_says_what_to_do() {
        for (sentence, words) in [
            ("no number at all", "has no number"),
            (
                "21.5% against a demand of 25%",
                "several numbers: 21.5%, 25%",
            ),
            ("from 3 to 4 %", "a range or a choice"),
            ("half of the 25 %", "\u{201c}half\u{201d}"),
            ("CPI + 3%", "\u{201c}+\u{201d} beside the number"),
            ("not nearly $1,000,000", "what the number isn\u{2019}t"),
            ("a raise of $1.440", "1.440"),
        ] {
            let refusal = read(sentence, Currency::us_dollar()).unwrap_err();
            let told = refused(&refusal, sentence, Currency::us_dollar());
            assert!(told.contains(words), "{sentence}: {told}");
        }
    }
}

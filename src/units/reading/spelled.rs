//! Numbers in words.

/// A whole number in one word, from 0 to 99: `three`, `twenty`, `twenty-five`.
#[must_use]
pub fn whole_number(word: &str) -> Option<u8> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let small = |word: &str| SMALL.iter().position(|one| *one == word);
    let tens = |word: &str| {
        TENS.iter()
            .position(|one| *one == word)
            .map(|at| (at + 2) * 10)
    };
    let found = match word.split_once('-') {
        Some((ten, one)) => tens(ten)? + small(one).filter(|one| (1..10).contains(one))?,
        None => small(word).or_else(|| tens(word))?,
    };
    u8::try_from(found).ok()
}

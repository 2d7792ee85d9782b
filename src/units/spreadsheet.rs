//! Words in cells of a spreadsheet.

/// Words that a spreadsheet would run as a formula get an apostrophe before them: those that begin with
/// `= + - @` or one of their wide forms, whatever blanks stand before it, and those that begin with a
/// tab or a return. The one guard of every table that leaves the program.
#[must_use]
pub fn guarded(words: &str) -> String {
    // An apostrophe of the words' own would be taken for the guard.
    let bare = words.trim_start_matches(|c: char| c.is_whitespace() || c == '\'');
    if is_risky(words) || is_risky(bare) {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

/// Whether a spreadsheet would run words as a formula.
#[must_use]
pub fn is_risky(words: &str) -> bool {
    let first = words.trim_start_matches(|c: char| c.is_whitespace() || super::visible::hidden(c));
    let wide = ['\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    first.starts_with(['=', '+', '-', '@'])
        || first.starts_with(wide)
        || words.starts_with(['\t', '\r', '\n'])
}

/// As [`guarded`], but plain digits stay a number, below zero too.
#[must_use]
pub fn guarded_unless_number(cell: &str) -> String {
    let plain = cell
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    if plain && super::decimal::parse_exact(cell).is_ok() {
        cell.to_owned()
    } else {
        guarded(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_whatever_stands_before_them() {
        for words in [
            "=1+1",
            " =1+1",
            "\u{a0}=1+1",
            "\t=1",
            "\r\n@SUM(A1)",
            "'=1",
            "\u{200b}=1",
            "-cmd",
            "+1",
            "\u{ff1d}1",
        ] {
            assert_eq!(guarded(words), format!("'{words}"));
            assert_eq!(guarded_unless_number(words), format!("'{words}"));
        }
        for words in ["Employer offer", "", "5 = 5", "(-2)"] {
            assert_eq!(guarded(words), words);
        }
        assert_eq!(guarded("-12.50"), "'-12.50");
        assert_eq!(guarded_unless_number("-12.50"), "-12.50");
        assert_eq!(guarded_unless_number(" -12.50"), "' -12.50");
    }
}

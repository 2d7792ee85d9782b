//! Line 9 of the promise: text that people really send, pasted as it is. Read right, or refused line by
//! line with the reason.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use counteroffer::document::paste::lines;
use counteroffer::scenario::{PaidIn, RateUnit};
use counteroffer::units::Currency;

/// What becomes of each line: `6.5 2027-10-01`, or why it can't be read.
fn read(text: &str) -> Vec<Result<String, String>> {
    lines(text, PaidIn::us_dollars(RateUnit::Hour))
        .into_iter()
        .map(|line| {
            line.raise(Currency::us_dollar())
                .map(|(date, percent)| format!("{} {date}", percent.get().normalize()))
        })
        .collect()
}

/// The four raises every text below tells.
const RAISES: [&str; 4] = [
    "6.5 2025-10-01",
    "6.5 2026-10-01",
    "3 2027-08-01",
    "2.75 2028-10-01",
];

#[test]
fn whole_messages_are_read() {
    let messages = [
        (
            "short dates",
            "10/1/25 6.5%\n10/1/26 6.5%\n8/1/27 3%\n10/1/28 2.75%",
        ),
        (
            "long dates, a dash, a space before the sign",
            "October 1, 2025 – 6.5 %\nOctober 1, 2026 – 6.5 %\nAugust 1, 2027 – 3.0 %\nOctober 1, 2028 – 2.75 %",
        ),
        (
            "two columns of a spreadsheet",
            "10/1/2025\t6.50%\n10/1/2026\t6.50%\n8/1/2027\t3.00%\n10/1/2028\t2.75%\n",
        ),
        (
            "two columns without signs, lines of Windows",
            "10/1/2025\t6.5\r\n10/1/2026\t6.5\r\n8/1/2027\t3\r\n10/1/2028\t2.75\r\n",
        ),
        (
            "the columns the other way round",
            "6.5%\t10/1/2025\n6.5%\t10/1/2026\n3%\t8/1/2027\n2.75%\t10/1/2028",
        ),
        (
            "three columns, the first a name",
            "Year 1\t10/1/2025\t6.5%\nYear 2\t10/1/2026\t6.5%\nYear 2\t8/1/2027\t3%\nYear 4\t10/1/2028\t2.75%",
        ),
        (
            "e-mail lines with colons and blank lines",
            "10/1/2025: 6.5%\n\n10/1/2026: 6.5%\n\n8/1/2027: 3%\n\n10/1/2028: 2.75%\n",
        ),
        (
            "effective dates after the percent",
            "6.5% effective 10/1/2025\n6.5% effective 10/1/2026\n3% effective 8/1/2027\n2.75% effective 10/1/2028",
        ),
        (
            "bullets",
            "• 6.5% on Oct. 1, 2025\n• 6.5% on Oct. 1, 2026\n• 3% on Aug. 1, 2027\n• 2.75% on Oct. 1, 2028",
        ),
        (
            "hyphens and stars for bullets, words for signs",
            "- 6.5 percent, October 1, 2025\n* 6.5 percent, October 1, 2026\n- 3 percent, August 1, 2027\n* 2.75 percent, October 1, 2028",
        ),
        (
            "numbered lines",
            "1. 10/1/2025 6.5%\n2. 10/1/2026 6.5%\n3) 8/1/2027 3%\n(4) 10/1/2028 2.75%",
        ),
        (
            "sentences",
            "Effective October 1, 2025, all employees shall receive a 6.5% across-the-board increase.\nEffective October 1, 2026, a further 6.5% increase.\nEffective August 1st, 2027: an additional increase of three (3%) percent.\nEffective the first of the term's last year, October 1, 2028, 2.75%.",
        ),
        (
            "quoted in a reply",
            "> 10/1/25: 6.5%\n> 10/1/26: 6.5%\n> 8/1/27: 3%\n> 10/1/28: 2.75%",
        ),
        (
            "days of a database, separated by commas",
            "2025-10-01,6.5\n2026-10-01,6.5\n2027-08-01,3\n2028-10-01,2.75",
        ),
        (
            "plus signs, and the initials of across the board",
            "10/1/25 +6.5% ATB\n10/1/26 +6.5% ATB\n8/1/27 +3% ATB\n10/1/28 +2.75% ATB",
        ),
        (
            "a cell of two lines, the date above its percent",
            "10/1/2025\n6.5%\n10/1/2026\n6.5%\n8/1/2027\n3%\n10/1/2028\n2.75%",
        ),
        (
            "two-line cells, quoted as a spreadsheet does",
            "\"October 1, 2025\n6.5%\"\n\"October 1, 2026\n6.5%\"\n\"August 1, 2027\n3%\"\n\"October 1, 2028\n2.75%\"",
        ),
        (
            "hard spaces and a pct",
            "10/1/2025\u{a0}6.5\u{a0}%\n10/1/2026\u{a0}6.5\u{a0}pct\n8/1/2027\u{a0}3.0\u{a0}%\n10/1/2028\u{a0}2.75\u{a0}%",
        ),
    ];
    assert!(messages.len() >= 12);
    for (what, text) in messages {
        let expected: Vec<_> = RAISES.iter().map(|raise| Ok((*raise).to_owned())).collect();
        assert_eq!(read(text), expected, "{what}");
    }
}

#[test]
fn what_stands_around_the_raises_is_refused_by_itself() {
    let message = "Hi Dana,\n\nhere is what we passed across tonight:\n10/1/25 6.5%\nOctober 1, 2026 – 6.5 %\n\
                   8/1/2027: 3% or 3.25%\n10/1/2028\n10/1/2028 to 9/30/2029 2.75%\n2/30/2028 2%\n10/1/28 125%\n\
                   plus a $1,000 signing bonus\n\nThanks, Ms. Ito (x4410)";
    let reasons = [
        Err("no date"),
        Err("no date"),
        Ok("6.5 2025-10-01"),
        Ok("6.5 2026-10-01"),
        Err("two numbers could be the percent"),
        Err("no percent"),
        Err("two dates in one line"),
        Err("no date"),
        Err("125% is outside what a raise can be"),
        Err("no date"),
        Err("no date"),
    ];
    let found = read(message);
    assert_eq!(found.len(), reasons.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(reasons) {
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert!(found.starts_with(expected), "{found}"),
            (found, expected) => assert_eq!(format!("{found:?}"), format!("{expected:?}")),
        }
    }
    // By the number it has in the message.
    let numbers: Vec<usize> = lines(message, PaidIn::us_dollars(RateUnit::Hour))
        .iter()
        .map(|line| line.number)
        .collect();
    assert_eq!(numbers, [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]);
}

/// Dates in one place and percents in another could be paired wrongly: nothing is guessed.
#[test]
fn dates_and_percents_that_do_not_take_turns_are_refused() {
    for text in [
        "10/1/2025\n10/1/2026\n10/1/2027\n6.5%\n6.5%\n3%",
        "10/1/2025\n6.5%\n10/1/2026",
        "10/1/2025\n6.5",
        "6.5%\n6.5%",
    ] {
        assert!(
            read(text).iter().all(Result::is_err),
            "{text}: {:?}",
            read(text)
        );
    }
    let mixed = read("10/1/2025\n6.5%\nthen, after the reopener,\n10/1/2026\n3%");
    assert_eq!(mixed[0].as_deref(), Ok("6.5 2025-10-01"));
    assert!(mixed[1].is_err());
    assert_eq!(mixed[2].as_deref(), Ok("3 2026-10-01"));
}

#[test]
fn cuts_are_read_with_either_minus() {
    for text in [
        "10/1/2027 -2%",
        "10/1/2027\t\u{2212}2 %",
        "10/1/2027: -2.00 percent",
    ] {
        assert_eq!(read(text), [Ok("-2 2027-10-01".to_owned())], "{text}");
    }
}

/// Where one date has the day first, the others of the text most likely have it too: none is read month first.
#[test]
fn one_date_with_the_day_first_makes_the_others_doubtful() {
    let alone = read("1/10/2026: 3%").remove(0);
    assert_eq!(alone.as_deref(), Ok("3 2026-01-10"));
    let read = read("1/10/2026: 3%\n31/12/2026: 2%\n5/5/2027: 1%\n2028-10-01: 1%\n13.1.2029: 1%");
    let doubtful = read[0].as_ref().unwrap_err();
    assert!(
        doubtful.contains("2026-01-10") && doubtful.contains("2026-10-01"),
        "{doubtful}"
    );
    let first = read[1].as_ref().unwrap_err();
    assert!(first.contains("12/31/2026"), "{first}");
    for (place, told) in [
        (2, "1 2027-05-05"),
        (3, "1 2028-10-01"),
        (4, "1 2029-01-13"),
    ] {
        assert_eq!(read[place].as_deref(), Ok(told));
    }
}

/// The heads of a sheet's columns hold no number and are left out like any other such line.
#[test]
fn heads_of_columns_are_left_out_quietly() {
    for head in [
        "Date\tPercent\tHeads",
        "Effective date,Percent increase",
        "Date | % | Note",
        "Percent",
    ] {
        let lines = lines(
            &format!("{head}\n10/1/2026\t3%"),
            PaidIn::us_dollars(RateUnit::Hour),
        );
        assert!(lines[0].left_out(), "{head}");
        assert_eq!(lines.iter().filter(|line| line.left_out()).count(), 1);
    }
    // A number in words is one.
    assert!(!lines("five percent", PaidIn::us_dollars(RateUnit::Hour))[0].left_out());
}

/// A refusal speaks of what is written.
#[test]
fn a_line_is_refused_for_what_is_wrong_with_it() {
    for (line, words) in [
        ("10/1/26\t3%\t2027", "two numbers could be the percent"),
        ("10/1/26 150 bp", "\u{201c}bp\u{201d}"),
        ("10/1/26 3% a year", "\u{201c}a year\u{201d}"),
    ] {
        let told = read(line).remove(0).unwrap_err();
        assert!(told.contains(words), "{line}: {told}");
        assert!(!told.contains("outside"), "{line}: {told}");
    }
    let told = read("2/13/2026 3%\n13/2/2026: 3%\n1/2/2026: 3%")
        .remove(2)
        .unwrap_err();
    assert!(
        told.contains("can be") && !told.contains("no date"),
        "{told}"
    );
}

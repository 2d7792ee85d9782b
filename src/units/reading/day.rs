//! Dates inside what people write.

use super::numeral::space;
use crate::units::{Date, DateError};

/// Why what looks like a date is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateRefusal {
    /// No form of a date that is known here.
    Form,
    /// Day and month can be either, as in `1.10.2027`: both are given.
    Ambiguous(Date, Date),
    /// The form is right but no calendar has the day.
    Impossible,
    /// No month is so high, so that the day must stand first, as in `31/12/2026`: the date that is then.
    DayFirst(Date),
    /// Before 1900 or after 2200.
    OutOfRange,
}

/// The date at the start of `text` and its length in bytes; `None` where nothing there has the
/// form of one.
pub(super) fn at_start(text: &str) -> Option<(Result<Date, DateRefusal>, usize)> {
    let mut rest = Rest { text, at: 0 };
    let found = if rest.peek()?.is_ascii_digit() {
        rest.digits_first()
    } else {
        rest.month_first()
    }?;
    rest.midnight();
    rest.ends().then_some((found, rest.at))
}

struct Rest<'a> {
    text: &'a str,
    at: usize,
}

/// A number of a date: its value and how many digits it was written with.
#[derive(Clone, Copy)]
struct Part {
    value: i16,
    digits: usize,
}

impl Rest<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| wanted(*c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn blanks(&mut self) -> bool {
        let start = self.at;
        while self.take(space).is_some() {}
        self.at > start
    }

    fn part(&mut self) -> Option<Part> {
        let start = self.at;
        while self.at - start < 5 && self.take(|c| c.is_ascii_digit()).is_some() {}
        let digits = self.text.get(start..self.at)?;
        let value = digits.parse().ok()?;
        let digits = digits.len();
        (digits <= 4).then_some(Part { value, digits })
    }

    fn letters(&mut self) -> &str {
        let start = self.at;
        while self.take(|c| c.is_ascii_alphabetic()).is_some() {}
        self.text.get(start..self.at).unwrap_or("")
    }

    /// `st`, `nd`, `rd` or `th` behind a day.
    fn ordinal(&mut self) {
        let start = self.at;
        let letters = self.letters().to_ascii_lowercase();
        if !matches!(letters.as_str(), "st" | "nd" | "rd" | "th") {
            self.at = start;
        }
    }

    /// The time of a day that databases and sheets write behind it: `00:00:00`, `T00:00`, `12:00 AM`. Any other
    /// time is left, and is a number too many.
    fn midnight(&mut self) {
        const FORMS: [&str; 8] = [
            "00:00:00.000",
            "00:00:00z",
            "00:00:00",
            "0:00:00",
            "00:00",
            "0:00",
            "12:00:00 am",
            "12:00 am",
        ];
        let rest = self.text.get(self.at..).unwrap_or("");
        let behind = rest
            .strip_prefix('T')
            .unwrap_or_else(|| rest.trim_start_matches(space));
        let blank = rest.len() - behind.len();
        let lower = behind.to_ascii_lowercase();
        let form = FORMS.iter().find(|form| {
            let after = lower.strip_prefix(**form).map(|after| after.chars().next());
            after.is_some_and(|c| {
                c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ':' | '.' | '%'))
            })
        });
        if let Some(form) = form.filter(|_| blank > 0) {
            self.at += blank + form.len();
        }
    }

    /// Whether the date is not part of something longer.
    fn ends(&self) -> bool {
        let mut after = self.text.get(self.at..).unwrap_or("").chars();
        match after.next() {
            None => true,
            Some(c) if c.is_alphanumeric() || c == '%' => false,
            Some('/' | '-' | '.') => !after.next().is_some_and(|c| c.is_ascii_digit()),
            Some(_) => true,
        }
    }

    /// `10/1/27`, `2027-10-01`, `30.9.2029`, `1 October 2027`, `1-Oct-27`.
    fn digits_first(&mut self) -> Option<Result<Date, DateRefusal>> {
        let one = self.part()?;
        let start = self.at;
        if let Some(separator) = self.take(|c| matches!(c, '/' | '-' | '.'))
            && let Some(two) = self.part()
        {
            self.take(|c| c == separator)?;
            let three = self.part()?;
            return numeric(separator, one, two, three);
        }
        self.at = start;
        if one.digits > 2 {
            return None;
        }
        self.ordinal();
        self.take(|c| matches!(c, '.' | '-' | '/'));
        self.blanks();
        let of = self.at;
        if !(self.letters().eq_ignore_ascii_case("of") && self.blanks()) {
            self.at = of;
        }
        let month = month_named(self.letters())?;
        self.take(|c| matches!(c, '.' | ',' | '-' | '/'));
        self.take(|c| c == ',');
        self.blanks();
        let year = self.year()?;
        Some(dated(year, month, one.value))
    }

    /// `Oct 1, 2027`, `October 1st 2027`.
    fn month_first(&mut self) -> Option<Result<Date, DateRefusal>> {
        let month = month_named(self.letters())?;
        self.take(|c| matches!(c, '.' | '-' | '/'));
        self.blanks();
        let day = self.part().filter(|day| day.digits <= 2)?;
        self.ordinal();
        let parted = self.take(|c| matches!(c, ',' | '-' | '/')).is_some();
        if !self.blanks() && !parted {
            return None;
        }
        let year = self.year()?;
        Some(dated(year, month, day.value))
    }

    /// A year of four digits, or of two in this century. Behind a comma or a blank two digits with a
    /// decimal separator or a percent sign are no year: `Oct 1, 27.5%`.
    fn year(&mut self) -> Option<(i16, Option<i16>)> {
        let part = self.part()?;
        let mut after = self.text.get(self.at..).unwrap_or("").chars();
        let more = matches!(after.next(), Some('.' | ','))
            && after.next().is_some_and(|c| c.is_ascii_digit());
        if more && part.digits == 2 {
            return None;
        }
        year(part)
    }
}

/// The years a part can mean: two digits are a year of this century or, from 70 on, of the last one as well.
fn year(part: Part) -> Option<(i16, Option<i16>)> {
    match part.digits {
        2 if part.value >= 70 => {
            Some((part.value.checked_add(1900)?, part.value.checked_add(2000)))
        }
        2 => Some((part.value.checked_add(2000)?, None)),
        4 => Some((part.value, None)),
        _ => None,
    }
}

/// A day of a year that may be of two centuries.
fn dated((year, other): (i16, Option<i16>), month: i16, day: i16) -> Result<Date, DateRefusal> {
    let one = civil(year, month, day)?;
    match other.map(|year| civil(year, month, day)) {
        None => Ok(one),
        Some(other) => Err(DateRefusal::Ambiguous(one, other?)),
    }
}

fn numeric(
    separator: char,
    one: Part,
    two: Part,
    three: Part,
) -> Option<Result<Date, DateRefusal>> {
    if one.digits == 4 {
        let right = two.digits <= 2 && three.digits <= 2;
        return right.then(|| civil(one.value, two.value, three.value));
    }
    if one.digits > 2 || two.digits > 2 {
        return None;
    }
    let year = year(three)?;
    if separator == '/' {
        return Some(dated(year, one.value, two.value).map_err(|refusal| {
            match (refusal, dated(year, two.value, one.value)) {
                (DateRefusal::Impossible, Ok(other)) => DateRefusal::DayFirst(other),
                (refusal, _) => refusal,
            }
        }));
    }
    // With dots and hyphens the order is in doubt before the century is.
    let (year, other) = (year.1.unwrap_or(year.0), year.1.map(|_| year.0));
    let month_first = civil(year, one.value, two.value);
    let mut orders = vec![month_first, civil(year, two.value, one.value)];
    // `27-10-01` may begin with the year, and so may `27.10.01`: its last part would be a year long past.
    let past = separator == '.' && three.value < 10;
    if (separator == '-' || past) && three.digits == 2 && one.digits == 2 {
        let first = one.value.checked_add(2000)?;
        orders.push(civil(first, two.value, three.value));
    }
    let mut days: Vec<Date> = Vec::new();
    for day in orders.iter().flatten() {
        if !days.contains(day) {
            days.push(*day);
        }
    }
    Some(match days.as_slice() {
        [] => orders.into_iter().next()?,
        [only] => {
            match other.and_then(|year| civil(year, only.month().into(), only.day().into()).ok()) {
                Some(earlier) => Err(DateRefusal::Ambiguous(earlier, *only)),
                None => Ok(*only),
            }
        }
        [one, other, ..] => Err(DateRefusal::Ambiguous(*one, *other)),
    })
}

/// The other day that a date with slashes would be where the day stands first, if it can: 1 October for `1/10/2027`.
#[must_use]
pub fn day_first(text: &str) -> Option<Date> {
    let mut rest = Rest { text, at: 0 };
    let one = rest.part().filter(|one| one.digits <= 2)?;
    rest.take(|c| c == '/')?;
    let two = rest.part().filter(|two| two.digits <= 2)?;
    rest.take(|c| c == '/')?;
    let year = year(rest.part()?)?;
    let other = dated(year, two.value, one.value).ok()?;
    (one.value != two.value).then_some(other)
}

fn civil(year: i16, month: i16, day: i16) -> Result<Date, DateRefusal> {
    let small = |value: i16| i8::try_from(value).map_err(|_| DateRefusal::Impossible);
    Date::new(year, small(month)?, small(day)?).map_err(|error| match error {
        DateError::OutOfRange(_) => DateRefusal::OutOfRange,
        DateError::Form(_) | DateError::Impossible(_) => DateRefusal::Impossible,
    })
}

/// The names of the months, from January.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month of a name of at least three letters: `Oct`, `Sept`, `October`.
pub(super) fn month_named(name: &str) -> Option<i16> {
    let lower = name.to_ascii_lowercase();
    if lower.len() < 3 {
        return None;
    }
    let place = MONTHS.iter().position(|month| {
        month.starts_with(&lower) || (lower == "sept" && *month == "september")
    })?;
    i16::try_from(place + 1).ok()
}

/// Whether `word` is the name of the weekday of `date`, in small letters, three of them or more.
#[must_use]
pub fn weekday_of(word: &str, date: Date) -> bool {
    const DAYS: [&str; 7] = [
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
    ];
    // Days are counted from 1970-01-01, a Thursday.
    let place = usize::try_from(date.day_number().rem_euclid(7)).unwrap_or(0);
    let day = DAYS.get(place).copied().unwrap_or("");
    word.len() >= 3 && day.starts_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Option<Result<Date, DateRefusal>> {
        at_start(text)
            .filter(|(_, length)| *length == text.len())
            .map(|(day, _)| day)
    }

    #[test]
    fn dates_in_the_forms_people_write() {
        for text in [
            "2027-10-01",
            "2027/10/1",
            "10/1/27",
            "Oct 1, 2027",
            "October 1,2027",
            "1 Oct 2027",
            "1-Oct-27",
            "1st of October 2027",
            "Oct. 1st, 2027",
        ] {
            let day = whole(text).unwrap_or(Err(DateRefusal::Form));
            assert_eq!(
                day.map(|day| day.to_string()),
                Ok("2027-10-01".to_owned()),
                "{text}"
            );
        }
        assert_eq!(
            whole("30.9.2029").unwrap().unwrap().to_string(),
            "2029-09-30"
        );
        for text in ["1.10.2027", "01-10-2027", "10-1-27"] {
            let read = whole(text);
            assert!(
                matches!(read, Some(Err(DateRefusal::Ambiguous(..)))),
                "{text}"
            );
        }
        for text in ["15-10-2027", "10-15-2027", "15.10.2027"] {
            let day = whole(text).unwrap().unwrap().to_string();
            assert_eq!(day, "2027-10-15", "{text}");
        }
        assert!(matches!(
            whole("10/1/99"),
            Some(Err(DateRefusal::Ambiguous(..)))
        ));
        let friday = Date::new(2027, 10, 1).unwrap();
        assert!(weekday_of("friday", friday) && weekday_of("fri", friday));
        assert!(!weekday_of("monday", friday) && !weekday_of("f", friday));
        assert_eq!(whole("2/30/2027"), Some(Err(DateRefusal::Impossible)));
        let first = Date::new(2027, 1, 13).unwrap();
        assert_eq!(whole("13/1/2027"), Some(Err(DateRefusal::DayFirst(first))));
        assert_eq!(whole("32/1/2027"), Some(Err(DateRefusal::Impossible)));
        assert!(matches!(
            whole("26.10.01"),
            Some(Err(DateRefusal::Ambiguous(..)))
        ));
        assert_eq!(
            day_first("1/10/2027"),
            Some(Date::new(2027, 10, 1).unwrap())
        );
        assert_eq!(day_first("1/1/2027"), None);
        assert_eq!(day_first("10/13/2027"), None);
        assert_eq!(day_first("1.10.2027"), None);
        assert_eq!(whole("1/1/1890"), Some(Err(DateRefusal::OutOfRange)));
        for text in [
            "10/1",
            "1/1/1",
            "10/1/27/3",
            "2.5-3",
            "May 5%",
            "Oct 1, 27.5%",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}

//! The time of day an offer was passed.

/// Minutes since midnight, 0 to 1,439.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Reads a time as people write it: `14:32`, `9:15`, `9:15 am`, `2 PM`. None where it is no time.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase().replace('.', "");
        let half = ["am", "pm"].into_iter().find(|half| text.ends_with(half));
        let digits = half.map_or(text.as_str(), |half| text.trim_end_matches(half).trim_end());
        let (hour, minute) = match digits.split_once(':') {
            Some((hour, minute)) if minute.len() == 2 => (hour, number(minute)?),
            // An hour alone is a time only where am or pm makes it one.
            None if half.is_some() => (digits, 0),
            _ => return None,
        };
        let hour = number(hour)?;
        let hour = match half {
            None if hour < 24 => hour,
            Some("am") if (1..=12).contains(&hour) => hour % 12,
            Some(_) if (1..=12).contains(&hour) => hour % 12 + 12,
            _ => return None,
        };
        (minute < 60).then_some(Self(hour * 60 + minute))
    }
}

/// One or two digits.
fn number(text: &str) -> Option<u16> {
    let is_short = (1..=2).contains(&text.len());
    (is_short && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them_and_compare_as_times() {
        let at = |text: &str| TimeOfDay::parse(text);
        assert!(at("9:15 am") < at("14:30"));
        assert!(at("9:15") < at("14:30"));
        assert_eq!(at("2 PM"), at("14:00"));
        assert_eq!(at("12:05 a.m."), at("0:05"));
        assert_eq!(at("12 pm"), at("12:00"));
        assert_eq!(at("23:59"), Some(TimeOfDay(1439)));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "", "24:00", "9", "9:5", "13 pm", "0 am", "14:60", "late", "9:15:00", "-1:00", "+9:15",
        ] {
            assert_eq!(TimeOfDay::parse(text), None, "{text}");
        }
    }
}

//! Moments where the user is.

use std::time::SystemTime;

use crate::document::words;
use crate::units::Date;

/// Hours and minutes where the user is.
pub fn time_of_day(when: SystemTime) -> String {
    jiff::Timestamp::try_from(when).map_or_else(
        |_| String::new(),
        |moment| {
            let zoned = moment.to_zoned(jiff::tz::TimeZone::system());
            format!("{:02}:{:02}", zoned.hour(), zoned.minute())
        },
    )
}

/// `Nov 22, 2026, 14:32`, where the user is.
#[must_use]
pub fn date_and_time(when: SystemTime) -> String {
    let Ok(moment) = jiff::Timestamp::try_from(when) else {
        return String::new();
    };
    let zoned = moment.to_zoned(jiff::tz::TimeZone::system());
    let day = Date::new(zoned.year(), zoned.month(), zoned.day());
    let day = day.map_or_else(|_| String::new(), words::date);
    format!("{day}, {}", time_of_day(when))
}

//! Quantities with their units: money, percents, rates, dates, pay periods.
//!
//! One parser ([`decimal::parse_exact`]), one rounding place ([`decimal::round`]) and one
//! formatter ([`text`]) serve the whole program. Nothing here touches a disk, a clock or a screen.

pub mod currency;
pub mod date;
pub mod decimal;
pub mod digits;
mod house_style;
pub mod known;
pub mod pay_calendar;
pub mod quantity;
pub mod reading;
mod regions;
pub mod spreadsheet;
pub mod text;
pub mod time_of_day;
pub mod visible;

pub use currency::{Currency, MoneyUnit};
pub use date::{Date, DateError};
pub use decimal::DecimalError;
pub use house_style::HouseStyle;
pub use known::Known;
pub use pay_calendar::PayCalendar;
pub use quantity::{
    Fte, HourlyAmount, HourlyRate, Hours, HoursPerYear, IndexValue, Money, Percent, Quoted,
    YearlyAmount,
};
pub use time_of_day::TimeOfDay;

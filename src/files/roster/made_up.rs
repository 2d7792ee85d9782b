//! Made-up rosters: for trying the import, and for measuring it.

use std::fmt::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::meaning::Meaning;
use super::profile::{ColumnUse, FileForm, Limits, Profile, SameId, ScaleSource};
use super::profile::{FteMeasure, PaidFor, Pay};
use crate::scenario::{Rounding, Scale, ScaleStep};
use crate::units::digits::FromDigits;
use crate::units::{Date, HourlyRate, Known};

/// The headers of a made-up roster.
const HEADERS: [&str; 10] = [
    "EMPLOYEE_ID",
    "EMPLOYEE_NAME",
    "MARKET",
    "UNIT",
    "JOB",
    "SCALE",
    "STEP",
    "FTE",
    "RATE",
    "NEXT_STEP",
];

/// A job in a market: how frequent it is, its scale, or its rates without one.
struct Post {
    market: &'static str,
    unit: &'static str,
    job: &'static str,
    scale: Option<&'static str>,
    /// Of the made-up employees, how many in a thousand, roughly.
    weight: u64,
    /// Without a scale: the lowest and highest rate, in cents.
    cents: (u64, u64),
}

const fn on(
    market: &'static str,
    unit: &'static str,
    job: &'static str,
    scale: &'static str,
    weight: u64,
) -> Post {
    Post {
        market,
        unit,
        job,
        scale: Some(scale),
        weight,
        cents: (0, 0),
    }
}

const fn off(
    market: &'static str,
    unit: &'static str,
    job: &'static str,
    weight: u64,
    cents: (u64, u64),
) -> Post {
    Post {
        market,
        unit,
        job,
        scale: None,
        weight,
        cents,
    }
}

const POSTS: [Post; 21] = [
    on("Inland Empire", "Local 1", "Medical assistant", "MA", 70),
    on("Inland Empire", "Local 1", "Vocational nurse", "LVN", 50),
    on(
        "Inland Empire",
        "Local 1",
        "Environmental services",
        "EVS",
        45,
    ),
    on("Inland Empire", "Local 1", "Registered nurse", "RN-IE", 110),
    on(
        "Southern California",
        "Local 2",
        "Medical assistant",
        "MA",
        95,
    ),
    on(
        "Southern California",
        "Local 2",
        "Vocational nurse",
        "LVN",
        70,
    ),
    on(
        "Southern California",
        "Local 2",
        "Environmental services",
        "EVS",
        60,
    ),
    on(
        "Southern California",
        "Local 2",
        "Registered nurse",
        "RN-SC",
        180,
    ),
    off(
        "Southern California",
        "Local 2",
        "Pharmacist",
        20,
        (7_400, 8_900),
    ),
    on("Valley", "Local 3", "Medical assistant", "MA", 40),
    on("Valley", "Local 3", "Registered nurse", "RN-V", 60),
    off(
        "Valley",
        "Local 3",
        "Laboratory assistant",
        25,
        (2_600, 3_150),
    ),
    on("Coast", "Local 12", "Registered nurse", "RN-C", 40),
    on("Coast", "Local 12", "Nursing assistant", "NA", 30),
    off(
        "Coast",
        "Local 40",
        "Laboratory technician",
        15,
        (3_500, 4_100),
    ),
    on("Valley", "Local 40", "Environmental services", "EVS", 20),
    on("Hawaii", "Local 5", "Environmental services", "EVS-HI", 20),
    off("Hawaii", "Local 5", "Dietary aide", 15, (2_350, 2_600)),
    on("Hawaii", "Local 5", "Registered nurse", "RN-HI", 15),
    off("Colorado", "Local 7", "Pharmacist", 10, (7_600, 8_200)),
    on("Colorado", "Local 7", "Registered nurse", "RN-CO", 10),
];

/// The scales of made-up rosters: name, rates of the steps in cents, months from step to step.
const SCALES: [(&str, &[u64], u32); 11] = [
    ("MA", &[2_310, 2_405, 2_502, 2_610, 2_730], 12),
    ("LVN", &[3_040, 3_160, 3_290, 3_425], 12),
    ("EVS", &[2_185, 2_270, 2_360], 12),
    ("RN-IE", &[5_810, 6_120, 6_440, 6_780, 7_130], 12),
    ("RN-SC", &[6_340, 6_670, 7_010, 7_360, 7_730], 12),
    ("RN-V", &[5_620, 5_910, 6_200, 6_510, 6_830], 12),
    ("RN-C", &[5_210, 5_490, 5_780, 6_080, 6_385], 12),
    ("RN-HI", &[6_050, 6_360, 6_690, 7_020], 24),
    ("RN-CO", &[4_890, 5_140, 5_410, 5_690], 12),
    ("NA", &[1_980, 2_070, 2_160, 2_260], 6),
    ("EVS-HI", &[2_290, 2_375], 12),
];

/// Shares of full time, in hundredths; full time is the most frequent.
const SHARES: [u64; 10] = [100, 100, 100, 100, 100, 100, 90, 80, 60, 50];

/// A row of small pieces names are put together from.
const PIECES: [&str; 32] = [
    "ba", "cor", "dil", "fen", "gra", "hul", "jes", "kam", "lor", "mip", "nar", "ost", "pel",
    "qui", "ros", "sab", "tev", "ulm", "vor", "wex", "yan", "zim", "bre", "clo", "dra", "fli",
    "gon", "hib", "jup", "kel", "lum", "mav",
];

/// The day the rates of made-up rosters are taken from.
fn as_of() -> Date {
    Date::new(2025, 9, 30).unwrap_or(Date::earliest())
}

/// One made-up employee.
struct Line {
    id: String,
    name: String,
    post: &'static Post,
    step: Option<u32>,
    share: u64,
    cents: u64,
    next_step: Option<Date>,
}

/// A sequence of numbers that looks random and is the same for the same seed: SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below.max(1)
    }
}

fn lines(employees: u64, seed: u64) -> impl Iterator<Item = Line> {
    let mut dice = Dice(seed);
    // An odd factor and a shift make every number once, in no order, the same for the same seed.
    let shift = dice.roll(9_000_000);
    let weights: u64 = POSTS.iter().map(|post| post.weight).sum();
    (0..employees).map(move |number| {
        let post = match POSTS.get(usize::try_from(number).unwrap_or(usize::MAX)) {
            // Every job in every market is there once, however short the roster.
            Some(post) => post,
            None => chosen(dice.roll(weights)),
        };
        let scramble = (number.wrapping_mul(7_919) + shift) % 9_000_000;
        let id = format!(
            "EE{}",
            1_000_000 + scramble + 9_000_000 * (number / 9_000_000)
        );
        let share = SHARES
            .get(usize::try_from(dice.roll(SHARES.len() as u64)).unwrap_or(0))
            .copied()
            .unwrap_or(100);
        let scale = post
            .scale
            .and_then(|name| SCALES.iter().find(|(own, ..)| *own == name));
        let (step, cents, next_step) = match scale {
            Some((_, rates, months)) => stand(rates, *months, &mut dice),
            None => (None, between(post.cents, &mut dice), None),
        };
        Line {
            name: name_of(number, seed),
            id,
            post,
            step,
            share,
            cents,
            next_step,
        }
    })
}

fn chosen(mut at: u64) -> &'static Post {
    for post in &POSTS {
        if at < post.weight {
            return post;
        }
        at -= post.weight;
    }
    &POSTS[0]
}

/// A step, its rate, and the day of the next one: any day within the step's months.
fn stand(rates: &[u64], months: u32, dice: &mut Dice) -> (Option<u32>, u64, Option<Date>) {
    let at = usize::try_from(dice.roll(rates.len() as u64)).unwrap_or(0);
    let rate = rates.get(at).copied().unwrap_or_default();
    let step = u32::try_from(at + 1).ok();
    if at + 1 >= rates.len() {
        return (step, rate, None);
    }
    // Some payrolls don't know the day of everyone.
    if dice.roll(20) == 0 {
        return (step, rate, None);
    }
    let days = i32::try_from(1 + dice.roll(u64::from(months) * 30)).unwrap_or(1);
    (step, rate, Some(as_of().plus_days(days)))
}

fn between((low, high): (u64, u64), dice: &mut Dice) -> u64 {
    low + 5 * dice.roll((high - low) / 5 + 1)
}

/// A name no other employee has, and no dictionary.
fn name_of(number: u64, seed: u64) -> String {
    let mut rest = number.wrapping_mul(2_654_435_761).wrapping_add(seed) & 0xffff_ffff;
    let mut word = |pieces: u32| {
        let mut text = String::new();
        for _ in 0..pieces {
            let at = usize::try_from(rest % 32).unwrap_or(0);
            text.push_str(PIECES.get(at).copied().unwrap_or_default());
            rest /= 32;
        }
        let first = text.chars().next().map(|c| c.to_ascii_uppercase());
        let others = text.chars().skip(1);
        first.into_iter().chain(others).collect::<String>()
    };
    let given = word(3);
    let family = word(4);
    format!("{given} {family}")
}

/// The text of a made-up roster: one line an employee, the same for the same seed.
#[must_use]
pub fn made_up_csv(employees: u64, seed: u64) -> String {
    let mut text = String::new();
    text.push_str(&HEADERS.join(","));
    text.push('\n');
    for line in lines(employees, seed) {
        let step = line.step.map_or_else(String::new, |step| step.to_string());
        let next = line
            .next_step
            .map_or_else(String::new, |date| date.to_string());
        // Writing to a String can't fail.
        let _ = writeln!(
            text,
            "{},{},{},{},{},{},{step},{}.{:02},{}.{:02},{next}",
            line.id,
            line.name,
            line.post.market,
            line.post.unit,
            line.post.job,
            line.post.scale.unwrap_or_default(),
            line.share / 100,
            line.share % 100,
            line.cents / 100,
            line.cents % 100,
        );
    }
    text
}

/// The same as an Excel workbook.
///
/// # Errors
/// What its writer says, such as more lines than a sheet can have.
pub fn made_up_xlsx(employees: u64, seed: u64) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The hour it was made would make every file another.
    let made = ExcelDateTime::from_ymd(2025, 9, 30)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name("Roster")?;
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, header) in (0_u16..).zip(HEADERS) {
        sheet.write_string(0, column, header)?;
    }
    for (row, line) in (1_u32..).zip(lines(employees, seed)) {
        let texts = [
            line.id.as_str(),
            line.name.as_str(),
            line.post.market,
            line.post.unit,
            line.post.job,
            line.post.scale.unwrap_or_default(),
        ];
        for (column, text) in (0_u16..).zip(texts) {
            if !text.is_empty() {
                sheet.write_string(row, column, text)?;
            }
        }
        if let Some(step) = line.step {
            sheet.write_number(row, 6, step)?;
        }
        sheet.write_number(row, 7, hundredths(line.share))?;
        sheet.write_number(row, 8, hundredths(line.cents))?;
        if let Some(date) = line.next_step {
            let moment = ExcelDateTime::parse_from_str(&date.to_string())?;
            sheet.write_datetime_with_format(row, 9, &moment, &day)?;
        }
    }
    book.save_to_buffer()
}

/// A number of hundredths as the binary fraction a sheet keeps.
fn hundredths(value: u64) -> f64 {
    format!("{}.{:02}", value / 100, value % 100)
        .parse()
        .unwrap_or_default()
}

/// The profile that reads a made-up roster.
#[must_use]
pub fn made_up_profile() -> Profile {
    let meanings = [
        Some(Meaning::Id),
        None,
        Some(Meaning::Market),
        Some(Meaning::Unit),
        Some(Meaning::Job),
        Some(Meaning::Scale),
        Some(Meaning::Step),
        Some(Meaning::Fte),
        Some(Meaning::Rate),
        Some(Meaning::NextStep),
    ];
    let columns = HEADERS.iter().zip(meanings).filter_map(|(header, is)| {
        Some(ColumnUse {
            header: (*header).to_owned(),
            column: None,
            is: is?,
            dates: None,
            serials: None,
        })
    });
    Profile {
        name: "Made-up roster".to_owned(),
        rates_as_of: as_of(),
        file: FileForm::default(),
        columns: columns.collect(),
        pay: Pay::Hourly,
        paid_for: PaidFor::FullTime,
        fte: FteMeasure::Share,
        rounding: Rounding::Cent,
        keep_only: Vec::new(),
        leave_out: Vec::new(),
        scales: ScaleSource::Given(SCALES.iter().map(scale).collect()),
        same_id: SameId::Rejected,
        limits: Limits::default(),
        ledger: None,
    }
}

fn scale((name, rates, months): &(&str, &[u64], u32)) -> Scale {
    let steps = rates.iter().enumerate().map(|(at, cents)| {
        let rate = HourlyRate::from_digits(&format!("{}.{:02}", cents / 100, cents % 100));
        ScaleStep {
            rate: rate.map_or(Known::Unknown, Known::Known),
            months: (at + 1 < rates.len()).then_some(*months),
        }
    });
    Scale {
        name: (*name).to_owned(),
        steps: steps.collect(),
    }
}

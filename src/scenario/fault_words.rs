//! Faults in words: what is wrong and what to do, without the place. Every output takes its sentences from here
//! and sets dates, percents and apostrophes in its own style.

mod clauses;
mod people;
mod statements;

use crate::scenario::fault::{
    Fault, KnownNames, Length, Listed, NameFault, Named, OfferFault, PresentationFault, TimeFault,
    YearlyRate,
};
use crate::scenario::{ScopeKey, VERSION};
use crate::units::HouseStyle;

impl Fault {
    /// What is wrong and what to do, without the place.
    #[must_use]
    pub fn in_words(&self, style: HouseStyle) -> String {
        match self {
            Self::Version(version) => format!(
                "the file{a}s version is {version}; this program reads and writes version {VERSION}. Write \
                 version: {VERSION}, or update the program",
                a = style.apostrophe()
            ),
            Self::TooMany { count, most, of } => format!(
                "{count} {} are more than any contract has; at most {most} are read. Take some out, or put \
                 alike ones together",
                listed(*of)
            ),
            Self::TooManyTogether {
                groups: 0,
                clauses,
                offers,
                most,
            } => format!(
                "{clauses} clauses of {offers} offers are more than can be costed together: so many offers may \
                 have {most} clauses each. Take clauses or offers out"
            ),
            Self::TooManyTogether {
                groups,
                clauses,
                offers,
                most,
            } => format!(
                "{clauses} clauses of {offers} offers over {groups} groups are more than can be costed together: \
                 so many offers and groups may have {most} clauses an offer. Take clauses or offers out, or put \
                 employees with the same market, unit, job, step and rate into one group"
            ),
            Self::TooManyToCheck { claims } => format!(
                "{claims} claims are more than can be checked with so many counts, clauses and groups. Take \
                 claims, counts or clauses out"
            ),
            Self::TooManySteps { count, most } => format!(
                "the wage scales have {count} steps, counted anew for each market, unit and job that stands on \
                 them; at most {most} can be costed. Take out steps nobody comes to, or put scales together"
            ),
            Self::TooManyParts { offers, parts } => format!(
                "{parts} different markets, units and jobs under {offers} offers are more than can be told \
                 apart. Take offers or clauses out, or give employees broader markets, units and jobs"
            ),
            Self::Name(fault) => name(fault, style),
            Self::Time(fault) => time(*fault, style),
            Self::Offer(fault) => offer(fault, style),
            Self::Clause(fault) => clauses::clause(fault, style),
            Self::Terms(fault) => clauses::terms(fault, style),
            Self::People(fault) => people::people(fault, style),
            Self::Scale(fault) => people::scale(fault, style),
            Self::Presentation(fault) => presentation(fault, style),
            Self::Statement(fault) => statements::statement(fault, style),
        }
    }
}

fn listed(what: Listed) -> &'static str {
    match what {
        Listed::Groups => "groups",
        Listed::WageScales => "wage scales",
        Listed::Steps => "steps",
        Listed::Ladders => "ladders",
        Listed::Scales => "scales",
        Listed::RollUpRates => "roll-up rates",
        Listed::Sources => "sources",
        Listed::Assumptions => "assumptions",
        Listed::Months => "months",
        Listed::Figures => "figures",
        Listed::Names => "names",
        Listed::Entries => "entries",
        Listed::Clauses => "clauses",
        Listed::Offers => "offers",
        Listed::Dates => "dates",
        Listed::Markets => "markets",
        Listed::Goals => "goals",
        Listed::Claims => "claims",
        Listed::Counts => "counts",
        Listed::Settlements => "settlements",
        Listed::Raises => "raises",
        Listed::LumpSums => "lump sums",
    }
}

/// What one of a kind is called in a sentence.
fn one(what: Named) -> &'static str {
    match what {
        Named::Offer => "offer",
        Named::Source => "source",
        Named::Group => "group",
        Named::WageScale => "wage scale",
        Named::Ladder => "ladder",
        Named::Claim => "claim",
        Named::Count => "count",
        Named::Settlement => "settlement",
        Named::Assumption => "assumption",
    }
}

/// What one of a kind is known by: the name that people give it, or an id of its own.
fn known_by_id(what: Named) -> bool {
    matches!(what, Named::Offer | Named::Source | Named::Claim)
}

fn name(fault: &NameFault, style: HouseStyle) -> String {
    match fault {
        NameFault::Missing(Named::Offer) => {
            "the id is empty; give the offer a short name of its own, such as \"union-2\""
                .to_owned()
        }
        NameFault::Missing(Named::Source) => {
            "the id is empty; give the source a short name of its own".to_owned()
        }
        NameFault::Missing(what @ Named::Claim) => {
            format!(
                "the id is empty; give the {} a short one of its own",
                one(*what)
            )
        }
        NameFault::Missing(what @ (Named::Count | Named::Settlement)) => {
            format!(
                "the name is empty; give the {} a short one of its own",
                one(*what)
            )
        }
        NameFault::Missing(what) => {
            format!("the {} has no name; give it one of its own", one(*what))
        }
        NameFault::Taken(what, taken) => match what {
            Named::Offer | Named::Source | Named::Claim => {
                format!(
                    "another {} already has the id \"{taken}\"; give this one its own",
                    one(*what)
                )
            }
            Named::Count | Named::Settlement => {
                format!(
                    "another {} already has the name \"{taken}\"; give this one its own",
                    one(*what)
                )
            }
            Named::Group | Named::WageScale | Named::Ladder | Named::Assumption => format!(
                "another {} is already called \"{taken}\"; give this one a name of its own",
                one(*what)
            ),
        },
        NameFault::Unknown {
            what,
            written,
            known,
        } => {
            let kind = one(*what);
            let advice = advice(known, &format!("{kind}s"));
            if known_by_id(*what) {
                format!("no {kind} has the id \"{written}\"; {advice}")
            } else {
                format!("no {kind} is called \"{written}\"; {advice}")
            }
        }
        NameFault::UnknownUnder {
            key,
            written,
            known,
        } => unknown_under(*key, written, known),
        NameFault::Hidden { field } => format!(
            "the {field} holds a line break or another character that can{a}t be seen; write it anew",
            a = style.apostrophe()
        ),
    }
}

fn unknown_under(key: ScopeKey, written: &str, known: &KnownNames) -> String {
    let key = key.name();
    let advice = advice(known, &format!("{key} names"));
    format!("no group has the {key} \"{written}\"; {advice}")
}

/// The name probably meant, or `the {what} are "a", "b" and 7 more`.
fn advice(known: &KnownNames, what: &str) -> String {
    match known {
        KnownNames::Close(name) => format!("did you mean \"{name}\"?"),
        KnownNames::Among { first, .. } if first.is_empty() => {
            format!("the {what} are none; add one first")
        }
        KnownNames::Among { first, more } => {
            let listed: Vec<String> = first.iter().map(|name| format!("\"{name}\"")).collect();
            let more = match more {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            format!("the {what} are {}{more}", listed.join(", "))
        }
    }
}

fn time(fault: TimeFault, style: HouseStyle) -> String {
    let (day, a) = (|day| style.day(day), style.apostrophe());
    match fault {
        TimeFault::TermEndsFirst { first, last } => format!(
            "the term{a}s last day, {}, lies before its first day, {}; correct one of them",
            day(last),
            day(first)
        ),
        TimeFault::NearTheCalendarsEnd(at) => format!(
            "{} is too close to the end of the calendar, 1900 to 2200: figures need the year before the \
             term and the year after it; check the year",
            day(at)
        ),
        TimeFault::TooLong { what, first } => {
            let what = match what {
                Length::Term => "term".to_owned(),
                Length::Comparison => "comparison".to_owned(),
                Length::OffersTerm => format!("offer{a}s term"),
            };
            format!(
                "the {what} is longer than 50 years, counted from {}; check the years of both days",
                day(first)
            )
        }
        TimeFault::HorizonFirst { horizon, first } => format!(
            "the last day of the comparison, {}, lies before the term{a}s first day, {}; choose a later \
             one, or leave it out",
            day(horizon),
            day(first)
        ),
        TimeFault::PayPeriodsDiffer { own, of_accrual } => format!(
            "pay periods starting on {} are not those of the biweekly accrual, which start on {}; leave \
             the pay calendar out, or give both the same periods",
            day(own),
            day(of_accrual)
        ),
        TimeFault::NoPayPeriods => {
            "this rule moves a clause to the start of a pay period, but no pay periods are given; add \
             pay_calendar: (first_day: \"…\") with the first day of any pay period, or use OnDate"
                .to_owned()
        }
        TimeFault::NothingLeft => format!(
            "a yearly rate of {} leaves nothing; enter a higher one",
            style.percent_of("\u{2212}100")
        ),
        TimeFault::YearlyRate { rate, value } => {
            let what = match rate {
                YearlyRate::Discount => "a discount rate",
                YearlyRate::Prices => "a change of prices",
            };
            format!(
                "{what} of {} a year is outside {} to {}, and no figure can rest on it; write 4 for four \
                 percent a year",
                style.percent_of(value),
                style.percent_of("\u{2212}50"),
                style.percent_of("100")
            )
        }
        TimeFault::NotAFirstDay(month) => format!(
            "a month of the price index is named by its first day; write \"{}\"",
            day(month.first_of_month())
        ),
        TimeFault::MonthTwice(month) => {
            format!("the month of {} is given twice; remove one", day(month))
        }
        TimeFault::MonthOutOfOrder(month) => format!(
            "the month of {} comes after a later one; put the months in order",
            day(month)
        ),
    }
}

fn offer(fault: &OfferFault, style: HouseStyle) -> String {
    let a = style.apostrophe();
    match fault {
        OfferFault::ComparedWithItself(id) => {
            format!("A and B are both \"{id}\"; choose two different offers to compare")
        }
        OfferFault::PassedTogether { earlier } => format!(
            "the offer was passed at the same time as \"{earlier}\"; the one further down the list counts \
             as the last. Give both a time of day, or change their order"
        ),
        OfferFault::PassedWithoutTime { other, is_later } => format!(
            "the offer was passed on the same day as \"{other}\", and only one of them has a time of day; \
             this one counts as the {}. Give both a time of day",
            if *is_later { "later" } else { "earlier" }
        ),
        OfferFault::EndsFirst { last, first } => format!(
            "the offer{a}s last day, {}, lies before the term{a}s first day, {}; correct it, or leave it \
             out to use the term{a}s last day",
            style.day(*last),
            style.day(*first)
        ),
        OfferFault::NotATimeOfDay(written) => format!(
            "\"{written}\" is no time of day; write it like \"14:32\" or \"2:32 pm\", or leave it out"
        ),
        OfferFault::NotShared(status) => format!(
            "the offer is {}, so the other side has seen it, but it isn{a}t marked as shared; write \
             shared: true",
            status.name()
        ),
    }
}

fn presentation(fault: &PresentationFault, style: HouseStyle) -> String {
    let a = style.apostrophe();
    match fault {
        PresentationFault::Symbol => format!(
            "a currency{a}s symbol has one to four characters, no digits and no blanks; write one such as \
             \"$\", \"C$\" or \"\u{20ac}\""
        ),
        PresentationFault::Code => format!(
            "a currency{a}s code is three capital letters; write one such as \"USD\", \"CAD\" or \"EUR\""
        ),
        PresentationFault::Highlight(id) => {
            format!("no offer has the id \"{id}\"; name one of the offers, or leave highlight out")
        }
        PresentationFault::FigureTwice => {
            "the figure is in the list already; name each figure once".to_owned()
        }
        PresentationFault::ShortNameOf(id) => {
            format!("no offer has the id \"{id}\"; name one of the offers")
        }
        PresentationFault::WordsTwice => {
            format!("the figure{a}s words are given twice; keep one entry for each figure")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::ClauseKind;
    use crate::scenario::fault::{ClauseFault, TermsFault};
    use crate::units::Date;
    use rust_decimal::Decimal;

    #[test]
    fn a_fault_is_said_in_the_style_of_a_file_and_in_that_of_print() {
        let raise = Fault::from(TermsFault::Raise(Decimal::from(101)));
        assert_eq!(
            raise.in_words(HouseStyle::File),
            "a raise of 101 % is outside \u{2212}50 % to 100 %; write 6.5 for six and a half percent"
        );
        assert_eq!(
            raise.in_words(HouseStyle::Print),
            "a raise of 101% is outside \u{2212}50% to 100%; write 6.5 for six and a half percent"
        );
        let day = |text| Date::parse(text).unwrap();
        let owed = Fault::from(ClauseFault::OnTopOfTheRates {
            kind: ClauseKind::Percent,
            date: day("2025-09-01"),
            as_of: day("2025-09-30"),
        });
        assert_eq!(
            owed.in_words(HouseStyle::File),
            "the raise of 2025-09-01 counts on top of the rates as of 2025-09-30; make sure it isn't in them already"
        );
        assert_eq!(
            owed.in_words(HouseStyle::Print),
            "the raise of Sep 1, 2025 counts on top of the rates as of Sep 30, 2025; make sure it isn\u{2019}t in them already"
        );
    }

    /// What people call something is theirs: it is quoted as it is written, in either style.
    #[test]
    fn a_name_in_a_fault_stays_as_it_is_written() {
        let name = "5 % of 2025-10-01, the union's";
        let twice = Fault::from(TermsFault::MinimumTwice(name.to_owned()));
        assert!(twice.in_words(HouseStyle::Print).contains(name));
    }
}

//! Who is paid, at what pay to begin with.

use super::exact::Dec;
use super::model::{Case, Keys, People};

/// Employees at one rate: a group, the whole of a summary, or one employee.
pub struct Member {
    pub keys: Keys,
    pub fte: Dec,
    /// Unknown headcounts matter only to payments per head.
    pub headcount: Option<Dec>,
    /// Pay before any clause, in the crew's measure.
    pub start: Dec,
}

/// All whose pay is added up.
pub struct Crew {
    pub members: Vec<Member>,
    /// What a dollar an hour is in the crew's measure: a summary counts annual pay, so that an
    /// average never passes through an hourly rate that has no end of digits.
    pub dollar_an_hour: Dec,
    /// Annual pay of 1.0 FTE for one unit of the crew's measure.
    pub annual: Dec,
    pub to_cents: bool,
}

impl Crew {
    /// The workforce, if every rate and FTE of it is known.
    pub fn of(case: &Case) -> Option<Self> {
        match &case.people {
            People::Summary {
                headcount,
                fte,
                annual_pay,
            } => Some(Self {
                members: vec![Member {
                    keys: Keys::default(),
                    fte: fte.clone()?,
                    headcount: headcount.clone(),
                    start: annual_pay.clone()?,
                }],
                dollar_an_hour: case.hours.clone(),
                annual: Dec::whole(1),
                to_cents: case.to_cents,
            }),
            People::Groups(groups) => {
                let members = groups.iter().map(|group| {
                    Some(Member {
                        keys: group.keys.clone(),
                        fte: group.fte.clone()?,
                        headcount: group.headcount.clone(),
                        start: group.rate.clone()?,
                    })
                });
                Some(Self::by_the_hour(case, members.collect::<Option<_>>()?))
            }
        }
    }

    fn by_the_hour(case: &Case, members: Vec<Member>) -> Self {
        Self {
            members,
            dollar_an_hour: Dec::whole(1),
            annual: case.hours.clone(),
            to_cents: case.to_cents,
        }
    }

    /// The one employee looked at, where the case names a rate or a group; `None` within where
    /// the rate is unknown.
    pub fn of_employee(case: &Case) -> Option<Option<Self>> {
        let employee = &case.employee;
        let group = employee.group.as_ref().and_then(|name| match &case.people {
            People::Summary { .. } => None,
            People::Groups(groups) => groups.iter().find(|g| g.keys.name.as_ref() == Some(name)),
        });
        let rate = match (&employee.rate, group) {
            (Some(rate), _) => Some(rate.clone()),
            (None, Some(group)) => group.rate.clone(),
            (None, None) => return None,
        };
        Some(rate.map(|start| {
            let member = Member {
                keys: group.map(|g| g.keys.clone()).unwrap_or_default(),
                fte: employee.fte.clone(),
                headcount: Some(Dec::whole(1)),
                start,
            };
            Self::by_the_hour(case, vec![member])
        }))
    }

    pub fn fte(&self) -> Dec {
        self.members.iter().map(|member| &member.fte).sum()
    }

    /// Annual pay of a member's full-time employee before any clause.
    pub fn starting_pay(&self, member: &Member) -> Dec {
        &member.start * &self.annual
    }

    /// Σ starting pay × FTE.
    pub fn payroll(&self) -> Dec {
        self.members
            .iter()
            .map(|member| &self.starting_pay(member) * &member.fte)
            .sum()
    }
}

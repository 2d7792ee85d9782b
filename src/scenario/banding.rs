//! Groups of fewer than ten joined, for copies that others see (METHOD.md "Small groups").

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::{Group, People, Rounding, Scenario, Scope, ScopeKey, Workforce};
use crate::units::decimal::round;
use crate::units::{Date, Fte, HourlyRate, Known};

/// The fewest employees a group shows in what leaves the house.
pub const FEWEST: u64 = 10;
/// What stands in a clause for groups that are too small to be named, where it is for no others.
const SMALL: &str = "a small group";

/// A workforce with no group under ten.
#[derive(Debug, Clone, PartialEq)]
pub struct Banded {
    /// The workforce; its groups stand in the scenario itself.
    workforce: Workforce,
    /// How many groups of the original were joined to another.
    joined: usize,
    /// Where each group of the original went, by its name.
    places: HashMap<String, Place>,
}

/// Where a group of the original went.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    /// The name of the group it stands in now.
    name: String,
    /// Its employees, and those of the group it stands in now; `None` where it stands as it was.
    heads: Option<(u64, u64)>,
}

/// What groups that are joined must have in common; each level gives up one thing more: the day of the next
/// step, the step, the scale, the job, the unit, the market.
const LEVELS: [&[Own]; 6] = [
    &[Own::Market, Own::Unit, Own::Job, Own::Scale, Own::Step],
    &[Own::Market, Own::Unit, Own::Job, Own::Scale],
    &[Own::Market, Own::Unit, Own::Job],
    &[Own::Market, Own::Unit],
    &[Own::Market],
    &[],
];

#[derive(Clone, Copy)]
enum Own {
    Market,
    Unit,
    Job,
    Scale,
    Step,
}

/// Groups joined so far: the largest of them lends its keys, its step and its name.
struct Band {
    largest: Group,
    heads_of_largest: u64,
    heads: u64,
    fte: Decimal,
    rate: Decimal,
    members: Vec<usize>,
    /// Which clauses with a scope are for the largest, in the order of the scopes.
    paid_by: Vec<bool>,
}

impl Group {
    /// Whether it is too small to be shown by itself. A headcount nobody knows isn't taken for small.
    #[must_use]
    pub fn is_small(&self) -> bool {
        self.headcount.get().is_some_and(|heads| heads < FEWEST)
    }
}

impl Workforce {
    /// Whether a group is too small to be shown by itself.
    #[must_use]
    pub fn has_small_groups(&self) -> bool {
        self.groups()
            .is_some_and(|groups| groups.iter().any(Group::is_small))
    }

    /// The workforce with every group under ten joined to its neighbour: those for whom the same of these scopes
    /// are, and of them those with equal keys and the nearest rate first, then giving up the step, the scale, the
    /// job and so on until no group is small; at last those whom other raises are for. A joined group has the keys
    /// and the step of its largest part; without a scale its rate is the mean by FTE, rounded as rates are. Groups
    /// whose headcount, FTE or rate is unknown stay. `None` where nothing is small.
    fn banded(&self, scopes: &[&Scope]) -> Option<Banded> {
        let groups = self.groups().filter(|_| self.has_small_groups())?;
        let heads_of = |inside: &[bool], wanted: bool| {
            let those = groups.iter().zip(inside).filter(|(_, is)| **is == wanted);
            let heads = those.filter_map(|(group, _)| group.headcount.get());
            heads.fold(0_u64, |sum, heads| sum.saturating_add(heads))
        };
        // Whether a scope is for each group. What is for fewer than ten can't be told from the others whoever is
        // joined.
        let scopes: Vec<Vec<bool>> = scopes
            .iter()
            .map(|scope| scope.asked(self))
            .map(|asked| groups.iter().map(|group| asked.include(group)).collect())
            .filter(|inside: &Vec<bool>| {
                heads_of(inside, true) >= FEWEST && heads_of(inside, false) >= FEWEST
            })
            .collect();
        let mut untouched = Vec::new();
        let mut bands = Vec::new();
        for (at, group) in groups.iter().enumerate() {
            let paid_by = scopes.iter().filter_map(|inside| inside.get(at).copied());
            match self.band(at, group, paid_by.collect()) {
                Some(band) => bands.push(band),
                None => untouched.push(at),
            }
        }
        for are_paid_alike in [true, false] {
            for level in LEVELS {
                bands = self.joined_at(bands, level, are_paid_alike);
            }
        }
        Some(self.with_bands(groups, &untouched, bands))
    }

    fn band(&self, at: usize, group: &Group, paid_by: Vec<bool>) -> Option<Band> {
        let heads = group.headcount.get()?;
        let rate = self.rate_of(group).get()?.get();
        Some(Band {
            largest: group.clone(),
            heads_of_largest: heads,
            heads,
            fte: group.fte.get()?.get(),
            rate,
            members: vec![at],
            paid_by,
        })
    }

    /// Joins small bands to their neighbours by rate, among those that have the level's keys in common.
    fn joined_at(&self, bands: Vec<Band>, level: &[Own], are_paid_alike: bool) -> Vec<Band> {
        type Key = (Vec<bool>, Vec<Option<String>>);
        let mut buckets: BTreeMap<Key, Vec<Band>> = BTreeMap::new();
        for band in bands {
            let paid_by = if are_paid_alike {
                band.paid_by.clone()
            } else {
                Vec::new()
            };
            let keys = level.iter().map(|own| own.of(&band.largest)).collect();
            buckets.entry((paid_by, keys)).or_default().push(band);
        }
        let mut all = Vec::new();
        for mut bucket in buckets.into_values() {
            bucket.sort_by(|one, other| {
                let key = |band: &Band| {
                    (
                        band.rate,
                        band.largest.next_step,
                        band.members.first().copied(),
                    )
                };
                key(one).cmp(&key(other))
            });
            let start = all.len();
            for band in bucket {
                let is_open = all.len() > start;
                match all
                    .last_mut()
                    .filter(|last: &&mut Band| is_open && last.heads < FEWEST)
                {
                    Some(last) => self.join(last, band),
                    None => all.push(band),
                }
            }
            // The highest rates alone may be too few: they go with those below them.
            if all.len() > start + 1
                && let Some(last) = all.pop_if(|last| last.heads < FEWEST)
                && let Some(before) = all.last_mut()
            {
                self.join(before, last);
            }
        }
        all
    }

    fn join(&self, into: &mut Band, other: Band) {
        // At most 100,000 groups of at most 10,000,000 full-time equivalents, and as many heads as a group may have,
        // are far from what a decimal and 64 bits hold: neither sum can be cut off.
        let fte = into.fte.checked_add(other.fte).unwrap_or(into.fte);
        let weighed = into
            .rate
            .checked_mul(into.fte)
            .zip(other.rate.checked_mul(other.fte))
            .and_then(|(one, other)| one.checked_add(other)?.checked_div(fte));
        if other.heads_of_largest > into.heads_of_largest {
            into.largest = other.largest;
            into.paid_by = other.paid_by;
            into.heads_of_largest = other.heads_of_largest;
        }
        into.heads = into.heads.saturating_add(other.heads);
        into.fte = fte;
        into.members.extend(other.members);
        let places = match self.rounding {
            Rounding::Cent => 2,
            Rounding::Dollar => 0,
            Rounding::None => 6,
        };
        let of_step = || {
            self.scale(into.largest.scale.as_deref()?)?
                .rate_of(into.largest.step?)
        };
        into.rate = match of_step() {
            Some(Known::Known(rate)) => rate.get(),
            _ => weighed.map_or(into.rate, |rate| round(rate, places)),
        };
    }

    fn with_bands(&self, groups: &[Group], untouched: &[usize], mut bands: Vec<Band>) -> Banded {
        let mut places = HashMap::new();
        let mut placed: Vec<(usize, Group)> = Vec::new();
        for at in untouched {
            if let Some(group) = groups.get(*at) {
                let name = group.name.clone();
                places.insert(name.clone(), Place { name, heads: None });
                placed.push((*at, group.clone()));
            }
        }
        let mut joined = 0;
        bands.sort_by_key(|band| band.members.iter().min().copied());
        for band in bands {
            let first = band.members.iter().min().copied().unwrap_or_default();
            joined += band.members.len() - 1;
            for member in band.members.iter().filter_map(|at| groups.get(*at)) {
                let place = Place {
                    name: band.largest.name.clone(),
                    heads: member.headcount.get().map(|heads| (heads, band.heads)),
                };
                places.insert(member.name.clone(), place);
            }
            let is_joined = band.members.len() > 1;
            placed.push((first, self.group_of(groups, band, is_joined)));
        }
        placed.sort_by_key(|(at, _)| *at);
        Banded {
            workforce: Self {
                people: People::Groups(placed.into_iter().map(|(_, group)| group).collect()),
                ..self.clone()
            },
            joined,
            places,
        }
    }

    fn group_of(&self, groups: &[Group], band: Band, is_joined: bool) -> Group {
        if !is_joined {
            return band.largest;
        }
        let mut dates: Vec<Option<Date>> = band
            .members
            .iter()
            .filter_map(|at| groups.get(*at))
            .map(|group| group.next_step)
            .collect();
        dates.dedup();
        let on_scale = band.largest.scale.is_some() && band.largest.step.is_some();
        Group {
            headcount: Known::Known(band.heads),
            fte: Fte::new(band.fte).map_or(Known::Unknown, Known::Known),
            rate: if on_scale && band.largest.rate.is_none() {
                None
            } else {
                Some(HourlyRate::new(band.rate).map_or(Known::Unknown, Known::Known))
            },
            // Days that differ are given up: the group is then spread evenly over its step.
            next_step: match dates.as_slice() {
                [one] => *one,
                _ => None,
            },
            ..band.largest
        }
    }
}

impl Banded {
    /// Groups a clause names, as they are called now: those it is still for, in order.
    fn follow(&self, mut named: Vec<String>) -> Vec<String> {
        named.sort_unstable();
        named.dedup();
        let mut heads: BTreeMap<String, Option<(u64, u64)>> = BTreeMap::new();
        for name in named {
            let place = self.places.get(&name);
            match place.map(|place| (place.name.clone(), place.heads)) {
                Some((now, Some((own, all)))) => {
                    if let Some((inside, _)) = heads.entry(now).or_insert(Some((0, all))) {
                        *inside = inside.saturating_add(own);
                    }
                }
                Some((now, None)) => {
                    heads.insert(now, None);
                }
                // What no group is called stays, so that it is found.
                None => {
                    heads.insert(name, None);
                }
            }
        }
        heads
            .into_iter()
            .filter(|(_, heads)| {
                heads.is_none_or(|(inside, all)| inside > all.saturating_sub(inside))
            })
            .map(|(name, _)| name)
            .collect()
    }
}

impl Own {
    fn of(self, group: &Group) -> Option<String> {
        match self {
            Self::Market => group.market.clone(),
            Self::Unit => group.unit.clone(),
            Self::Job => group.job.clone(),
            Self::Scale => group.scale.clone(),
            Self::Step => group.step.map(|step| step.to_string()),
        }
    }
}

impl Scenario {
    /// Joins groups under ten, in the scenario itself; how many there were. A clause that names groups is for a
    /// joined group where it named those of more than half of its employees (METHOD.md "Small groups"); a
    /// counted clause that picks out nobody any more is left out, because without its scope it would mean
    /// everyone.
    pub fn band_groups(&mut self) -> usize {
        let clauses = self.offers.iter().map(|offer| &offer.clauses);
        let mut seen: HashSet<&Scope> = HashSet::new();
        let scopes: Vec<&Scope> = clauses
            .chain([&self.baseline])
            .flatten()
            .map(|clause| &clause.scope)
            .filter(|scope| !scope.is_everyone() && seen.insert(scope))
            .collect();
        let Some(banded) = self.workforce.banded(&scopes) else {
            // Groups of a table stand in the copy itself: it goes alone.
            if let Some(groups) = self.workforce.groups() {
                let groups = groups.to_vec();
                self.workforce_mut().people = People::Groups(groups);
            }
            return 0;
        };
        *self.workforce_mut() = banded.workforce.clone();
        if let Some(group) = &self.employee.group {
            self.employee.group = banded.places.get(group).map(|place| place.name.clone());
        }
        let workforce = self.workforce.clone();
        let known: HashMap<ScopeKey, Vec<&str>> = ScopeKey::ALL
            .into_iter()
            .map(|key| (key, workforce.names_under(key)))
            .collect();
        let offers = self.offers.iter_mut().map(|offer| &mut offer.clauses);
        for clause in offers.chain([&mut self.baseline]).flatten() {
            let named = std::mem::take(&mut clause.scope.group);
            let is_of_groups = !named.is_empty();
            clause.scope.group = banded.follow(named);
            let nobody = is_of_groups && clause.scope.group.is_empty();
            if nobody {
                clause.scope.group.push(SMALL.to_owned());
            }
            let lost = clause.scope.keys().any(|(key, names)| {
                let there = known.get(&key);
                names
                    .iter()
                    .any(|name| there.is_none_or(|there| !there.contains(&name.as_str())))
            });
            if (nobody || lost) && clause.counted {
                clause.counted = false;
                clause.left_out_because =
                    "its scope is too small to be shown by itself in a shared copy".to_owned();
            }
        }
        banded.joined
    }
}

#[cfg(test)]
mod tests;

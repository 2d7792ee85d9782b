//! What of a scenario may be shown to the other side.

use std::collections::{HashMap, HashSet};

use super::banding::FEWEST;
use super::{Claim, Group, OfferId, Quantity, Scenario, Scope};

impl Scenario {
    /// The scenario with what is shared and nothing else: no private offers, no notes. Presenting
    /// shows it, and pictures made from it carry its hash. Groups under ten are joined
    /// ([`Scenario::band_groups`]), and the groups of a table stand in the copy itself.
    #[must_use]
    pub fn shared_copy(&self) -> Self {
        let mut copy = self.shared_with_all_groups();
        copy.band_groups();
        copy
    }

    /// The same with every group as it is, small ones too: never shown as it stands, but what cells of parts of
    /// the workforce are counted from before small ones are hidden.
    #[must_use]
    pub fn shared_with_all_groups(&self) -> Self {
        let mut copy = self.clone();
        copy.offers.retain(|offer| offer.shared);
        let (shared, private) = (self.cited_by(true), self.cited_by(false));
        copy.sources.retain(|source| {
            let id = source.id.as_str();
            shared.contains(id) || !private.contains(id)
        });
        let offers: HashSet<&OfferId> = copy.offers.iter().map(|offer| &offer.id).collect();
        copy.settlements.retain(|settlement| settlement.shared);
        let settled: HashSet<&str> = copy.settlements.iter().map(|s| s.name.as_str()).collect();
        // A claim about a private offer or settlement would tell of it.
        copy.claims.retain(|claim| {
            let of_settlement = match &claim.quantity {
                Quantity::AgainstSettlement { settlement, .. } => {
                    settled.contains(settlement.as_str())
                }
                _ => true,
            };
            claim.shared
                && of_settlement
                && claim.quantity.offer().is_none_or(|id| offers.contains(id))
        });
        copy.counts.retain(|count| count.shared);
        for claim in &mut copy.claims {
            claim.note.clear();
        }
        for settlement in &mut copy.settlements {
            settlement.note.clear();
        }
        for offer in &mut copy.offers {
            offer.note.clear();
            for clause in &mut offer.clauses {
                clause.note.clear();
            }
        }
        for clause in &mut copy.baseline {
            clause.note.clear();
        }
        copy.note.clear();
        copy.workforce_mut().note.clear();
        for source in &mut copy.sources {
            source.note.clear();
        }
        let kept = |id: &Option<OfferId>| id.clone().filter(|id| copy.offer(id).is_some());
        let (a, b, counter) = (kept(&copy.a), kept(&copy.b), kept(&copy.counter));
        (copy.a, copy.b, copy.counter) = (a, b, counter);
        let private = self.offers.iter().filter(|offer| !offer.shared);
        let names = private.flat_map(|offer| {
            let short = self.figures.short_name(&offer.id);
            [Some(offer.name.as_str()), short].into_iter().flatten()
        });
        let settled = self.settlements.iter().filter(|one| !one.shared);
        let gone: Vec<&str> = names
            .chain(settled.map(|one| one.name.as_str()))
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect();
        copy.figures = self.figures.without(|id| copy.offer(id).is_some(), &gone);
        copy
    }

    /// Whether the other side may see a claim: it is shared, and the offer or settlement it is about isn't private.
    #[must_use]
    pub fn is_shared_claim(&self, claim: &Claim) -> bool {
        let settlement = match &claim.quantity {
            Quantity::AgainstSettlement { settlement, .. } => Some(settlement),
            _ => None,
        };
        let mut settled = self.settlements.iter();
        let of_private = settled.any(|one| !one.shared && Some(&one.name) == settlement);
        let offer = claim.quantity.offer().and_then(|id| self.offer(id));
        claim.shared && !of_private && offer.is_none_or(|offer| offer.shared)
    }

    /// Whether it holds offers, claims, settlements or counts of employees that aren't shared.
    #[must_use]
    pub fn holds_private(&self) -> bool {
        self.offers.iter().any(|offer| !offer.shared)
            || self.settlements.iter().any(|one| !one.shared)
            || self.counts.iter().any(|count| !count.shared)
            || self.claims.iter().any(|claim| !self.is_shared_claim(claim))
    }

    /// Leaves out raises for fewer than ten, and makes those for all but fewer than ten raises for everyone, as joining
    /// small groups does. What is counted from groups as they are then differs from what joined ones cost by no
    /// more than rounding: else their difference would tell what one of a few is paid.
    pub fn without_raises_of_a_few(&mut self) {
        let workforce = self.workforce.clone();
        let Some(groups) = workforce.groups() else {
            return;
        };
        let heads = |within: &dyn Fn(&Group) -> bool| {
            let those = groups.iter().filter(|group| within(group));
            let heads = those.filter_map(|group| group.headcount.get());
            heads.fold(0_u64, u64::saturating_add)
        };
        let all = heads(&|_| true);
        let mut known: HashMap<Scope, u64> = HashMap::new();
        let offers = self.offers.iter_mut().map(|offer| &mut offer.clauses);
        for clause in offers.chain([&mut self.baseline]).flatten() {
            if clause.scope.is_everyone() {
                continue;
            }
            let scope = &clause.scope;
            let inside = *known
                .entry(scope.clone())
                .or_insert_with(|| heads(&|group| scope.includes(group, &workforce)));
            if inside < FEWEST {
                clause.counted = false;
            } else if all.saturating_sub(inside) < FEWEST {
                clause.scope = Scope::default();
            }
        }
    }

    /// Takes offers out, and what names them.
    pub fn leave_out_offers(&mut self, gone: &[OfferId]) {
        self.offers.retain(|offer| !gone.contains(&offer.id));
        let is_gone = |id: &OfferId| gone.contains(id);
        // What was said of it would stand there as if nobody could check it.
        self.claims
            .retain(|claim| !claim.quantity.offer().is_some_and(is_gone));
        for part in [&mut self.a, &mut self.b, &mut self.counter] {
            *part = part.take().filter(|id| !is_gone(id));
        }
        self.figures = self.figures.without(|id| !is_gone(id), &[]);
    }

    /// The sources that shared, or private, offers, clauses, claims and settlements rest on. A source of private ones alone
    /// isn't shown: its title would tell of them. What the baseline and assumptions rest on is shared.
    fn cited_by(&self, shared: bool) -> HashSet<&str> {
        let offers = self.offers.iter().filter(|offer| offer.shared == shared);
        let mut cited: HashSet<&str> = offers
            .flat_map(|offer| {
                let of_clauses = offer.clauses.iter().filter_map(|one| one.source.as_ref());
                offer.sources.iter().chain(of_clauses)
            })
            .map(String::as_str)
            .collect();
        let claims = self.claims.iter().filter(|one| one.shared == shared);
        cited.extend(claims.filter_map(|one| one.source.as_deref()));
        let settlements = self.settlements.iter().filter(|one| one.shared == shared);
        cited.extend(settlements.filter_map(|one| one.source.as_deref()));
        if shared {
            let assumed = self.assumptions.iter().flat_map(|one| &one.sources);
            let owed = self.baseline.iter().filter_map(|one| one.source.as_ref());
            cited.extend(assumed.chain(owed).map(String::as_str));
        }
        cited
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::{OfferId, Scenario, Source};

    fn case() -> Scenario {
        ron::from_str(include_str!("../../scenarios/kaiser-alliance-2025.ron")).unwrap()
    }

    #[test]
    fn private_offers_notes_and_their_sources_are_gone() {
        let mut scenario = case();
        let mut draft = scenario.offers[0].clone();
        draft.id = OfferId("draft".to_owned());
        draft.name = "Fallback position".to_owned();
        draft.shared = false;
        draft.sources.clear();
        draft.clauses[0].source = Some("memo".to_owned());
        scenario.offers.push(draft);
        scenario.counter = Some(OfferId("draft".to_owned()));
        scenario.note = "Our floor is 23".to_owned();
        scenario.offers[0].note = "They will fold".to_owned();
        scenario.sources.push(Source {
            id: "memo".to_owned(),
            title: "Strategy memo".to_owned(),
            publisher: String::new(),
            published: None,
            note: String::new(),
        });
        for offer in &mut scenario.offers[..2] {
            offer.shared = true;
        }
        let copy = scenario.shared_copy();
        let told = format!("{copy:?}");
        for private in [
            "Fallback",
            "draft",
            "floor is 23",
            "will fold",
            "Strategy memo",
        ] {
            assert!(!told.contains(private), "{private}");
        }
        assert_eq!(copy.offers.len(), scenario.offers.len() - 1);
        assert_eq!(copy.counter, None);
        assert_eq!(copy.a, scenario.a);
        assert_eq!(copy.shared_copy(), copy);
    }

    #[test]
    fn words_of_the_user_that_name_what_is_private_are_gone_however_they_name_it() {
        use crate::scenario::{FigureEdit, FigureName, ShortName};
        let mut scenario = case();
        let mut draft = scenario.offers[0].clone();
        draft.id = OfferId("draft".to_owned());
        draft.name = "Fallback position".to_owned();
        draft.shared = false;
        scenario.offers.push(draft);
        scenario.figures.short_names = vec![ShortName {
            offer: OfferId("draft".to_owned()),
            name: "F2".to_owned(),
        }];
        let settlement = &mut scenario.settlements[0];
        settlement.shared = false;
        settlement.name = "Nurses of Lodi".to_owned();
        for (headline, stays) in [
            ("Fallback position costs less", false),
            ("The fallback POSITION costs less", false),
            ("F2 costs less", false),
            ("More than nurses of Lodi got", false),
            ("The F20 costs less", true),
            ("What divides the parties", true),
        ] {
            scenario.figures.edits = vec![FigureEdit {
                figure: FigureName::Cost,
                headline: Some(headline.to_owned()),
                subtitle: None,
                source: None,
            }];
            let copy = scenario.shared_copy();
            assert_eq!(copy.figures.edits.len() == 1, stays, "{headline}");
        }
    }
}

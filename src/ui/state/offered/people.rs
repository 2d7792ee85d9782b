//! What is offered of the payroll: its page, its scales and ladders, a summary turned into groups and back.

use super::super::{Action, Ask, Context, Look};
use super::Offered;

pub(super) fn people(context: &Context) -> Vec<Offered> {
    let ask = |name: &str, ask| Offered::new(name, Action::Ask(ask));
    let workforce = &context.scenario().workforce;
    let groups = workforce.groups().is_some();
    let no_groups = "The workforce is a summary";
    vec![
        Offered::new("Payroll", Action::Look(Look::Payroll)),
        ask("Add a scale\u{2026}", Ask::Scale(None)).only_if(groups, no_groups),
        ask("Add a ladder\u{2026}", Ask::Ladder(None))
            .only_if(
                !workforce.scales.is_empty(),
                "A ladder is made of scales; add them first",
            )
            .unless(!groups, no_groups),
        ask("Turn the groups into a summary\u{2026}", Ask::ToSummary).only_if(groups, no_groups),
        ask("Turn the summary into groups\u{2026}", Ask::ToGroups)
            .only_if(!groups, "The workforce is in groups already"),
    ]
}

//! Lines that are rejected or left out, dates that are asked about, rates off their scale.

use counteroffer::files::roster::{Reason, RosterError, Staged};

use super::awkward::{LINES, Read, TWO, plain};
use super::made::{parse, read_bytes};

#[test]
fn totals_and_shifted_lines_are_rejected() {
    let totals = format!("{LINES}Total,,,1.5,65.05\n");
    let staged = plain("totals", &totals, "", &Read { rejected: 1, ..TWO });
    assert_eq!(staged.rejected[0].reason, Reason::Totals);
    let bare = format!("{LINES},,,1.5,65.05\n");
    plain(
        "totals without a word",
        &bare,
        "",
        &Read { rejected: 1, ..TWO },
    );
    let shifted = format!("{LINES}3,North,Cook, chief,1,25\n");
    let staged = plain(
        "a comma too many",
        &shifted,
        "",
        &Read { rejected: 1, ..TWO },
    );
    assert_eq!(staged.rejected[0].reason, Reason::MoreCells);
    let wide: String = (0..295).map(|at| format!(",C{at}")).collect();
    let filler = ",x".repeat(295);
    let wide = format!(
        "ID,MARKET,JOB,FTE,RATE{wide}\n1,North,Cook,1,25.05{filler}\n2,South,Baker,0.5,40{filler}\n"
    );
    plain("300 columns", &wide, "", &TWO);
    let leading = LINES.replace("\n1,", "\n0001,").replace("North", "01");
    let staged = plain("leading zeros", &leading, "", &TWO);
    assert!(
        staged
            .groups
            .iter()
            .any(|g| g.market.as_deref() == Some("01"))
    );
    let hidden = LINES.replace("North", "No\u{202e}rth");
    let staged = plain(
        "turned text",
        &hidden,
        "",
        &Read {
            employees: 1,
            rejected: 1,
            payroll: "41600",
        },
    );
    assert!(matches!(staged.rejected[0].reason, Reason::Unreadable(_)));
}

#[test]
fn doubles_are_found_by_digest_alone() {
    let doubled = format!("{LINES}1,North,Cook,1,25.05\n2,South,Baker,0.5,41\n");
    let staged = plain("doubles", &doubled, "", &Read { rejected: 2, ..TWO });
    let words: Vec<String> = staged
        .rejected
        .iter()
        .map(|one| one.reason.to_string())
        .collect();
    assert_eq!(
        words,
        [
            "same person as line 2, and the same pay",
            "same person as line 3, other pay"
        ]
    );
    assert!(staged.rejected.iter().all(|one| one.shown.is_empty()));
    let wanted = Read {
        employees: 4,
        rejected: 0,
        payroll: "188448",
    };
    plain("two posts", &doubled, "same_id: AnotherPost", &wanted);
}

#[test]
fn lines_are_left_out_by_value() {
    let text = "ID,MARKET,JOB,FTE,RATE,STATUS\n1,North,Cook,1,25.05,A\n2,South,Baker,0.5,40,A\n3,North,Cook,1,99,T\n4,East,Cook,1,99,A\n";
    let more = "leave_out: [(header: \"STATUS\", values: [\"T\"])], keep_only: [(header: \"MARKET\", values: [\"North\", \"South\"])]";
    let staged = plain("left out", text, more, &TWO);
    assert_eq!(staged.reconciliation.left_out, 2);
}

fn dated(dates: &[&str], setting: &str) -> Result<Staged, RosterError> {
    let mut text = "SCALE,STEP,RATE,NEXT\n".to_owned();
    for date in dates {
        text.push_str(&format!("A,1,20,\"{date}\"\n"));
    }
    let profile = parse(&format!(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"SCALE\", is: Scale), (header: \"STEP\", is: Step), \
         (header: \"RATE\", is: Rate), (header: \"NEXT\", is: NextStep{setting})], \
         scales: Given([(name: \"A\", steps: [(rate: 20, months: 12), (rate: 21)])]))"
    ));
    read_bytes(text.as_bytes(), &profile)
}

fn days(staged: &Staged) -> Vec<String> {
    let dates = staged.groups.iter().filter_map(|group| group.next_step);
    dates.map(|date| date.to_string()).collect()
}

#[test]
fn dates_are_settled_by_the_column_or_asked_once() {
    let read = |dates: &[&str], setting: &str| days(&dated(dates, setting).unwrap());
    assert_eq!(
        read(&["2026-03-04", "March 5, 2026"], ""),
        ["2026-03-04", "2026-03-05"]
    );
    assert_eq!(
        read(&["3/4/2026", "3/25/2026"], ""),
        ["2026-03-04", "2026-03-25"]
    );
    assert_eq!(
        read(&["3/4/2026", "25/3/2026"], ""),
        ["2026-03-25", "2026-04-03"]
    );
    assert_eq!(read(&["3/4/2026"], ", dates: DayFirst"), ["2026-04-03"]);
    assert_eq!(read(&["46082"], ", serials: Since1900"), ["2026-03-01"]);
    assert_eq!(read(&["44620"], ", serials: Since1904"), ["2026-03-01"]);
    let asked = |dates: &[&str]| dated(dates, "").unwrap_err().to_string();
    let question = asked(&["3/4/2026", "5/6/2026"]);
    assert!(
        question.contains("line 2") && question.contains("1 more"),
        "{question}"
    );
    assert!(asked(&["3/25/2026", "25/3/2026"]).contains("put right one kind"));
    assert!(asked(&["46082"]).contains("Since1900"));
    // A date before the rates, and one no calendar has, are rejected with their reason.
    let staged = dated(&["2025-09-30", "2026-02-30", "soon"], "").unwrap();
    assert_eq!(staged.reconciliation.rejected, 3);
}

#[test]
fn rates_off_their_scale_become_groups_without_one() {
    let text = "SCALE,STEP,RATE\nA,1,20\nA,1,20.50\nA,2,21\nB,1,30\nA,,20\nA,3,22\nA,1,\n";
    let profile = parse(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"SCALE\", is: Scale), (header: \"STEP\", is: Step), \
         (header: \"RATE\", is: Rate)], scales: Given([(name: \"A\", steps: [(rate: 20, months: 12), (rate: 21)])]))",
    );
    let staged = read_bytes(text.as_bytes(), &profile).unwrap();
    assert_eq!(staged.off_scale.other_rate, 1);
    assert_eq!(staged.off_scale.no_step, 1);
    assert_eq!(staged.off_scale.unknown_scales, [("B".to_owned(), 1)]);
    let on: Vec<_> = staged
        .groups
        .iter()
        .filter(|group| group.scale.is_some())
        .collect();
    assert_eq!(on.len(), 2);
    assert!(on.iter().all(|group| group.rate.is_none()));
    let reasons: Vec<String> = staged
        .rejected
        .iter()
        .map(|one| one.reason.to_string())
        .collect();
    assert_eq!(
        reasons,
        [
            "scale A has 2 steps",
            "no rate, and that of A step 1 isn't assumed"
        ]
    );
}

/// Without a column of pay, employees are paid their step's rate; where nobody has published that, they aren't
/// taken in at nothing.
#[test]
fn a_line_whose_step_has_no_rate_is_rejected() {
    let profile = parse(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"SCALE\", is: Scale), (header: \"STEP\", is: Step)], \
         scales: Given([(name: \"A\", steps: [(rate: 20, months: 12), (rate: unknown)])]))",
    );
    let staged = read_bytes(b"SCALE,STEP\nA,1\nA,2\n", &profile).unwrap();
    assert_eq!(staged.reconciliation.rejected, 1);
    assert_eq!(
        staged.rejected[0].reason.to_string(),
        "no rate, and that of A step 2 isn't assumed"
    );
    assert!(staged.groups.iter().all(|group| group.step == Some(1)));
    assert_eq!(
        staged.reconciliation.payroll.normalize().to_string(),
        "41600"
    );
}

//! What columns probably are, and what is proposed: shown, never taken for granted.

use counteroffer::files::roster::{
    Meaning, Pay, Preview, Progress, RosterFile, changes, guess_columns, propose_scales, with_scale,
};
use counteroffer::scenario::People;

use super::made::{Folder, profile, read_bytes};

fn previewed(text: &str) -> Preview {
    let folder = Folder::new();
    let path = folder.put("r.csv", text.as_bytes());
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress).unwrap();
    let form = file.guess_form(&progress).unwrap();
    file.preview(&form, 8, &progress).unwrap()
}

fn guessed(text: &str) -> Vec<(String, Meaning)> {
    let columns = guess_columns(&previewed(text)).columns;
    columns
        .into_iter()
        .map(|one| (one.header, one.is))
        .collect()
}

#[test]
fn columns_are_guessed_by_name_and_by_content() {
    let text = "EE_NAME,EE_ID,REGION,LOCAL,JOB_TITLE,GRD,STP,STD_HRS,BASE_RT,NXT_STEP\n\
                Ann,40172,S CAL,02,MED ASST,MA-SC,2,40,25.05,03/01/2026\n\
                Bob,40173,INL EMP,01,RN STAFF,RN-IE,3,36,64.40,11/05/2025\n";
    let named = guessed(text);
    let wanted = [
        ("EE_ID", Meaning::Id),
        ("REGION", Meaning::Market),
        ("LOCAL", Meaning::Unit),
        ("JOB_TITLE", Meaning::Job),
        ("GRD", Meaning::Scale),
        ("STP", Meaning::Step),
        ("STD_HRS", Meaning::Fte),
        ("BASE_RT", Meaning::Rate),
        ("NXT_STEP", Meaning::NextStep),
    ];
    let wanted: Vec<_> = wanted
        .iter()
        .map(|(name, is)| ((*name).to_owned(), *is))
        .collect();
    assert_eq!(named, wanted);
    let guess = guess_columns(&previewed(text));
    assert!(matches!(
        guess.fte,
        counteroffer::files::roster::FteMeasure::WeeklyHours(_)
    ));
    assert_eq!(guess.pay, Pay::Hourly);
    // A name that its column speaks against is no name.
    let text = "ID,RATE,X1,X2\na,monthly,0.9,31.25\nb,monthly,1,29.75\n";
    let named = guessed(text);
    assert!(
        named.contains(&("X2".to_owned(), Meaning::Rate)),
        "{named:?}"
    );
    assert!(
        named.contains(&("X1".to_owned(), Meaning::Fte)),
        "{named:?}"
    );
    let annual = guess_columns(&previewed(
        "ID,SALARY\n1,\"$65,000.00\"\n2,\"$71,500.00\"\n",
    ));
    assert_eq!(annual.pay, Pay::Annual);
}

#[test]
fn scales_are_proposed_from_rates_that_recur_and_taken_by_a_click() {
    let mut text = "ID,MARKET,JOB,FTE,RATE\n".to_owned();
    for at in 0..46 {
        let rate = ["20.00", "21.00", "22.00", "22.17"][if at < 45 { at % 3 } else { 3 }];
        text.push_str(&format!("{at},North,Cook,1,{rate}\n"));
        text.push_str(&format!("b{at},North,Clerk,1,{}.50\n", 20 + at));
    }
    let staged = read_bytes(text.as_bytes(), &profile("")).unwrap();
    let case = counteroffer::files::example().unwrap();
    let mut scenario = staged.applied(&case, &[]);
    let proposals = propose_scales(&scenario.workforce);
    assert_eq!(proposals.len(), 1, "clerks have no rates that recur");
    let cooks = &proposals[0];
    assert_eq!((cooks.job.as_str(), cooks.off), ("Cook", 1));
    assert_eq!(cooks.on_steps, [15, 15, 15]);
    // Nothing has changed yet; taking it moves those on a step, and no pay.
    let before = counteroffer::costing::report(&scenario)
        .unwrap()
        .basis
        .payroll;
    let groups = with_scale(&scenario.workforce, cooks);
    let workforce = scenario.workforce_mut();
    workforce.scales.push(cooks.scale.clone());
    workforce.people = People::Groups(groups);
    assert_eq!(
        counteroffer::costing::report(&scenario)
            .unwrap()
            .basis
            .payroll,
        before
    );
    let on = scenario
        .workforce
        .groups()
        .unwrap()
        .iter()
        .filter(|group| group.scale.is_some());
    assert_eq!(on.count(), 3);
}

#[test]
fn what_changed_since_last_month_is_said_by_unit() {
    let text = "ID,UNIT,FTE,RATE\n1,A,1,20\n2,A,1,20\n3,B,0.5,30\n";
    let profile = super::made::parse(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"ID\", is: Id), (header: \"UNIT\", is: Unit), \
         (header: \"FTE\", is: Fte), (header: \"RATE\", is: Rate)])",
    );
    let last = read_bytes(text.as_bytes(), &profile).unwrap();
    let case = counteroffer::files::example().unwrap();
    let scenario = last.applied(&case, &[]);
    let next = read_bytes(text.replace("2,A,1", "2,B,0.9").as_bytes(), &profile).unwrap();
    let since = changes(&next, &scenario);
    assert_eq!(since.headcount, (Some(3), 3));
    let heads: Vec<(&str, Option<u64>, Option<u64>)> = since
        .by_unit
        .iter()
        .map(|one| (one.unit.as_str(), one.before.headcount, one.now.headcount))
        .collect();
    assert_eq!(heads, [("A", Some(2), Some(1)), ("B", Some(1), Some(2))]);
    let shown = |value: Option<rust_decimal::Decimal>| value.unwrap().normalize().to_string();
    let [a, b] = since.by_unit.as_slice() else {
        panic!("{:?}", since.by_unit);
    };
    // A: 2 × $20 and then 1 × $20; B: half of $30 and then nine tenths of $20 beside it; 2,080 hours.
    assert_eq!(
        (shown(a.before.fte), shown(a.now.fte)),
        ("2".to_owned(), "1".to_owned())
    );
    assert_eq!(
        (shown(b.before.fte), shown(b.now.fte)),
        ("0.5".to_owned(), "1.4".to_owned())
    );
    assert_eq!(shown(a.before.payroll), "83200");
    assert_eq!(shown(a.now.payroll), "41600");
    assert_eq!(shown(b.before.payroll), "31200");
    assert_eq!(shown(b.now.payroll), "68640");
    assert_eq!(since.fte.0.unwrap().to_string(), "2.5");
    assert_eq!(since.fte.1.normalize().to_string(), "2.4");
}

#[test]
fn rejected_lines_are_saved_without_what_stood_in_them() {
    let text = "ID,MARKET,JOB,FTE,RATE\n1,North,Cook,1,Quentin\n2,North,Cook,1,20\n";
    let staged = read_bytes(text.as_bytes(), &profile("")).unwrap();
    let saved = String::from_utf8(staged.rejected_csv().unwrap()).unwrap();
    assert_eq!(saved, "line,column,reason\n2,RATE,the rate is no number\n");
    assert_eq!(staged.rejected[0].shown, "Quentin");
}

#[test]
fn a_profile_comes_back_as_it_was_written() {
    let folder = Folder::new();
    let path = folder.path().join("p.ron");
    let settings = "pay: PerPeriod(80), fte: WeeklyHours(37.5), same_id: AnotherPost, \
        leave_out: [(header: \"JOB\", values: [\"Temp\"])], \
        ledger: (headcount: 61340, fte: 56240.75, payroll: 7385000000, source: \"General ledger\"), \
        scales: Given([(name: \"A\", steps: [(rate: 20.50, months: 24), (rate: 21)])])";
    let written = profile(settings);
    written.write(&path).unwrap();
    assert_eq!(
        counteroffer::files::roster::Profile::read(&path).unwrap(),
        written
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}

#[test]
fn a_file_without_headers_leaves_nothing_of_a_person_in_the_profile() {
    let text = "QX7001,Canaryname,Northbird,Cookbird,1.00,25.05\nQX7002,Otherbird,Southbird,Bakerbird,0.50,41.50\n";
    let folder = Folder::new();
    let path = folder.put("r.csv", text.as_bytes());
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress).unwrap();
    let form = file.guess_form(&progress).unwrap();
    assert_eq!(form.header_row, 0);
    let preview = file.preview(&form, 8, &progress).unwrap();
    assert_eq!(preview.rows.len(), 2, "the first line is an employee's");
    let guess = guess_columns(&preview);
    let mut kept = profile("");
    kept.file = form;
    kept.columns = guess.columns;
    let staged = super::made::read(&path, &kept).unwrap();
    assert_eq!(staged.reconciliation.employees, 2);
    let written = kept.to_ron().unwrap();
    for word in ["QX7", "Canary", "bird", "25.05", "1.00"] {
        assert!(!written.contains(word), "{word} is in {written}");
    }
    // Whoever takes the first line for headers is refused, so that no such profile is kept.
    kept.file.header_row = 1;
    let taken = file.preview(&kept.file, 8, &progress).unwrap();
    for one in &mut kept.columns {
        let at = one.column.take().unwrap() as usize - 1;
        one.header.clone_from(&taken.headers[at]);
    }
    let refused = super::made::read(&path, &kept).unwrap_err().to_string();
    assert!(refused.contains("holds figures or dates"), "{refused}");
}

#[test]
fn lines_are_left_out_by_any_value_of_a_column_however_late_it_comes() {
    let mut text = "ID,STATUS,NAME,FTE,RATE\n".to_owned();
    for at in 0..400 {
        text.push_str(&format!("{at},A,n{at},1,20\n"));
    }
    text.push_str("900,T,n900,1,20\n");
    let profile = super::made::parse(
        "(name: \"x\", rates_as_of: \"2025-09-30\", columns: [(header: \"ID\", is: Id), (header: \"STATUS\", is: Filter), \
         (header: \"NAME\", is: Filter), (header: \"FTE\", is: Fte), (header: \"RATE\", is: Rate)])",
    );
    let staged = read_bytes(text.as_bytes(), &profile).unwrap();
    let values: Vec<_> = staged.values.iter().map(|one| one.values.clone()).collect();
    // A column in which nearly every line has a value of its own tells who somebody is.
    assert_eq!(values, [Some(vec!["A".to_owned(), "T".to_owned()]), None]);
}

use super::*;

#[test]
fn a_case_is_in_the_currency_it_was_started_in() {
    let mut asked = Asked {
        first_day: "1 April 2026".to_owned(),
        last_day: "31 March 2029".to_owned(),
        employees: "1,200".to_owned(),
        average_pay: "\u{a3}31,500".to_owned(),
        ..Asked::default()
    };
    let wrong = scenario(&asked).unwrap_err();
    let told = wrong.of(&Field::AveragePay).unwrap();
    assert!(told.contains("currency"), "{told}");
    assert_eq!(wrong.of(&Field::Employees), None);
    asked.currency = CurrencyAsked {
        symbol: " \u{a3} ".to_owned(),
        code: "gbp".to_owned(),
    };
    let case = scenario(&asked).unwrap();
    assert_eq!(case.currency.whole(Decimal::from(1_500)), "\u{a3}1,500");
    assert_eq!(case.currency.code, "GBP");
    asked.average_pay = "$31,500".to_owned();
    assert!(scenario(&asked).is_err());
    asked.currency.code = "pounds".to_owned();
    let wrong = scenario(&asked).unwrap_err();
    assert!(
        wrong
            .of(&Field::Currency)
            .unwrap()
            .contains("three letters")
    );
}

#[test]
fn any_two_of_the_figures_give_the_workforce() {
    let mut asked = Asked {
        first_day: "10/1/2025".to_owned(),
        last_day: "9/30/2029".to_owned(),
        employees: "62,000".to_owned(),
        one_percent: "$82,412,309.60".to_owned(),
        employer: "10/1/2025: 6.5%\n10/1/2026: 6.5%".to_owned(),
        ..Asked::default()
    };
    let case = scenario(&asked).unwrap();
    let People::Summary {
        average_annual_pay, ..
    } = &case.workforce.people
    else {
        panic!("not a summary");
    };
    assert_eq!(
        average_annual_pay.get().unwrap().get().to_string(),
        "132923.08"
    );
    assert_eq!(case.offers[0].clauses.len(), 2);
    let text = crate::files::to_ron(&case).unwrap();
    assert_eq!(crate::files::parse_scenario(&text).unwrap(), case);
    asked.one_percent.clear();
    assert!(scenario(&asked).is_err());
    asked.payroll = "8241230960".to_owned();
    asked.union = "10/1/2025: 9%\nsoon: 5%".to_owned();
    let wrong = scenario(&asked).unwrap_err();
    assert!(wrong.of(&Field::Union).unwrap().starts_with("Line 2"));
    assert_eq!(wrong.of(&Field::Employer), None);
}

#[test]
fn everything_wrong_is_told_at_once_by_its_field() {
    let asked = Asked {
        first_day: "soon".to_owned(),
        last_day: String::new(),
        employees: "many".to_owned(),
        average_pay: "68.000".to_owned(),
        employer: "10/1/2026: 3 to 4%".to_owned(),
        ..Asked::default()
    };
    let wrong = scenario(&asked).unwrap_err();
    for at in [
        Field::FirstDay,
        Field::LastDay,
        Field::Employees,
        Field::AveragePay,
        Field::Employer,
    ] {
        assert!(wrong.of(&at).is_some(), "{at:?}");
    }
    for at in [Field::Currency, Field::Payroll, Field::Union] {
        assert_eq!(wrong.of(&at), None);
    }
}

#[test]
fn what_is_missing_or_contradicts_itself_is_told_beside_one_field() {
    let mut asked = Asked {
        first_day: "10/1/2026".to_owned(),
        last_day: "9/30/2029".to_owned(),
        employees: "1,200".to_owned(),
        ..Asked::default()
    };
    let wrong = scenario(&asked).unwrap_err();
    assert!(wrong.of(&Field::AveragePay).unwrap().contains("give two"));
    asked.average_pay = "68,000".to_owned();
    // 81.6 million, told as 82.
    asked.payroll = "$82M".to_owned();
    assert!(scenario(&asked).is_ok());
    asked.payroll = "$90M".to_owned();
    let wrong = scenario(&asked).unwrap_err();
    let told = wrong.of(&Field::Payroll).unwrap();
    assert!(
        told.contains("$81,600,000") && told.contains("$90,000,000"),
        "{told}"
    );
    asked.payroll.clear();
    asked.one_percent = "$816,000".to_owned();
    assert!(scenario(&asked).is_ok());
    asked.last_day = "10/1/2026".to_owned();
    let wrong = scenario(&asked).unwrap_err();
    assert!(
        wrong
            .of(&Field::LastDay)
            .unwrap()
            .contains("after the first")
    );
}

use super::*;

fn text(text: &str) -> Cell<'_> {
    Cell {
        text,
        kind: CellKind::Text,
    }
}

#[test]
fn numbers_as_payrolls_write_them() {
    let point = |t: &str| number(text(t), DecimalMark::Point).map(|n| (n.millionths, n.percent));
    let comma = |t: &str| number(text(t), DecimalMark::Comma).map(|n| (n.millionths, n.percent));
    for (written, value) in [
        ("25.05", 25_050_000),
        ("$65,000.00", 65_000_000_000),
        ("65 000", 65_000_000_000),
        ("65\u{a0}000.5", 65_000_500_000),
        ("(1,200)", -1_200_000_000),
        ("1200-", -1_200_000_000),
        ("-$3.50", -3_500_000),
        ("$ -3.50", -3_500_000),
        ("USD 12", 12_000_000),
        ("0025.50", 25_500_000),
        ("25.0500000000", 25_050_000),
        ("1'234'567", 1_234_567_000_000),
        (".5", 500_000),
        ("$.50", 500_000),
        ("-.25", -250_000),
    ] {
        assert_eq!(point(written), Ok((value, false)), "{written}");
    }
    assert_eq!(point("90%"), Ok((90_000_000, true)));
    assert_eq!(comma("65.000,00"), Ok((65_000_000_000, false)));
    assert_eq!(comma("25,05"), Ok((25_050_000, false)));
    assert_eq!(comma("1.234"), Ok((1_234_000_000, false)));
    for wrong in [
        "",
        "abc",
        "1,23",
        "12,34,567",
        "1.2.3",
        "1e3",
        "--5",
        "$",
        "12 34",
        "5 $",
        ".",
        "-.",
    ] {
        assert!(point(wrong).is_err(), "{wrong} was read");
    }
    for wrong in ["65,000.00", "1.23", "1,2,3"] {
        assert!(comma(wrong).is_err(), "{wrong} was read");
    }
    assert_eq!(point("1.2345678"), Err(NumberFault::TooFine));
    assert_eq!(point("9999999999999"), Err(NumberFault::TooLarge));
}

#[test]
fn amounts_are_in_the_scenarios_own_currency() {
    let pound = Currency {
        symbol: "\u{a3}".to_owned(),
        code: "GBP".to_owned(),
    };
    let canadian = Currency {
        symbol: "C$".to_owned(),
        code: "CAD".to_owned(),
    };
    let read = |t: &str, currency: &Currency| {
        let number = number_in(text(t), DecimalMark::Point, Some(currency));
        number.map(|number| number.millionths / ONE)
    };
    for own in [
        "\u{a3}65,000",
        "65,000 GBP",
        "GBP 65000.00",
        "65 000\u{a3}",
        "65000",
    ] {
        assert_eq!(read(own, &pound), Ok(65_000), "{own}");
    }
    for own in ["$65,000", "C$65,000", "CA$ 65000", "CAD65000"] {
        assert_eq!(read(own, &canadian), Ok(65_000), "{own}");
    }
    for (foreign, currency) in [
        ("$65,000", &pound),
        ("65,000 USD", &pound),
        ("\u{20ac}65,000", &pound),
        ("US$65,000", &canadian),
        ("\u{a3}65,000", &canadian),
    ] {
        assert_eq!(
            read(foreign, currency),
            Err(NumberFault::Foreign),
            "{foreign}"
        );
    }
    assert_eq!(read("65k", &pound), Err(NumberFault::NotANumber));
}

use super::*;

fn text(text: &str) -> Cell<'_> {
    Cell {
        text,
        kind: CellKind::Text,
    }
}

#[test]
fn dates_are_read_as_far_as_they_go() {
    let day = |t: &str| match date(text(t)) {
        Ok(DateReading::Day(date)) => date.to_string(),
        other => format!("{other:?}"),
    };
    for written in [
        "2026-03-01",
        "2026/3/1",
        "20260301",
        "Mar 1, 2026",
        "1 March 2026",
        "01-MAR-26",
        "2026-03-01 00:00:00",
        "2026-03-01T00:00:00",
    ] {
        assert_eq!(day(written), "2026-03-01", "{written}");
    }
    assert_eq!(day("3/3/2026"), "2026-03-03");
    assert_eq!(
        date(text("3/4/2026 0:00")),
        Ok(DateReading::Either {
            first: 3,
            second: 4,
            year: 2026
        })
    );
    assert_eq!(date(text("46082")), Ok(DateReading::Serial(46_082)));
    assert_eq!(date(text("46082.5")), Ok(DateReading::Serial(46_082)));
    assert_eq!(date(text("2026-02-30")), Err(DateFault::NoSuchDay));
    assert_eq!(date(text("13/14/2026")), Err(DateFault::NoSuchDay));
    for wrong in ["soon", "1/2", "2026", "March", "1/2/3/4", "n/a"] {
        let read = date(text(wrong));
        assert!(
            matches!(read, Err(_) | Ok(DateReading::Serial(_))),
            "{wrong}: {read:?}"
        );
    }
}

#[test]
fn which_number_is_the_month_is_told_never_guessed() {
    let reading = date(text("3/4/2026")).unwrap();
    let settled = |order| reading.settle(order, None).map(|date| date.to_string());
    assert_eq!(settled(Some(DateOrder::MonthFirst)).unwrap(), "2026-03-04");
    assert_eq!(settled(Some(DateOrder::DayFirst)).unwrap(), "2026-04-03");
    assert_eq!(settled(None), Err(DateFault::NotADate));
    assert_eq!(
        date(text("25/4/2026")).unwrap().proves(),
        Some(DateOrder::DayFirst)
    );
    assert_eq!(
        date(text("4/25/2026")).unwrap().proves(),
        Some(DateOrder::MonthFirst)
    );
    assert_eq!(
        date(text("2/30/2026"))
            .unwrap()
            .settle(Some(DateOrder::MonthFirst), None),
        Err(DateFault::NoSuchDay)
    );
}

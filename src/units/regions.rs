//! The currency of the region a computer is set to, as a first guess that a page shows and people change.

use super::Currency;

/// Regions by their two letters, with the symbol and the code of their money.
const CURRENCIES: [(&[&str], &str, &str); 12] = [
    (&["US", "PR", "EC", "SV"], "$", "USD"),
    (&["CA"], "C$", "CAD"),
    (&["GB", "UK", "IM", "JE", "GG"], "\u{a3}", "GBP"),
    (
        &[
            "AT", "BE", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PT", "SI", "SK",
        ],
        "\u{20ac}",
        "EUR",
    ),
    (&["AU"], "A$", "AUD"),
    (&["NZ"], "NZ$", "NZD"),
    (&["CH", "LI"], "CHF", "CHF"),
    (&["SE"], "kr", "SEK"),
    (&["NO"], "kr", "NOK"),
    (&["DK"], "kr", "DKK"),
    (&["JP"], "\u{a5}", "JPY"),
    (&["IN"], "\u{20b9}", "INR"),
];

impl Currency {
    /// The currency of a locale such as `en_GB.UTF-8`; `None` where it names no region known here.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let start = locale.split(['.', '@']).next()?;
        let region = start.split(['_', '-']).nth(1)?;
        let (_, symbol, code) = CURRENCIES
            .iter()
            .find(|(regions, ..)| regions.iter().any(|one| one.eq_ignore_ascii_case(region)))?;
        Some(Self {
            symbol: (*symbol).to_owned(),
            code: (*code).to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_the_currency_of_its_region() {
        let sign = |locale: &str| Currency::of_locale(locale).map(|one| one.symbol);
        for (locale, symbol) in [
            ("en_GB.UTF-8", "\u{a3}"),
            ("fr_CA", "C$"),
            ("de_AT@euro", "\u{20ac}"),
            ("en-US", "$"),
        ] {
            assert_eq!(sign(locale).as_deref(), Some(symbol), "{locale}");
        }
        for locale in ["", "C", "C.UTF-8", "POSIX", "en", "xx_QQ"] {
            assert_eq!(sign(locale), None, "{locale}");
        }
        for (_, symbol, code) in CURRENCIES {
            let one = Currency {
                symbol: symbol.to_owned(),
                code: code.to_owned(),
            };
            assert!(one.is_sound(), "{code}");
        }
    }
}

//! Signs and codes of currencies around the digits of a roster's amounts.

use crate::units::Currency;

/// What stands before the digits as the sign or the code of a currency, and the rest.
pub(super) fn sign_before<'t>(
    text: &'t str,
    currency: Option<&Currency>,
) -> Option<(&'t str, &'t str)> {
    let own = currency.map(Currency::sign);
    let at = match own.filter(|own| text.starts_with(own)) {
        Some(own) => own.len(),
        None => text.find(|c: char| !c.is_alphabetic() && !is_sign(c))?,
    };
    let (sign, rest) = text.split_at_checked(at)?;
    is_currency(sign, own).then_some((sign, rest))
}

/// The same behind the digits, where a dollar sign has no place.
pub(super) fn sign_behind<'t>(
    text: &'t str,
    currency: Option<&Currency>,
) -> Option<(&'t str, &'t str)> {
    let own = currency.map(Currency::sign);
    let at = match own.filter(|own| text.ends_with(own)) {
        Some(own) => text.len() - own.len(),
        None => text
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphabetic() || is_sign(*c))
            .last()
            .map(|(at, _)| at)?,
    };
    let (rest, sign) = text.split_at_checked(at)?;
    let is_read = is_currency(sign, own) && !sign.ends_with('$');
    is_read.then_some((rest, sign))
}

/// Whether something is the sign of a currency, three letters of a code, or such a sign after a country's
/// letters: `$`, `USD`, `US$`.
fn is_currency(sign: &str, own: Option<&str>) -> bool {
    let letters = sign.trim_end_matches(is_sign);
    let capitals = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let has_sign = letters.len() < sign.len();
    own == Some(sign) || (capitals && (letters.len() == 3 || (has_sign && letters.len() < 3)))
}

fn is_sign(c: char) -> bool {
    c == '$' || matches!(c, '\u{a3}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}')
}

/// Whether a sign is the scenario's own.
pub(super) fn is_own(sign: &str, currency: &Currency) -> bool {
    let (own, code) = (currency.sign(), currency.code.as_str());
    // Its country's people write a dollar as `$`, and `US$` or `CA$` to be clear.
    let letters = sign.strip_suffix('$');
    let dollars = own.ends_with('$') && letters.is_some_and(|letters| code.starts_with(letters));
    sign == own || sign == code || dollars
}

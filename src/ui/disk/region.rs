//! What the computer's settings say about the region it is used in.

use crate::units::Currency;

/// The currency of the region; US dollars where the settings name none that is known here.
#[must_use]
pub fn currency() -> Currency {
    // The first that is set counts, as in the C library.
    let named = ["LC_ALL", "LC_MONETARY", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    named
        .and_then(|locale| Currency::of_locale(&locale))
        .unwrap_or_default()
}

//! What the centre can show beside the timeline, one file each.

pub mod compare;
pub mod gap;
pub mod people;
mod picked;
pub mod years;

pub use people::People;
pub use years::Years;

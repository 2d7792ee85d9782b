//! What offers are called on screen: as in the figures.

pub use crate::figure::words::{
    drawing_order, is_open, pay_standing, role_of, short_name, standing,
};

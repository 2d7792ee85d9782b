//! What stands around the centre: the top bar with its menus, the status bar, the headline, the room of the
//! side panels.

mod first_start;
pub mod headline;
mod menus;
pub mod said_here;
pub mod sides;
pub mod status_bar;
pub mod top_bar;

//! The window: panels, timeline, table and views on screen. Rooms read a [`state::Context`] and ask for
//! [`state::Actions`]; `app` alone carries them out.
// Places on the screen are floating point; no figure is computed here (see `widgets::axis`).
#![allow(clippy::float_arithmetic)]

pub mod app;
pub mod dialogs;
pub mod disk;
mod forms;
mod frame;
mod panels;
mod raise_table;
pub mod state;
mod timeline;
pub mod views;
pub mod widgets;

pub use app::App;
pub use disk::{FileChoice, SystemDialogs};
pub use state::{Action, Actions, ClauseAt, Edit, OpenFile, View};

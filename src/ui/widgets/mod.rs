//! What is drawn the same everywhere: controls, rows, tables, charts, colours and type, axes. A widget
//! knows nothing of the window it stands in.

pub mod axis;
pub mod chart;
pub mod clock;
pub mod controls;
pub mod curves;
pub mod fields;
pub mod in_sight;
pub mod names;
pub mod pick_list;
pub mod rows;
pub mod search;
pub mod sentence;
pub mod table;
pub mod theme;
pub mod typed;
pub mod unread;

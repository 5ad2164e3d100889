//! Every sentence that a person reads, from the Fluent files under `assets/i18n/<language>/`.
//!
//! The texts are compiled in (`embedded`), so that a missing file is a build error; only the field app in a browser brings the one
//! language that it speaks ([`bring`]), from a file that the phone keeps. What comes out is text, never HTML: whoever puts it on a
//! page escapes it.
//!
//! ```
//! use kuitti_text::{Language, Text};
//! let text = Text::new(Language::En);
//! assert_eq!(text.say("orders-count", [("count", 2.into())]), "2 orders");
//! ```

mod bundle;
mod calendar;
mod date;
mod day;
mod language;
mod moments;
mod numbers;
mod outcome;
mod quantities;
mod text;
mod zone;

pub use bundle::{bring, speaks};
pub use calendar::Calendar;
pub use date::{Date, LocalTime};
pub use day::Day;
pub use fluent_bundle::{FluentArgs as Variables, FluentValue as Value};
pub use kuitti_shared::domain::Language;
pub use language::preferred_language;
pub use text::{Text, without_isolates};

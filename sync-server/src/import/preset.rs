//! A preset says how another system writes its requests: its columns, its clock and its words.

use kuitti_shared::domain::{Language, RequestStage};
use kuitti_text::Text;

use crate::error::{Error, Result};

/// How another system writes its requests.
#[derive(Debug, Clone, Copy)]
pub struct Preset {
    /// The name on the command line and in addresses; external numbers are unique within it.
    pub name: &'static str,
    /// Where things stand.
    pub columns: Columns,
    /// How times are written, in the notation of `strptime`.
    pub time_format: &'static str,
    /// The IANA time zone of its times.
    pub time_zone: &'static str,
    /// What its statuses mean.
    pub statuses: &'static [(&'static str, Fate)],
    /// Its kinds of problems for which towns usually have a category: its word, and that category's code.
    pub categories: &'static [(&'static str, &'static str)],
    /// The values of the column `reporter` that name crews.
    pub crews: &'static [&'static str],
}

/// The names of the columns.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// The other system's number.
    pub number: &'static str,
    /// When it was reported.
    pub created: &'static str,
    /// When it was closed.
    pub closed: &'static str,
    /// What kind of problem.
    pub category: &'static str,
    /// How it stands.
    pub status: &'static str,
    /// Who reported it.
    pub reporter: &'static str,
    /// Where, as people say it.
    pub address: &'static str,
    /// Degrees north.
    pub latitude: &'static str,
    /// Degrees east.
    pub longitude: &'static str,
}

impl Columns {
    /// Every column that must be there.
    #[must_use]
    pub const fn all(&self) -> [&'static str; 9] {
        [
            self.number,
            self.created,
            self.closed,
            self.category,
            self.status,
            self.reporter,
            self.address,
            self.latitude,
            self.longitude,
        ]
    }
}

/// What became of a request in the other system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is still to be done.
    Open,
    /// The work was done.
    Done,
    /// It was called off.
    Cancelled,
    /// Somebody else got it.
    Referred,
}

impl Fate {
    /// The stage in which it ended, if it did.
    #[must_use]
    pub const fn ended(self) -> Option<RequestStage> {
        match self {
            Self::Open => None,
            Self::Done => Some(RequestStage::Done),
            Self::Cancelled | Self::Referred => Some(RequestStage::NotDone),
        }
    }
}

/// Every preset.
pub const ALL: &[&Preset] = &[&super::la311::LA311];

/// The preset of a name.
///
/// # Errors
/// 422 `import_preset` with the names that there are.
pub fn named(name: &str) -> Result<&'static Preset> {
    let found = ALL.iter().find(|preset| preset.name == name).copied();
    found.ok_or_else(|| {
        let known: Vec<&str> = ALL.iter().map(|preset| preset.name).collect();
        let variables = [
            ("name", name.to_owned().into()),
            ("known", known.join(", ").into()),
        ];
        let sentence = Text::new(Language::En).say("import-problem-preset", variables);
        Error::invalid("import_preset", sentence)
    })
}

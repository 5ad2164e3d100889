//! What all lists have in common: a page begins after a row, and a text finds a row by its words.

use kuitti_shared::unit::WallTime;
use kuitti_shared::written::searchable;
use uuid::Uuid;

/// A row of a list that is sorted newest first; the next page begins after it. Unlike a count of rows it stays where it is
/// while rows arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    /// Its time.
    pub at: WallTime,
    /// Its id: of rows of one time, the greater comes first.
    pub id: Uuid,
}

impl After {
    /// Before the first row.
    pub const START: Self = Self {
        at: WallTime(i64::MAX),
        id: Uuid::max(),
    };

    /// Where a list that is sorted oldest first begins with the rows of `at`.
    #[must_use]
    pub const fn before(at: WallTime) -> Self {
        Self { at, id: Uuid::nil() }
    }
}

/// What words are looked for in: the texts of a row as they are compared. The database's own idea of small letters knows no `Ä`.
#[must_use]
pub(crate) fn haystack(texts: &[&str]) -> String {
    searchable(&texts.join("\n"))
}

/// The words of a search; a row has to hold all of them, anywhere.
#[must_use]
pub(crate) fn words(typed: &str) -> Vec<String> {
    searchable(typed)
        .split(|letter: char| letter.is_whitespace() || letter == '\0')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

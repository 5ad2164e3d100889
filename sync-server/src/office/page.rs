//! Pages of lists. A page ends at a row, not at a count, so that rows that arrive while somebody leafs through move nothing.

use kuitti_shared::unit::WallTime;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::storage::After;

/// Rows of a page where nobody asks for another number.
const USUAL: u32 = 100;
/// Rows of a page, at most.
pub(super) const MOST: u32 = 500;

/// How many rows to read.
pub(super) fn limit(asked: Option<u32>) -> u32 {
    asked.unwrap_or(USUAL).clamp(1, MOST)
}

/// The row after which the page begins.
pub(super) fn after(text: Option<&str>) -> Result<Option<After>> {
    text.map(|text| parse(text).ok_or_else(unreadable)).transpose()
}

fn parse(text: &str) -> Option<After> {
    let (at, id) = text.split_once('.')?;
    Some(After {
        at: WallTime(at.parse().ok()?),
        id: Uuid::try_parse(id).ok()?,
    })
}

pub(super) fn unreadable() -> Error {
    Error::invalid(
        "page_unreadable",
        "This page cannot be found. Begin with the first one.",
    )
}

/// What to ask with for the next page, when `last` is the last row of a full one.
pub(super) fn next(rows: usize, limit: u32, last: Option<(WallTime, Uuid)>) -> Option<String> {
    let (at, id) = last?;
    let full = u32::try_from(rows).is_ok_and(|rows| rows >= limit);
    full.then(|| format!("{}.{}", at.0, id.simple()))
}

/// Reads codes separated by commas; one that nobody knows is an error, or a mistyped filter would show everything.
pub(super) fn codes<T>(text: Option<&str>, read: fn(&str) -> Option<T>) -> Result<Vec<T>> {
    let codes = text
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|code| !code.is_empty());
    codes
        .map(|code| read(code).ok_or_else(|| unknown_filter(code)))
        .collect()
}

pub(super) fn unknown_filter(value: &str) -> Error {
    Error::invalid(
        "filter_unknown",
        format!("The list cannot be filtered by {value:?}."),
    )
}

/// Characters of a line in a list.
const SUMMARY: usize = 140;

/// A text as one line of a list.
pub(super) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().nth(SUMMARY).is_none() {
        return line;
    }
    let mut short: String = line.chars().take(SUMMARY - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_named_is_found_again() {
        let id = Uuid::from_u128(7);
        let named = next(2, 2, Some((WallTime(-5), id))).unwrap();
        assert_eq!(after(Some(&named)).unwrap(), Some(After { at: WallTime(-5), id }));
        assert_eq!(
            next(1, 2, Some((WallTime(-5), id))),
            None,
            "a page that is not full is the last"
        );
        for text in ["", "1", "1.x", "x.00000000000000000000000000000007"] {
            assert_eq!(after(Some(text)).unwrap_err().code(), "page_unreadable", "{text}");
        }
    }

    #[test]
    fn a_long_text_becomes_one_line() {
        assert_eq!(one_line("  Lamp\r\n is\tout "), "Lamp is out");
        let long = one_line(&"ä ".repeat(200));
        assert_eq!(long.chars().count(), SUMMARY, "{long}");
        assert!(long.ends_with("ä…"));
    }
}

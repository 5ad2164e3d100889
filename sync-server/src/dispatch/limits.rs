//! How much the office may say and select at once. Lengths are counted in characters, as people count.

use kuitti_shared::apply::office::Edit;

use crate::error::{Error, Result};

/// Requests or orders that are selected at once, at most.
const SELECTED: usize = 500;
/// A title.
pub(super) const TITLE: usize = 120;
/// A description.
const DESCRIPTION: usize = 8_000;

pub(super) fn check_selection(selected: usize) -> Result<()> {
    match selected {
        0 => Err(Error::invalid("nothing_selected", "Select at least one line.")),
        1..=SELECTED => Ok(()),
        _ => Err(Error::invalid(
            "too_many_selected",
            format!("Select at most {SELECTED} lines at once."),
        )),
    }
}

pub(super) fn check_title(title: Option<&str>) -> Result<()> {
    let wrong = |title: &str| title.trim().is_empty() || title.chars().nth(TITLE).is_some();
    if title.is_some_and(wrong) {
        let detail = format!("Give the order a title of 1 to {TITLE} characters.");
        return Err(Error::invalid("title_length", detail));
    }
    Ok(())
}

pub(super) fn check_edit(edit: &Edit) -> Result<()> {
    check_title(edit.title.as_deref())?;
    let too_long = |text: &String| text.chars().nth(DESCRIPTION).is_some();
    if edit.description.as_ref().is_some_and(too_long) {
        let detail = format!("A description has at most {DESCRIPTION} characters.");
        return Err(Error::invalid("too_long", detail));
    }
    if edit.place.as_ref().is_some_and(|place| !place.is_known()) {
        return Err(Error::invalid(
            "place_missing",
            "Give an address or a point on the map.",
        ));
    }
    if edit
        .appointment
        .flatten()
        .is_some_and(|agreed| !agreed.is_possible())
    {
        return Err(Error::invalid(
            "appointment_impossible",
            "An appointment ends after it begins, and within a day.",
        ));
    }
    Ok(())
}

//! What a new order says, from the requests that it serves.

use kuitti_shared::domain::Place;

use crate::orders::NewOrder;
use crate::storage::RequestRecord;

/// The order for reports of one problem, the earliest first. Its kind is that of the earliest, and the targets count from then: a
/// citizen waits since the report, not since somebody read it.
pub(super) fn of_reports(earliest: &RequestRecord, reports: &[RequestRecord]) -> NewOrder {
    NewOrder {
        description: description(reports),
        place: place(earliest, reports),
        requests: reports.iter().map(|report| report.id).collect(),
        waiting_since: Some(earliest.received_at),
        ..NewOrder::of(earliest.category.clone())
    }
}

/// What the citizens wrote. Of several reports each different text once, under the number of its request.
fn description(reports: &[RequestRecord]) -> String {
    if let [only] = reports {
        return only.description.trim().to_owned();
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut parts = Vec::new();
    for report in reports {
        let text = report.description.trim();
        if !text.is_empty() && !seen.contains(&text) {
            seen.push(text);
            parts.push(format!("{}: {text}", report.number));
        }
    }
    parts.join("\n\n")
}

/// The earliest report with a point on the map, else the earliest with an address.
fn place(earliest: &RequestRecord, reports: &[RequestRecord]) -> Place {
    let places = || reports.iter().map(|report| &report.place);
    let on_map = places().find(|place| place.position.is_some());
    let known = on_map.or_else(|| places().find(|place| place.is_known()));
    known.unwrap_or(&earliest.place).clone()
}

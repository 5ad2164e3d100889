//! What citizens thought of the ends of the last twelve months, counted by category, district and month.

use kuitti_shared::api::satisfaction::Satisfaction;
use kuitti_shared::domain::{RequestStage, Zone};
use kuitti_shared::rules::routing::zone_of;
use kuitti_shared::rules::satisfaction::{End, Tally};
use kuitti_shared::unit::{Millis, WallTime};
use kuitti_text::Calendar;

use crate::error::Result;
use crate::storage::{After, ReadTx, RequestRecord};

/// Ends of so long ago count.
const COUNTED: Millis = Millis::from_days(365);
/// A request that came in earlier has not ended within the time, or hardly ever.
const RECEIVED: Millis = Millis::from_days(730);
/// Requests read at once.
const PAGE: u32 = 1_000;

/// Counts everything anew: it is looked at now and then, and then it should be so.
pub(super) async fn count(tx: &mut dyn ReadTx, calendar: &Calendar, now: WallTime) -> Result<Satisfaction> {
    let zones = tx.zones().await?;
    let (mut categories, mut districts, mut months) = (Tally::default(), Tally::default(), Tally::default());
    let mut after = After::before(now - RECEIVED);
    loop {
        let page = tx.requests_from(after, PAGE).await?;
        for request in &page {
            for (at, end) in ends(request).filter(|(at, _)| *at > now - COUNTED) {
                categories.add(request.category.as_str(), end);
                districts.add(district(request, &zones), end);
                months.add(&month(calendar, at), end);
            }
        }
        let Some(last) = page.last().filter(|_| page.len() == PAGE as usize) else {
            break;
        };
        after = After {
            at: last.received_at,
            id: last.id.0,
        };
    }
    Ok(Satisfaction {
        categories: categories.rows(),
        zones: districts.rows(),
        months: months.rows(),
        as_of: now,
    })
}

/// The ends of a request with what its citizen said about each.
fn ends(request: &RequestRecord) -> impl Iterator<Item = (WallTime, End)> {
    let done = request
        .history
        .iter()
        .filter(|mark| mark.stage == RequestStage::Done);
    done.map(|mark| {
        let said = request.feedback.iter().find(|said| said.about == mark.at);
        let end = End {
            rating: said
                .and_then(|said| said.rating.as_ref())
                .map(|rated| rated.rating),
            reopened: said.is_some_and(|said| said.reopening.is_some()),
        };
        (mark.at, end)
    })
}

fn district<'a>(request: &RequestRecord, zones: &'a [Zone]) -> &'a str {
    let zone = request
        .place
        .position
        .and_then(|position| zone_of(position, zones));
    zone.map_or("", |zone| zone.code.as_str())
}

fn month(calendar: &Calendar, at: WallTime) -> String {
    let day = calendar.local(at).date();
    format!("{:04}-{:02}", day.year(), day.month())
}

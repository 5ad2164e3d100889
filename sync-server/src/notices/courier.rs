//! Sends what is due. A claim is committed before a provider is called, and what came of it after, so that a crash in
//! between is seen: the lease ends, and the message is tried again with the same key, or a person decides.
//!
//! ```text
//!  lane of a channel:   claim (one commit) -> as many on their way as the sender takes at once
//!                         ^                          |
//!                         +---- record what came <---+   results and new claims of a lane share a commit
//! ```
//! - [`lane`]: one channel's messages; lanes know nothing of each other, so that a slow provider delays only its own
//! - [`book`]: whose messages they are: citizens', or those of people of the town
//! - [`claim`]: which messages may leave, and on whose lease
//! - [`record`]: what came of them

mod book;
mod claim;
mod lane;
mod record;

use std::time::Duration;

use futures_util::future::join_all;
use kuitti_shared::domain::{NoticeChannel, NoticeState};
use kuitti_shared::unit::WallTime;

pub(super) use self::book::Book;
use self::book::Citizens;
pub(super) use self::claim::{Before, Claimed, LEASE, Leased};
use self::lane::Lane;
pub(super) use self::record::{Attempt, ending, result_of};
use super::sender::Senders;
use super::staff::Colleagues;
use crate::app::AppState;
use crate::error::Result;
use crate::storage::NoticeRecord;

/// Even if a poke were lost, nothing waits longer than this.
const LONGEST_SLEEP: Duration = Duration::from_secs(30);

/// Sends what is due until the server stops.
pub async fn run(app: &AppState) {
    join_all(lanes(app, &app.senders).map(Lane::keep)).await;
}

/// Sends everything that is due now, and says when the next message is.
///
/// # Errors
/// What the storage says; messages that were claimed are tried again when their lease ends.
pub async fn deliver_due(app: &AppState, senders: &Senders) -> Result<Option<WallTime>> {
    let mut earliest = None;
    for next in join_all(lanes(app, senders).map(Lane::drain)).await {
        earliest = [earliest, next?].into_iter().flatten().min();
    }
    Ok(earliest)
}

/// A lane for each channel, to citizens and to people of the town: neither waits for the other.
fn lanes<'a>(app: &'a AppState, senders: &'a Senders) -> impl Iterator<Item = Lane<'a>> {
    let books: [&'static dyn Book; 2] = [&Citizens, &Colleagues];
    let of = move |book| NoticeChannel::ALL.map(move |channel| Lane::new(app, senders, book, channel));
    books.into_iter().flat_map(of)
}

fn settle(notice: &mut NoticeRecord, now: WallTime, state: NoticeState) {
    notice.state = state;
    notice.due_at = None;
    notice.leased_until = None;
    notice.updated_at = now;
}

fn fail(notice: &mut NoticeRecord, now: WallTime, reason: String) {
    settle(notice, now, NoticeState::Failed { reason });
}

fn cancel(notice: &mut NoticeRecord, now: WallTime, reason: &str) {
    let reason = reason.to_owned();
    settle(notice, now, NoticeState::Cancelled { reason });
}

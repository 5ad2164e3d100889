//! Somebody reports what has been reported: the new request is served by the work that serves the first one, and by all work
//! that is made for it later.

use kuitti_shared::id::RequestId;

use super::cases::Cases;
use super::stages::refresh_one;
use crate::act::Act;
use crate::error::Result;
use crate::notices;
use crate::storage::WriteTx;

/// Lets the open work for `first` serve `follower` too. Work that has ended speaks of a time before the follower came.
///
/// # Errors
/// When the storage fails.
pub async fn join(tx: &mut dyn WriteTx, first: RequestId, follower: RequestId, act: &Act) -> Result<()> {
    for order in tx.orders_of_request(first).await? {
        if !order.order.status.is_terminal() && order.order.merged_into.is_none() {
            tx.link_request(order.order.id, follower).await?;
        }
    }
    let mut cases = Cases::of_request(tx, follower).await?;
    refresh_one(&mut cases, follower, act.now);
    notices::follow(&mut cases, follower, act);
    cases.store(tx).await
}

/// These requests and all that follow one of them.
///
/// # Errors
/// When the storage fails.
pub(super) async fn with_followers(tx: &mut dyn WriteTx, requests: &[RequestId]) -> Result<Vec<RequestId>> {
    let mut all = requests.to_vec();
    let followers = tx.followers(requests).await?.into_iter();
    for (_, follower) in followers {
        if !all.contains(&follower) {
            all.push(follower);
        }
    }
    Ok(all)
}

//! Does a citizen know already of what a worker takes back? Then it needs the office (SYNC.md rule 7, moves back).

use kuitti_shared::apply::NoticeLeft;
use kuitti_shared::domain::NoticeStage;
use kuitti_shared::id::OrderId;
use kuitti_shared::rules::notice_plan::has_left;

use crate::error::Result;
use crate::storage::{NoticeRecord, ReadTx};

/// Has a message about the end of this order left?
pub(super) async fn told(tx: &mut dyn ReadTx, order: OrderId) -> Result<NoticeLeft> {
    for request in tx.requests_of_order(order).await? {
        let Some(record) = tx.request(request).await? else {
            continue;
        };
        let notices = tx.notices_of(request).await?;
        let mut current = notices
            .iter()
            .filter(|notice| notice.occurrence == record.occurrence);
        if current.any(|notice| reports_an_end(notice) && has_left(&notice.state)) {
            return Ok(NoticeLeft::Yes);
        }
    }
    Ok(NoticeLeft::No)
}

const fn reports_an_end(notice: &NoticeRecord) -> bool {
    matches!(
        notice.stage,
        NoticeStage::Done | NoticeStage::NotDone | NoticeStage::NeedsVisit
    )
}

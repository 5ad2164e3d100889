//! Requests as the office sees them: the list, and one with everything.

use kuitti_shared::api::Page;
use kuitti_shared::api::requests::{LinkedOrder, RequestDetail, RequestFilter, RequestRow};
use kuitti_shared::domain::RequestStage;
use kuitti_shared::id::{CategoryCode, OrderId, RequestId, Sha256Hex};
use kuitti_shared::unit::WallTime;

use super::page;
use super::privacy::Contacts;
use crate::error::{Error, Result};
use crate::notices;
use crate::storage::{self, ReadTx, RequestRecord};

/// A page of requests, newest first. What citizens say is not so stands before everything else, on the first page.
///
/// # Errors
/// When the filter cannot be understood.
pub(super) async fn list(
    tx: &mut dyn ReadTx,
    filter: &RequestFilter,
    now: WallTime,
) -> Result<Page<RequestRow>> {
    let wanted = storage::RequestFilter {
        stages: page::codes(filter.stage.as_deref(), RequestStage::from_code)?,
        category: filter.category.as_deref().map(CategoryCode::from),
        text: filter.text.clone(),
        unplanned: filter.without_order.unwrap_or(false),
        after: page::after(filter.after.as_deref())?,
        limit: page::limit(filter.limit),
    };
    let (wanted, came_back) = apart(wanted);
    let (mut first, mut total) = (Vec::new(), 0);
    if let Some(came_back) = came_back {
        let (records, count) = tx.request_list(&came_back).await?;
        total += count;
        if wanted.after.is_none() {
            first = records;
        }
    }
    let (records, count) = tx.request_list(&wanted).await?;
    let last = records.last().map(|last| (last.received_at, last.id.0));
    let next = page::next(records.len(), wanted.limit, last);
    first.extend(records);
    Ok(Page {
        next,
        rows: rows(tx, &first).await?,
        total: total + count,
        as_of: now,
    })
}

/// Requests that came back, apart from the others, where a list has both.
fn apart(mut wanted: storage::RequestFilter) -> (storage::RequestFilter, Option<storage::RequestFilter>) {
    let all = wanted.stages.is_empty();
    if !all && !wanted.stages.contains(&RequestStage::Reopened) {
        return (wanted, None);
    }
    let came_back = storage::RequestFilter {
        stages: vec![RequestStage::Reopened],
        after: None,
        limit: page::MOST,
        ..wanted.clone()
    };
    if all {
        wanted.stages = RequestStage::ALL.to_vec();
    }
    wanted.stages.retain(|stage| *stage != RequestStage::Reopened);
    if wanted.stages.is_empty() {
        // Nothing else is wanted: the list itself.
        return (
            storage::RequestFilter {
                stages: came_back.stages,
                ..wanted
            },
            None,
        );
    }
    (wanted, Some(came_back))
}

/// The rows of these requests, with the orders that serve them.
pub(super) async fn rows(tx: &mut dyn ReadTx, records: &[RequestRecord]) -> Result<Vec<RequestRow>> {
    let ids: Vec<RequestId> = records.iter().map(|record| record.id).collect();
    let links = tx.order_links(&ids).await?;
    let orders_of = |request: RequestId| {
        let links = links.iter().filter(move |(linked, _)| *linked == request);
        links.map(|(_, order)| *order).collect()
    };
    let followers = tx.followers(&ids).await?;
    let followers_of = |request: RequestId| followers.iter().filter(|(first, _)| *first == request).count();
    Ok(records
        .iter()
        .map(|record| row(record, orders_of(record.id), followers_of(record.id)))
        .collect())
}

fn row(record: &RequestRecord, orders: Vec<OrderId>, followers: usize) -> RequestRow {
    RequestRow {
        id: record.id,
        number: record.number.clone(),
        category: record.category.clone(),
        stage: record.stage,
        place: record.place.clone(),
        summary: page::one_line(&record.description),
        channel: record.channel,
        received_at: record.received_at,
        updated_at: record.updated_at,
        orders,
        followers: u32::try_from(followers).unwrap_or(u32::MAX),
        follows: record.follows,
    }
}

/// One request with everything. Who reported is shown to those who may see it.
///
/// # Errors
/// When there is no such request.
pub(super) async fn detail(tx: &mut dyn ReadTx, id: RequestId, contacts: Contacts) -> Result<RequestDetail> {
    let record = tx.request(id).await?.ok_or_else(unknown)?;
    let orders = tx.orders_of_request(id).await?;
    let told = tx.notices_of(id).await?;
    let told = told
        .iter()
        .map(|notice| notices::row(notice, &record, contacts == Contacts::Shown))
        .collect();
    let followers = tx.followers(&[id]).await?.len();
    let row = row(
        &record,
        orders.iter().map(|order| order.order.id).collect(),
        followers,
    );
    let mut files = Vec::new();
    for sha256 in &record.photos {
        let here = tx.blob(sha256).await?;
        if here.is_some_and(|blob| !blob.is_picture()) {
            files.push(sha256.clone());
        }
    }
    let linked = orders.iter().map(|order| LinkedOrder {
        id: order.order.id,
        number: order.order.number.clone(),
        status: order.order.status,
    });
    Ok(RequestDetail {
        row,
        orders: linked.collect(),
        contact: match contacts {
            Contacts::Shown => tx.contact(id).await?,
            Contacts::Hidden => None,
        },
        description: record.description,
        language: record.language,
        occurrence: record.occurrence,
        photos: record.photos,
        files,
        notices: told,
        answers: record.answers,
        external_number: record.external.map(|external| external.id),
        feedback: record.feedback,
    })
}

/// A photo is shown only through the request that it belongs to.
///
/// # Errors
/// When there is no such request, or it has no such photo.
pub(super) async fn check_photo(tx: &mut dyn ReadTx, id: RequestId, sha256: &Sha256Hex) -> Result<()> {
    let request = tx.request(id).await?.ok_or_else(unknown)?;
    if request.photos.contains(sha256) {
        Ok(())
    } else {
        Err(Error::not_found(
            "photo_unknown",
            "The request has no such photo.",
        ))
    }
}

fn unknown() -> Error {
    Error::not_found(
        "request_unknown",
        "There is no such request. Load the list again.",
    )
}

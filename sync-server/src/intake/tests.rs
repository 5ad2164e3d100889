//! Requests through the one service, whoever brings them.

use kuitti_shared::domain::{Category, Language, Place, Position, RequestStage};
use kuitti_shared::id::{RequestId, WorkerId};
use kuitti_shared::operation::Report;
use uuid::Uuid;

use super::{NewRequest, Origin, TypedContact, receive, report_from_field};
use crate::citizen::tests::{street_lamp, town_with};
use crate::error::{Error, Result};
use crate::storage::AuditFilter;
use crate::testing::Town;

fn call() -> NewRequest {
    NewRequest {
        origin: Origin::Phone,
        category: "street_lamp".into(),
        description: "Dark".to_owned(),
        place: Place {
            address: "Unioninkatu 34".to_owned(),
            position: Position::new(60.1704, 24.9504).ok(),
            detail: String::new(),
        },
        contact: TypedContact::default(),
        language: Language::Fi,
        photos: Vec::new(),
    }
}

async fn lamp_town() -> Town {
    town_with(street_lamp(), Town::start().await).await
}

async fn taken(town: &Town, new: NewRequest) -> Result<super::Received> {
    let mut tx = town.write().await;
    let received = receive(&mut *tx, new, &town.act()).await?;
    tx.commit().await?;
    Ok(received)
}

/// The fields and codes of what is wrong.
async fn mistakes(new: NewRequest) -> Vec<(String, String)> {
    match taken(&lamp_town().await, new).await {
        Err(Error::Fields(fields)) => fields
            .into_iter()
            .map(|mistake| (mistake.field, mistake.code))
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_mistake_is_found_at_once_with_its_field() {
    let nothing = NewRequest {
        category: "dragon".into(),
        description: " ".to_owned(),
        place: Place::default(),
        contact: TypedContact {
            phone: "12".to_owned(),
            notify: vec![kuitti_shared::domain::NoticeChannel::Email],
            ..TypedContact::default()
        },
        ..call()
    };
    let found = mistakes(nothing).await;
    let expected = [
        ("category", "category_unknown"),
        ("description", "description_missing"),
        ("place", "place_missing"),
        ("phone", "phone_unreadable"),
        ("email", "email_missing"),
    ];
    assert_eq!(
        found,
        expected.map(|(field, code)| (field.to_owned(), code.to_owned()))
    );
}

#[tokio::test]
async fn a_request_is_stored_with_its_first_stage_and_a_line_in_the_log() {
    let town = lamp_town().await;
    let received = taken(&town, call()).await.unwrap();
    assert!(received.code.is_some() && received.order.is_none());
    assert_eq!(received.request.history.len(), 1);
    let mut tx = town.app.storage.read().await.unwrap();
    let filter = AuditFilter {
        subject_id: Some(received.request.id.0),
        limit: 9,
        ..AuditFilter::default()
    };
    let log = tx.audit_list(&filter).await.unwrap();
    assert_eq!(
        log.iter()
            .map(|(_, entry)| entry.action.as_str())
            .collect::<Vec<_>>(),
        ["request.received"]
    );
    let text = serde_json::to_string(&log[0].1.detail).unwrap();
    assert!(
        !text.contains("Unioninkatu") && !text.contains("Dark"),
        "no addresses and no words in the log: {text}"
    );
}

#[tokio::test]
async fn a_category_that_assigns_itself_makes_its_order_at_once() {
    let category = Category {
        assigns_itself: true,
        ..street_lamp()
    };
    let town = town_with(category, Town::start().await).await;
    let received = taken(&town, call()).await.unwrap();
    let mut tx = town.app.storage.read().await.unwrap();
    let order = received.order.expect("an order");
    assert!(
        tx.routing(order).await.unwrap().is_some(),
        "with the reason why it went where it went"
    );
    let request = tx.request(received.request.id).await.unwrap().unwrap();
    assert_eq!(request.stage, RequestStage::Planned);
    assert_eq!(request.history.len(), 2, "the page of the case shows both stages");
}

#[tokio::test]
async fn the_same_report_from_the_field_is_one_request() {
    let town = lamp_town().await;
    let report = Report {
        request: RequestId(Uuid::from_u128(77)),
        category: "street_lamp".into(),
        description: "Cover open".to_owned(),
        place: call().place,
    };
    let worker = WorkerId(Uuid::from_u128(5));
    for _ in 0..2 {
        let mut tx = town.write().await;
        report_from_field(&mut *tx, &report, &[], worker, &town.act())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = town.app.storage.read().await.unwrap();
    assert_eq!(tx.request_counts().await.unwrap(), [(RequestStage::Received, 1)]);
    let request = tx.request(report.request).await.unwrap().unwrap();
    assert_eq!(request.reported_by, Some(worker));
}

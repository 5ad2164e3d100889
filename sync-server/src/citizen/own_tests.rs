//! One's own data: what a case keeps is shown, handed out and deleted, on the orders that devices get too.

use axum::http::{Method, StatusCode};
use kuitti_shared::domain::Outcome;
use kuitti_shared::unit::Millis;
use serde_json::Value;

use super::tests::{ReportForm, jpeg};
use crate::notices::tests::{FIRST, Scene};
use crate::storage::RequestRecord;
use crate::sync::housekeeping;
use crate::testing::Who;

impl Scene {
    async fn asks(&self, what: &str) -> crate::testing::Answer {
        let address = format!("/t/{}/{what}", self.code);
        self.town.get(&address, &Who::Nobody).await
    }

    /// Is anything left that says who reported?
    async fn remembers(&self, request: &RequestRecord) -> bool {
        let mut tx = self.town.app.storage.read().await.unwrap();
        let contact = tx.contact(request.id).await.unwrap().is_some();
        let notices = tx.notices_of(request.id).await.unwrap();
        let told = notices.iter().any(|notice| notice.recipient.contains("358"));
        let card = tx
            .order(self.order)
            .await
            .unwrap()
            .unwrap()
            .order
            .contact
            .is_some();
        contact || told || card
    }
}

#[tokio::test]
async fn ones_own_data_is_read_taken_away_and_deleted() {
    let mut scene = Scene::start().await;
    let order = scene.order().await;
    let request = scene.request().await;
    assert!(order.order.contact.is_some() && scene.remembers(&request).await);
    let page = scene.asks("data").await.text();
    assert!(page.contains("+358401234412") && page.contains("The lamp is dark") && page.len() < 30_000);
    let file = scene.asks("data.json").await;
    assert!(
        file.headers["content-disposition"]
            .to_str()
            .unwrap()
            .contains("R-2026-000001.json")
    );
    let own: Value = file.json();
    assert_eq!(own["contact"]["phone"], "+358401234412");
    let address = format!("/t/{}/forget", scene.code);
    let answer = scene.town.call(Method::POST, &address, &Who::Nobody).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(!scene.remembers(&request).await);
    let after = scene.order().await;
    assert!(
        after.order.version > order.order.version,
        "devices get it again, without the card"
    );
    assert!(
        scene.asks("data").await.text().contains("are deleted"),
        "the code goes on opening it"
    );
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(300).await;
    assert_eq!(scene.told(), Vec::<String>::new(), "nobody is told any more");
}

#[tokio::test]
async fn who_reported_is_forgotten_a_year_after_the_end_and_not_before() {
    let mut scene = Scene::start().await;
    let other = ReportForm::complete()
        .with("phone", "040 765 4321")
        .with_file(jpeg());
    other.accepted(&scene.town).await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    let request = scene.request().await;
    scene.town.clock.move_by(Millis::from_days(364));
    housekeeping::look(&scene.town.app).await.unwrap();
    assert!(scene.remembers(&request).await);
    scene.town.clock.move_by(Millis::from_days(2));
    housekeeping::look(&scene.town.app).await.unwrap();
    assert!(!scene.remembers(&request).await);
    let mut tx = scene.town.app.storage.read().await.unwrap();
    let number = kuitti_shared::id::PublicNumber("R-2026-000002".to_owned());
    let open = tx.request_by_number(&number).await.unwrap().unwrap();
    assert!(
        tx.contact(open.id).await.unwrap().is_some(),
        "what has not ended keeps its citizen"
    );
}

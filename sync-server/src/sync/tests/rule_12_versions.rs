//! Rule 12: other versions of the app.

use kuitti_shared::domain::Assignee;
use kuitti_shared::operation::Action;
use serde_json::json;

use crate::testing::Town;
use crate::testing::people::AINO;
use crate::testing::phone::Phone;

#[tokio::test]
async fn rule_12_a_newer_app_with_an_envelope_that_can_be_read_is_served() {
    let town = Town::with_people().await;
    town.order(Some(Assignee::Worker(AINO))).await;
    let phone = Phone::enrol(&town, AINO).await;
    let mut request = serde_json::to_value(phone.request(&town)).unwrap();
    request["schema"] = json!(9);
    request["something_new"] = json!({ "deep": true });
    request["cursors"]["planet:mars"] = json!("1.1");
    let answer = phone.post(&town, &request).await;
    assert_eq!(answer.json()["upgrade"], json!({ "min": 1, "latest": 1 }));
    assert_eq!(answer.json()["scopes"].as_object().unwrap().len(), 2);
}

#[tokio::test]
async fn rule_12_below_upgrade_min_nothing_comes_down_and_what_is_pushed_counts() {
    let town = Town::with_people().await;
    let order = town.order(Some(Assignee::Worker(AINO))).await;
    let mut phone = Phone::enrol(&town, AINO).await;
    let text = "from an app of long ago".to_owned();
    phone.tap(&town, order, Action::Note { text });
    let mut request = serde_json::to_value(phone.request(&town)).unwrap();
    request["schema"] = json!(0);
    let answer = phone.post(&town, &request).await.json();
    assert_eq!(answer["upgrade"], json!({ "min": 1, "latest": 1 }));
    assert_eq!((&answer["acked_seq"], &answer["scopes"]), (&json!(1), &json!({})));
    assert_eq!(answer["results"][0]["outcome"], "applied");
}

#[tokio::test]
async fn rule_12_an_envelope_of_a_newer_app_that_cannot_be_read_asks_for_an_upgrade() {
    let town = Town::with_people().await;
    let phone = Phone::enrol(&town, AINO).await;
    let answer = phone
        .post(&town, &json!({ "schema": 9, "envelope": "of the future" }))
        .await;
    assert_eq!(answer.problem(), (426, "upgrade_required".into()));
}

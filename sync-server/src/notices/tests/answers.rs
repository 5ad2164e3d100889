//! What a citizen writes back waits for somebody until somebody has read it.

use kuitti_channels::TextMessage;
use kuitti_shared::api::attention::Attention;
use kuitti_shared::domain::Role;
use kuitti_shared::unit::Millis;
use serde_json::json;

use super::Scene;
use crate::notices::answers;
use crate::testing::Who;

async fn writes(scene: &Scene, text: &str) {
    let message = TextMessage {
        from: "+358401234412".to_owned(),
        text: text.to_owned(),
    };
    answers::take(&scene.town.app, &message).await.unwrap();
}

async fn unread(scene: &Scene, who: &Who) -> Vec<String> {
    let attention: Attention = scene.town.get("/api/attention", who).await.read();
    let of_all = attention.answers.into_iter().flat_map(|unread| unread.answers);
    of_all.map(|answer| answer.text).collect()
}

#[tokio::test]
async fn an_answer_waits_until_somebody_has_read_it() {
    let scene = Scene::start().await;
    let who = scene.town.log_in(Role::Dispatcher).await;
    writes(&scene, "The gate is open now").await;
    assert_eq!(unread(&scene, &who).await, ["The gate is open now"]);
    let until = scene.town.app.clock.now();
    scene.town.clock.move_by(Millis::from_seconds(60));
    writes(&scene, "And the dog is inside").await;
    let path = format!("/api/requests/{}/answers/read", scene.request().await.id);
    let read = scene.town.post(&path, &who, &json!({ "until": until })).await;
    assert_eq!(read.status.as_u16(), 204, "{}", read.text());
    assert_eq!(
        unread(&scene, &who).await,
        ["And the dog is inside"],
        "what came later is still to be read"
    );
    let order = scene
        .town
        .get(&format!("/api/orders/{}", scene.order), &who)
        .await
        .json();
    assert_eq!(order["requests"][0]["answers"].as_array().unwrap().len(), 2);
}

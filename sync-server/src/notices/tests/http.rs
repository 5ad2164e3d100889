//! A gateway that speaks HTTP: what it brings, and that it is asked before a message of which nobody knows leaves again.

use axum::extract::Path;
use kuitti_channels::http::Gateway;
use kuitti_shared::domain::NoticeState;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::*;
use crate::config::SmsConfig;
use crate::notices::polling;
use crate::notices::sender::Known;

const SECRET: &str = "abcdefghij0123456789";

fn config() -> Config {
    let http = json!({
        "send": { "url": "http://127.0.0.1:9/" },
        "webhook_secret": SECRET,
        "receipts": { "id": "id", "status": "status", "delivered": ["ok"], "failed": ["bad"] },
        "texts": { "from": "from", "text": "text" },
    });
    let sms = SmsConfig {
        http: Some(serde_json::from_value(http).unwrap()),
        ..SmsConfig::default()
    };
    Config {
        sms: Some(sms),
        ..Config::default()
    }
}

/// A town whose message about the end left in two parts.
async fn told() -> Scene {
    let mut scene = Scene::of(street_lamp(), config()).await;
    let references = vec!["m-1".to_owned(), "m-2".to_owned()];
    scene.provider = Provider::new(Repetition::Doubles, vec![Delivery::SentInParts { references }]);
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    scene
}

async fn call(scene: &Scene, secret: &str, rest: &str) -> u16 {
    let path = format!("/gateways/sms/{secret}/{rest}");
    scene.town.get(&path, &Who::Nobody).await.status.as_u16()
}

#[tokio::test]
async fn receipts_come_to_an_address_that_only_the_gateway_knows() {
    let scene = told().await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "sent");
    assert_eq!(
        call(&scene, "abcdefghij0123456780", "receipts?id=m-1&status=ok").await,
        404
    );
    assert_eq!(call(&scene, SECRET, "receipts?id=m-1&status=ok").await, 200);
    assert_eq!(call(&scene, SECRET, "receipts?id=unknown&status=ok").await, 200);
    assert_eq!(call(&scene, SECRET, "receipts").await, 200);
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "sent");
    let receipt = json!({ "id": "M-2", "status": "ok" });
    let path = format!("/gateways/sms/{SECRET}/receipts");
    assert_eq!(scene.town.post(&path, &Who::Nobody, &receipt).await.status, 200);
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "delivered");
    assert_eq!(call(&scene, SECRET, "receipts?id=m-2&status=bad").await, 200);
    assert_eq!(
        scene.waits_for(NoticeStage::Done).await,
        "delivered",
        "that it arrived holds"
    );
    let elsewhere = Scene::start().await;
    assert_eq!(call(&elsewhere, SECRET, "receipts?id=m-1&status=ok").await, 404);
    assert_eq!(call(&elsewhere, "", "receipts?id=m-1&status=ok").await, 404);
}

#[tokio::test]
async fn texts_come_there_too() {
    let scene = told().await;
    assert_eq!(
        call(&scene, SECRET, "texts?from=%2B358401234412&text=Still%20dark").await,
        200
    );
    let answers: Value = serde_json::to_value(scene.request().await.answers).unwrap();
    assert_eq!(answers[0]["text"], "Still dark");
}

/// A provider that loses the first message's answer, and knows of it what it is told to.
struct Asked {
    provider: Arc<Provider>,
    knows: Mutex<Vec<Known>>,
}

#[async_trait]
impl Sender for Asked {
    fn repetition(&self) -> Repetition {
        Repetition::CanBeAsked
    }

    async fn send(&self, message: &Message) -> Delivery {
        self.provider.send(message).await
    }

    async fn ask(&self, _: &Message) -> Known {
        self.knows.lock().unwrap().remove(0)
    }
}

/// How often a message left whose first answer was lost, and where it stands.
async fn after_a_lost_answer(knows: Vec<Known>) -> (usize, String) {
    let mut scene = Scene::start().await;
    let lost = Delivery::Unknown {
        reason: "no answer in time".to_owned(),
    };
    let provider = Provider::new(Repetition::CanBeAsked, vec![lost]);
    let asked = Asked {
        provider: Arc::clone(&provider),
        knows: Mutex::new(knows),
    };
    let senders = Senders {
        sms: Some(Arc::new(asked)),
        ..Senders::default()
    };
    scene.finishes(FIRST, Outcome::Done).await;
    for seconds in [121, 60, 120] {
        scene.town.clock.move_by(Millis::from_seconds(seconds));
        deliver_due(&scene.town.app, &senders).await.unwrap();
        let [notice] = scene.notices(NoticeStage::Done).await.try_into().unwrap();
        let state = notice.state;
        assert!(
            !matches!(state, NoticeState::Waiting { .. }),
            "it may have left: {state:?}"
        );
    }
    (provider.given().len(), scene.waits_for(NoticeStage::Done).await)
}

#[tokio::test]
async fn a_gateway_that_can_be_asked_is_asked_before_a_message_leaves_again() {
    let sent = || {
        Known::There(Delivery::Sent {
            reference: "m-1".to_owned(),
        })
    };
    let silent = || Known::NotSaid {
        reason: "HTTP 500".to_owned(),
    };
    let outcome = |times: usize, state: &str| (times, state.to_owned());
    assert_eq!(after_a_lost_answer(vec![sent()]).await, outcome(1, "sent"));
    assert_eq!(
        after_a_lost_answer(vec![Known::Missing]).await,
        outcome(2, "sent")
    );
    assert_eq!(
        after_a_lost_answer(vec![silent(), sent()]).await,
        outcome(1, "sent")
    );
    assert_eq!(
        after_a_lost_answer(vec![silent(), silent()]).await,
        outcome(1, "leased")
    );
}

/// A gateway that says of a message what it is told to, when it is asked.
async fn polled(status: Arc<Mutex<&'static str>>) -> (u16, Arc<Mutex<Vec<String>>>) {
    let asked = Arc::<Mutex<Vec<String>>>::default();
    let kept = Arc::clone(&asked);
    let answer = move |Path(id): Path<String>| async move {
        kept.lock().unwrap().push(id);
        let status = *status.lock().unwrap();
        axum::Json(json!({ "status": status }))
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let router = axum::Router::new().route("/{id}", axum::routing::get(answer));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (port, asked)
}

#[tokio::test]
async fn a_gateway_that_brings_nothing_is_asked_less_and_less_often() {
    let status = Arc::new(Mutex::new("buffered"));
    let (port, asked) = polled(Arc::clone(&status)).await;
    let here = format!("http://127.0.0.1:{port}/{{{{ reference|form }}}}");
    let http = json!({
        "send": { "url": "http://127.0.0.1:9/" },
        "receipts": { "id": "id", "status": "status", "delivered": ["ok"], "failed": ["bad"],
                      "poll": { "request": { "method": "GET", "url": here } } },
    });
    let gateway = Gateway::new(serde_json::from_value(http).unwrap(), String::new()).unwrap();
    let scene = told().await;
    let look = async || polling::look(&scene.town.app, &gateway).await.unwrap();
    look().await;
    for _ in 0..9 {
        scene.town.clock.move_by(Millis::from_seconds(60));
        look().await;
    }
    let times = |name: &str| asked.lock().unwrap().iter().filter(|id| *id == name).count();
    assert_eq!((times("m-1"), times("m-2")), (4, 4), "at 1, 2, 4 and 8 minutes");
    *status.lock().unwrap() = "ok";
    scene.town.clock.move_by(Millis::from_seconds(6 * 60));
    look().await;
    assert_eq!(
        scene.waits_for(NoticeStage::Done).await,
        "sent",
        "it is 15 minutes old"
    );
    // The server was off.
    scene.town.clock.move_by(Millis::from_days(1));
    look().await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "delivered");
}

//! Citizens who are told by a call, and messages that go another way when one fails.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kuitti_shared::api::call_list::{CallResult, CallRow};
use kuitti_shared::domain::{Contact, NoticeChannel, Role};
use serde_json::json;

use super::*;
use crate::config::{CallsConfig, QuietHours};

const HOUR: i64 = 3_600;

fn config() -> Config {
    let calls = CallsConfig {
        enabled: true,
        attempts: 2,
        again_after_minutes: 60,
    };
    // People sleep in the afternoon, so that nobody has to log in again.
    let quiet_hours = QuietHours {
        enabled: true,
        from: "15:00".to_owned(),
        until: "16:00".to_owned(),
    };
    Config {
        calls,
        quiet_hours,
        ..Config::default()
    }
}

/// A town whose citizen wants to be told so, and somebody who takes calls.
struct Desk {
    scene: Scene,
    who: Who,
}

impl Desk {
    async fn of(wish: impl FnOnce(&mut Contact)) -> Self {
        Self::in_town(config(), wish).await
    }

    async fn in_town(config: Config, wish: impl FnOnce(&mut Contact)) -> Self {
        let scene = Scene::of(street_lamp(), config).await;
        let request = scene.request().await.id;
        let mut tx = scene.town.write().await;
        let mut contact = tx.contact(request).await.unwrap().unwrap();
        wish(&mut contact);
        tx.put_contact(request, &contact).await.unwrap();
        tx.commit().await.unwrap();
        let who = scene.town.log_in(Role::Intake).await;
        Self { scene, who }
    }

    /// The lamp is repaired, and the worker does not take it back.
    async fn repaired(wish: impl FnOnce(&mut Contact)) -> Self {
        let mut desk = Self::of(wish).await;
        desk.scene.finishes(FIRST, Outcome::Done).await;
        desk.scene.after(121).await;
        desk
    }

    async fn list(&self) -> Vec<CallRow> {
        self.list_for(&self.who).await
    }

    async fn list_for(&self, who: &Who) -> Vec<CallRow> {
        let answer = self.scene.town.get("/api/calls", who).await;
        serde_json::from_slice(answer.text().as_bytes()).unwrap()
    }

    async fn take(&self, call: &CallRow, who: &Who) -> StatusCode {
        let path = format!("/api/calls/{}/take", call.id);
        self.scene.town.post(&path, who, &json!({})).await.status
    }

    async fn says(&self, call: &CallRow, who: &Who, result: CallResult) -> StatusCode {
        let path = format!("/api/calls/{}/result", call.id);
        let said = json!({ "result": result });
        self.scene.town.post(&path, who, &said).await.status
    }

    /// Takes the only call and says what came of it.
    async fn calls(&self, result: CallResult) {
        let [call] = self.list().await.try_into().unwrap();
        assert_eq!(self.take(&call, &self.who).await, 200);
        assert_eq!(self.says(&call, &self.who, result).await, 204);
    }

    async fn state(&self) -> String {
        self.scene.waits_for(NoticeStage::Done).await
    }

    /// The ways that the message about the end went, with what became of each.
    async fn ways(&self) -> Vec<(NoticeChannel, String)> {
        let notices = self.scene.notices(NoticeStage::Done).await.into_iter();
        let state = |notice: NoticeRecord| {
            let state = serde_json::to_value(&notice.state).unwrap();
            (notice.channel, state["state"].as_str().unwrap().to_owned())
        };
        let mut ways: Vec<_> = notices.map(state).collect();
        ways.sort();
        ways
    }
}

fn calls_only(contact: &mut Contact) {
    contact.notify = vec![NoticeChannel::Call];
}

#[tokio::test]
async fn a_call_is_made_by_one_person_until_the_citizen_knows() {
    let desk = Desk::repaired(calls_only).await;
    assert_eq!(desk.state().await, "caller");
    let [call] = desk.list().await.try_into().unwrap();
    assert_eq!((call.phone.as_str(), call.attempts), ("+358401234412", 0));
    assert_eq!(desk.take(&call, &desk.who).await, 200);
    let [mine] = desk.list().await.try_into().unwrap();
    let words = mine.taken.unwrap().words.unwrap();
    assert!(words.contains("done"), "{words}");
    let colleague = desk.scene.town.log_in(Role::Dispatcher).await;
    assert_eq!(desk.take(&call, &colleague).await, 409);
    assert_eq!(desk.says(&call, &colleague, CallResult::Told).await, 409);
    let seen = desk.list_for(&colleague).await;
    assert_eq!(
        seen[0].taken.as_ref().unwrap().words,
        None,
        "it is another's call"
    );
    assert_eq!(desk.says(&call, &desk.who, CallResult::NoAnswer).await, 204);
    assert_eq!(desk.list().await, []);
    assert_eq!(desk.state().await, "retry");
    desk.scene.after(61 * 60).await;
    assert_eq!(desk.list().await[0].attempts, 1);
    desk.calls(CallResult::Told).await;
    assert_eq!(desk.state().await, "delivered");
    assert_eq!(desk.list().await, []);
    let auditor = desk.scene.town.log_in(Role::Auditor).await;
    assert_eq!(desk.scene.town.get("/api/calls", &auditor).await.status, 403);
}

#[tokio::test]
async fn a_call_of_which_nobody_said_what_came_of_it_is_left_to_a_person() {
    let desk = Desk::repaired(calls_only).await;
    let [call] = desk.list().await.try_into().unwrap();
    assert_eq!(desk.take(&call, &desk.who).await, 200);
    desk.scene.after(31 * 60).await;
    assert_eq!(desk.state().await, "uncertain");
    assert_eq!(desk.list().await, []);
    assert_eq!(
        desk.says(&call, &desk.who, CallResult::Told).await,
        204,
        "late, and true"
    );
    assert_eq!(desk.state().await, "delivered");
}

#[tokio::test]
async fn what_is_no_longer_true_and_what_would_wake_somebody_is_not_on_the_list() {
    let desk = Desk::repaired(calls_only).await;
    let [call] = desk.list().await.try_into().unwrap();
    desk.scene.town.clock.move_by(Millis::from_seconds(5 * HOUR));
    assert_eq!(desk.list().await, [], "at night nobody is called");
    assert_eq!(desk.take(&call, &desk.who).await, 409);
    desk.scene.after(HOUR).await;
    assert_eq!(desk.list().await.len(), 1, "in the morning");
    desk.scene.decides(Decision::Reopen).await;
    assert_eq!(desk.list().await, []);
    assert_eq!(desk.take(&call, &desk.who).await, 409);
    assert_eq!(desk.state().await, "cancelled");
}

#[tokio::test]
async fn who_wants_no_more_calls_gets_none() {
    let mut desk = Desk::repaired(calls_only).await;
    desk.calls(CallResult::NoMoreCalls).await;
    assert_eq!(desk.state().await, "cancelled");
    desk.scene.decides(Decision::Reopen).await;
    desk.scene.finishes(FIRST, Outcome::Done).await;
    desk.scene.after(121).await;
    assert_eq!(desk.list().await, []);
}

#[tokio::test]
async fn a_message_that_fails_goes_each_way_that_is_left_and_none_twice() {
    let refused = || Delivery::Refused {
        reason: "no such number".to_owned(),
    };
    let mut desk = Desk::of(|contact| contact.email = Some("liisa@example.fi".to_owned())).await;
    desk.scene.provider = Provider::new(Repetition::Harmless, vec![refused()]);
    let mails = Provider::new(Repetition::Harmless, vec![refused()]);
    desk.scene.finishes(FIRST, Outcome::Done).await;
    desk.scene.town.clock.move_by(Millis::from_seconds(121));
    let senders = Senders {
        email: Some(Arc::clone(&mails) as Arc<dyn Sender>),
        ..desk.scene.senders()
    };
    for _ in 0..3 {
        deliver_due(&desk.scene.town.app, &senders).await.unwrap();
    }
    let [sms, email, call] = [NoticeChannel::Sms, NoticeChannel::Email, NoticeChannel::Call];
    let failed = |channel| (channel, "failed".to_owned());
    let waits = (call, "waiting".to_owned());
    assert_eq!(desk.ways().await, [failed(sms), failed(email), waits]);
    desk.calls(CallResult::WrongNumber).await;
    assert_eq!(desk.ways().await, [failed(sms), failed(email), failed(call)]);
    assert_eq!((desk.scene.provider.given().len(), mails.given().len()), (1, 1));
}

#[tokio::test]
async fn a_citizen_chooses_where_a_message_goes_that_failed() {
    let refused = Delivery::Refused {
        reason: "no such number".to_owned(),
    };
    let mut desk = Desk::of(|contact| {
        contact.email = Some("liisa@example.fi".to_owned());
        contact.fallback = Some(vec![NoticeChannel::Call]);
    })
    .await;
    desk.scene.provider = Provider::new(Repetition::Harmless, vec![refused]);
    desk.scene.finishes(FIRST, Outcome::Done).await;
    for seconds in [121, 0] {
        desk.scene.after(seconds).await;
    }
    assert_eq!(desk.list().await.len(), 1);
    for _ in 0..2 {
        desk.calls(CallResult::NoAnswer).await;
        desk.scene.after(61 * 60).await;
    }
    let failed = |channel| (channel, "failed".to_owned());
    let expected = [NoticeChannel::Sms, NoticeChannel::Call].map(failed);
    assert_eq!(
        desk.ways().await,
        expected,
        "after two attempts, and never by e-mail"
    );
}

#[tokio::test]
async fn a_mail_that_comes_back_is_told_by_a_call() {
    const SECRET: &str = "abcdefghij0123456789";
    let smtp = json!({ "host": "127.0.0.1", "from": "kuitti@town.example", "bounce_secret": SECRET });
    let config = Config {
        smtp: Some(serde_json::from_value(smtp).unwrap()),
        ..config()
    };
    let mut desk = Desk::in_town(config, |contact| {
        contact.email = Some("liisa@example.fi".to_owned());
        contact.notify = vec![NoticeChannel::Email];
        contact.fallback = Some(vec![NoticeChannel::Call]);
    })
    .await;
    desk.scene.finishes(FIRST, Outcome::Done).await;
    desk.scene.town.clock.move_by(Millis::from_seconds(121));
    let senders = Senders {
        email: Some(Provider::new(Repetition::Harmless, Vec::new()) as Arc<dyn Sender>),
        ..desk.scene.senders()
    };
    deliver_due(&desk.scene.town.app, &senders).await.unwrap();
    let [notice] = desk.scene.notices(NoticeStage::Done).await.try_into().unwrap();
    let bounce = format!(
        "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\
         Action: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: <{}@town.example>\r\n--b--\r\n",
        notice.id
    );
    let hand_over = async |secret: &str| {
        let request = Request::post(format!("/gateways/mail/{secret}/bounces"));
        let request = request.body(Body::from(bounce.clone())).unwrap();
        desk.scene.town.send(request).await.status
    };
    assert_eq!(hand_over("abcdefghij0123456780").await, 404);
    for _ in 0..2 {
        assert_eq!(hand_over(SECRET).await, 200);
    }
    deliver_due(&desk.scene.town.app, &senders).await.unwrap();
    let expected = [
        (NoticeChannel::Email, "failed".to_owned()),
        (NoticeChannel::Call, "waiting".to_owned()),
    ];
    assert_eq!(desk.ways().await, expected);
}

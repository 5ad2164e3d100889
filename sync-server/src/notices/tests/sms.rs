//! Text messages through a message centre of others, in a process of its own: what becomes of a notice, and what people
//! write back.

use std::time::{Duration, Instant};

use kuitti_shared::domain::{NoticeChannel, Role};
use kuitti_test_support::smsc::Smsc;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::*;
use crate::app::AppState;
use crate::config::SmsConfig;
use crate::notices::incoming;

const DIGITS: &str = "358401234412";
const EMAIL: &str = "liisa@example.fi";

/// A town, its message centre, and a mailbox.
struct Phones {
    scene: Scene,
    smsc: Smsc,
    senders: Senders,
    mails: Arc<Provider>,
    session: JoinHandle<()>,
}

impl Drop for Phones {
    fn drop(&mut self) {
        self.session.abort();
    }
}

impl Phones {
    async fn start() -> Option<Self> {
        let smsc = Smsc::start()?;
        let smpp = json!({
            "host": "127.0.0.1", "port": smsc.port(), "system_id": "kuitti", "source": "Kuitti", "response_seconds": 2,
        });
        let sms = SmsConfig {
            smpp: Some(serde_json::from_value(smpp).unwrap()),
            ..SmsConfig::default()
        };
        let config = Config {
            sms: Some(sms),
            ..Config::default()
        };
        let scene = Scene::of(street_lamp(), config).await;
        let app = AppState::clone(&scene.town.app);
        let session = tokio::spawn(async move { incoming::run(&app, app.stopped()).await });
        smsc.wait_for("bind", 1);
        let mails = Provider::new(Repetition::Harmless, Vec::new());
        let senders = Senders {
            email: Some(Arc::clone(&mails) as Arc<dyn Sender>),
            ..scene.town.app.senders.clone()
        };
        Some(Self {
            scene,
            smsc,
            senders,
            mails,
            session,
        })
    }

    /// The lamp is repaired, and the citizen is told.
    async fn repaired(&mut self) {
        self.scene.finishes(FIRST, Outcome::Done).await;
        self.scene.town.clock.move_by(Millis::from_seconds(121));
        self.deliver().await;
    }

    async fn deliver(&self) {
        deliver_due(&self.scene.town.app, &self.senders).await.unwrap();
    }

    async fn has_email(&self) {
        let request = self.scene.request().await;
        let mut tx = self.scene.town.write().await;
        let mut contact = tx.contact(request.id).await.unwrap().unwrap();
        contact.email = Some(EMAIL.to_owned());
        tx.put_contact(request.id, &contact).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn state(&self, stage: NoticeStage) -> Value {
        let notices = self.scene.notices(stage).await;
        serde_json::to_value(&notices.last().unwrap().state).unwrap()
    }

    /// Waits until something in the town is so.
    async fn until<F: Future<Output = bool>>(&self, what: &str, mut is_so: impl FnMut() -> F) {
        let begun = Instant::now();
        while !is_so().await {
            assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    async fn until_state(&self, expected: &str) {
        let is_so = || async { self.state(NoticeStage::Done).await["state"] == expected };
        self.until(expected, is_so).await;
    }

    fn receipt(&mut self, of: &Value, more: Value) {
        let mut order = json!({ "do": "receipt", "id": of["id"], "to": DIGITS });
        order
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        self.smsc.tell(&order);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_message_is_sent_and_its_receipt_is_seen_in_the_office() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones.repaired().await;
    let came = phones.smsc.wait_for("submit", 1);
    assert_eq!(
        (&came[0]["to"], &came[0]["from"]),
        (&json!(DIGITS), &json!("Kuitti"))
    );
    assert!(
        came[0]["message"]
            .as_str()
            .unwrap()
            .contains("done on 20 November 2026"),
        "{came:?}"
    );
    assert_eq!(phones.state(NoticeStage::Done).await["state"], "sent");
    // As centres do that answer in one base and write receipts in the other; and twice.
    for _ in 0..2 {
        phones.receipt(&came[0], json!({ "ids": "decimal" }));
    }
    phones.until_state("delivered").await;
    let dispatcher = phones.scene.town.log_in(Role::Dispatcher).await;
    let list = phones
        .scene
        .town
        .get("/api/notices?group=sent", &dispatcher)
        .await
        .json();
    let states: Vec<&Value> = list["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["state"]["state"])
        .collect();
    assert!(states.contains(&&json!("delivered")), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_may_come_before_the_answer() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones
        .smsc
        .tell(&json!({ "do": "receipts", "how": { "early": true, "tlv": true } }));
    phones.repaired().await;
    phones.until_state("delivered").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_in_parts_arrived_when_all_did() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones.longer_place().await;
    phones.repaired().await;
    let parts = phones.smsc.wait_for("submit", 2);
    phones.receipt(&parts[1], json!({}));
    phones.smsc.wait_for("receipt taken", 1);
    assert_eq!(phones.state(NoticeStage::Done).await["state"], "sent");
    phones.receipt(&parts[0], json!({ "tlv": true }));
    phones.until_state("delivered").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_for_good_goes_by_mail_once() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones.has_email().await;
    phones.longer_place().await;
    phones.repaired().await;
    let parts = phones.smsc.wait_for("submit", 2);
    phones.receipt(&parts[0], json!({}));
    for _ in 0..2 {
        phones.receipt(&parts[1], json!({ "stat": "UNDELIV", "err": "001" }));
    }
    phones.smsc.wait_for("receipt taken", 3);
    for _ in 0..2 {
        phones.deliver().await;
    }
    let mails = phones.mails.given();
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert_eq!(
        (mails[0].to.as_str(), mails[0].channel),
        (EMAIL, NoticeChannel::Email)
    );
    let notices = phones.scene.notices(NoticeStage::Done).await;
    let reason = "UNDELIV 001".to_owned();
    assert_eq!(notices[0].state, NoticeState::Failed { reason });
    assert_eq!(
        (notices[1].state.clone(), notices[1].instead_of),
        (NoticeState::Sent, Some(notices[0].id))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_number_goes_by_mail_and_who_wants_nothing_gets_nothing() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones.has_email().await;
    phones.smsc.answer(&[json!(0x0B)]);
    phones.repaired().await;
    phones.deliver().await;
    assert_eq!(phones.mails.given().len(), 1);
    assert_eq!(phones.scene.notices(NoticeStage::Done).await[0].attempts, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_breaks_under_a_message_is_a_question_for_a_person() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones.smsc.answer(&[json!("drop")]);
    phones.repaired().await;
    phones.scene.town.clock.move_by(Millis::from_days(1));
    phones.deliver().await;
    assert_eq!(phones.state(NoticeStage::Done).await["state"], "uncertain");
    assert_eq!(phones.smsc.all("submit").len(), 1, "never twice by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn stop_stops_what_waits_and_what_comes_and_start_lets_it_come_again() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones.scene.finishes(FIRST, Outcome::Done).await;
    for _ in 0..2 {
        phones.smsc.bring(DIGITS, "Lopeta!");
    }
    phones.smsc.wait_for("text taken", 2);
    let not_wanted = json!({ "state": "cancelled", "reason": "not_wanted" });
    assert_eq!(phones.state(NoticeStage::Done).await, not_wanted);
    phones.reports().await;
    phones.scene.town.clock.move_by(Millis::from_seconds(600));
    phones.deliver().await;
    assert_eq!(
        phones.smsc.all("submit").len(),
        0,
        "{:?}",
        phones.smsc.all("submit")
    );
    phones.smsc.bring(DIGITS, "ALOITA");
    phones.smsc.wait_for("text taken", 3);
    phones.reports().await;
    phones.deliver().await;
    assert_eq!(phones.smsc.wait_for("submit", 1).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_writes_back_is_read_in_the_office_and_a_digit_is_a_rating() {
    let Some(mut phones) = Phones::start().await else {
        return;
    };
    phones.smsc.bring(DIGITS, "چراغ دوباره خاموش است");
    phones.smsc.bring(DIGITS, "چراغ دوباره خاموش است");
    phones.smsc.bring("358409999999", "who are you?");
    phones.smsc.wait_for("text taken", 3);
    phones.repaired().await;
    phones.smsc.bring(DIGITS, "4");
    phones.smsc.wait_for("text taken", 4);
    let dispatcher = phones.scene.town.log_in(Role::Dispatcher).await;
    let request = phones.scene.request().await.id;
    let detail = phones
        .scene
        .town
        .get(&format!("/api/requests/{request}"), &dispatcher)
        .await
        .json();
    let texts: Vec<&Value> = detail["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| &answer["text"])
        .collect();
    assert_eq!(
        texts,
        [&json!("چراغ دوباره خاموش است")],
        "brought twice, kept once"
    );
    assert_eq!(detail["feedback"][0]["rating"]["rating"], 4, "{detail}");
}

impl Phones {
    /// The same person reports something else.
    async fn reports(&self) {
        let form = ReportForm::complete().with("phone", "040 123 4412");
        form.with("notify", "sms").accepted(&self.scene.town).await;
    }

    /// So that a message needs two parts.
    async fn longer_place(&self) {
        let mut request = self.scene.request().await;
        request.place.address = "Kahdeskymmenes katu ".repeat(8);
        let mut tx = self.scene.town.write().await;
        tx.request(request.id).await.unwrap();
        tx.put_request(&request).await.unwrap();
        tx.commit().await.unwrap();
    }
}

//! People of the town are told what concerns them, once, and not what was overtaken.

use std::sync::Arc;

use axum::http::Method;
use kuitti_shared::apply::office::{Decision, Edit};
use kuitti_shared::domain::{Assignee, NoticeChannel, Outcome, Priority, Role};
use kuitti_shared::id::{OrderId, StaffId};
use kuitti_shared::operation::Action;
use kuitti_shared::unit::Millis;
use serde_json::{Value, json};

use super::deadlines;
use crate::notices::courier::deliver_due;
use crate::notices::sender::{Repetition, Sender, Senders};
use crate::notices::tests::Provider;
use crate::testing::people::{AINO, BERT, CREW, category};
use crate::testing::phone::Phone;
use crate::testing::{Town, Who};

/// A town with somebody of the office who can be reached, and providers that remember what they were given.
struct Scene {
    town: Town,
    who: Who,
    texts: Arc<Provider>,
    mails: Arc<Provider>,
}

impl Scene {
    async fn start() -> Self {
        let town = Town::with_people().await;
        let who = town.log_in(Role::Dispatcher).await;
        let scene = Self {
            town,
            who,
            texts: Provider::new(Repetition::Harmless, Vec::new()),
            mails: Provider::new(Repetition::Harmless, Vec::new()),
        };
        let mine = json!({ "phone": "040 765 4321", "email": "desk@town.example", "channel": "email" });
        scene.put("/api/reach", &mine, 204).await;
        for (worker, phone) in [(AINO, "040 111 1111"), (BERT, "040 222 2222")] {
            let path = format!("/api/workers/{worker}/reach");
            scene.put(&path, &json!({ "phone": phone }), 204).await;
        }
        deadlines::look(&scene.town.app).await.unwrap();
        scene
    }

    async fn put(&self, path: &str, body: &Value, status: u16) {
        let answer = self.town.send_json(Method::PUT, path, &self.who, body).await;
        assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
    }

    async fn watch(&self, watched: Value, on: bool) {
        self.put("/api/watches", &json!({ "watched": watched, "on": on }), 200)
            .await;
    }

    /// Time passes, and everybody looks.
    async fn after(&self, minutes: i64) {
        self.town.clock.move_by(Millis::from_seconds(60 * minutes));
        deadlines::look(&self.town.app).await.unwrap();
        let senders = Senders {
            sms: Some(Arc::clone(&self.texts) as Arc<dyn Sender>),
            email: Some(Arc::clone(&self.mails) as Arc<dyn Sender>),
            ..Senders::default()
        };
        deliver_due(&self.town.app, &senders).await.unwrap();
    }

    /// To whom text messages went.
    fn texted(&self) -> Vec<String> {
        let mut to: Vec<String> = self.texts.given().into_iter().map(|message| message.to).collect();
        to.sort();
        to
    }

    fn mailed(&self) -> Vec<String> {
        self.mails
            .given()
            .into_iter()
            .map(|message| message.text)
            .collect()
    }

    async fn make_urgent(&self, order: OrderId) {
        let edit = Edit {
            priority: Some(Priority::Urgent),
            ..Edit::default()
        };
        self.town.decide(order, Decision::Edit(edit)).await;
    }

    async fn finish(&self, phone: &mut Phone, order: OrderId) -> kuitti_shared::id::OpId {
        phone.sync(&self.town).await;
        phone.tap(&self.town, order, Action::Start {});
        let finish = Action::Finish {
            outcome: Outcome::Done,
            extent: kuitti_shared::domain::Extent::Whole,
            follow_up: None,
        };
        let op = phone.tap(&self.town, order, finish);
        phone.sync(&self.town).await;
        op
    }
}

const AINO_PHONE: &str = "+358401111111";
const BERT_PHONE: &str = "+358402222222";

#[tokio::test]
async fn urgent_work_that_a_phone_has_not_fetched_is_told_once() {
    let scene = Scene::start().await;
    let mut phone = Phone::enrol(&scene.town, BERT).await;
    let order = scene.town.order(Some(Assignee::Crew(CREW))).await;
    scene.after(30).await;
    assert_eq!(
        scene.texted(),
        Vec::<String>::new(),
        "ordinary work stands on the list"
    );
    scene.make_urgent(order).await;
    scene.after(9).await;
    assert_eq!(scene.texted(), Vec::<String>::new());
    phone.sync(&scene.town).await;
    phone.sync(&scene.town).await;
    scene.after(1).await;
    assert_eq!(scene.texted(), [AINO_PHONE], "the other phone has it");
    let said = scene.texts.given().remove(0).text;
    assert!(
        said.contains("Urgent") && said.contains("Unioninkatu 32"),
        "{said}"
    );
    scene.after(600).await;
    assert_eq!(scene.texted(), [AINO_PHONE]);
}

#[tokio::test]
async fn urgent_work_that_somebody_took_up_or_lost_is_not_told() {
    let scene = Scene::start().await;
    let taken = scene.town.order(Some(Assignee::Crew(CREW))).await;
    let moved = scene.town.order(Some(Assignee::Worker(AINO))).await;
    scene.make_urgent(taken).await;
    scene.make_urgent(moved).await;
    let mut phone = Phone::enrol(&scene.town, BERT).await;
    phone.sync(&scene.town).await;
    phone.tap(&scene.town, taken, Action::Start {});
    phone.sync(&scene.town).await;
    scene.after(5).await;
    scene.town.assign(moved, Assignee::Worker(BERT)).await;
    scene.after(9).await;
    assert_eq!(scene.texted(), Vec::<String>::new());
    scene.after(1).await;
    assert_eq!(scene.texted(), [BERT_PHONE], "whoever has it now");
}

#[tokio::test]
async fn urgent_work_that_changes_is_told_as_it_is_now_and_once() {
    let scene = Scene::start().await;
    let order = scene.town.order(Some(Assignee::Worker(AINO))).await;
    scene.make_urgent(order).await;
    scene.after(5).await;
    let edit = Edit {
        title: Some("Live wire on the ground".to_owned()),
        ..Edit::default()
    };
    scene.town.decide(order, Decision::Edit(edit)).await;
    scene.after(7).await;
    assert_eq!(
        scene.texted(),
        Vec::<String>::new(),
        "the new words have their own time"
    );
    scene.after(3).await;
    let given = scene.texts.given();
    assert_eq!(given.len(), 1);
    assert!(given[0].text.contains("Live wire"), "{}", given[0].text);
}

#[tokio::test]
async fn whoever_watches_hears_of_an_end_that_stays() {
    let scene = Scene::start().await;
    scene
        .watch(json!({ "kind": "category", "id": category() }), true)
        .await;
    let order = scene.town.order(Some(Assignee::Worker(AINO))).await;
    scene.after(0).await;
    let made = scene.mailed();
    assert!(made.len() == 1 && made[0].contains("New order"), "{made:?}");
    assert!(made[0].contains(&format!("/console/orders/{order}")), "{made:?}");
    let mut phone = Phone::enrol(&scene.town, AINO).await;
    let op = scene.finish(&mut phone, order).await;
    scene.after(1).await;
    phone.tap(&scene.town, order, Action::Undo { op });
    phone.sync(&scene.town).await;
    scene.after(5).await;
    assert_eq!(scene.mailed().len(), 1, "what was taken back is not told");
    scene.finish(&mut phone, order).await;
    scene.after(2).await;
    let told = scene.mailed();
    assert!(told.len() == 2 && told[1].starts_with("Done"), "{told:?}");
    scene.after(60).await;
    assert_eq!(scene.mailed().len(), 2);
    scene
        .watch(json!({ "kind": "category", "id": category() }), false)
        .await;
    scene.town.decide(order, Decision::Reopen).await;
    scene.after(5).await;
    assert_eq!(scene.mailed().len(), 2, "nobody watches any more");
}

#[tokio::test]
async fn deadlines_are_told_in_office_hours_once_and_not_of_ended_work() {
    let scene = Scene::start().await;
    let late = scene.town.order(Some(Assignee::Worker(AINO))).await;
    let done = scene.town.order(Some(Assignee::Worker(AINO))).await;
    for order in [late, done] {
        scene.watch(json!({ "kind": "order", "id": order }), true).await;
    }
    scene.after(61).await;
    let warned = scene.mailed();
    assert_eq!(warned.len(), 2, "{warned:?}");
    assert!(warned[0].contains("Due soon"), "{warned:?}");
    assert_eq!(scene.texted().len(), 2, "whose work it is, is told too");
    scene.town.decide(done, Decision::Close).await;
    scene.after(60).await;
    let told = scene.mailed();
    assert!(told.len() == 3 && told[2].contains("Overdue"), "{told:?}");
    scene.after(60).await;
    assert_eq!(scene.mailed().len(), 3);
    // Friday, 17:00: the office opens on Monday, unless it is urgent.
    scene.after(240).await;
    let evening = scene.town.order(None).await;
    let urgent = scene.town.order(None).await;
    scene.make_urgent(urgent).await;
    for order in [evening, urgent] {
        scene.watch(json!({ "kind": "order", "id": order }), true).await;
    }
    scene.after(61).await;
    assert_eq!(scene.mailed().len(), 4, "only what is urgent");
    scene.after(60 * 62).await;
    let told = scene.mailed();
    assert_eq!(
        told.len(),
        6,
        "Monday: both are overdue, and nobody is told twice {told:?}"
    );
}

#[tokio::test]
async fn where_only_office_hours_count_work_is_due_by_them() {
    let scene = Scene::start().await;
    let town = &scene.town;
    // Friday, 15:30.
    town.clock.move_by(Millis::from_seconds(11 * 1_800));
    let due_after = async || {
        let order = town.order(None).await;
        let due_at = town.look(order).await.order.due_at.unwrap();
        due_at - town.app.clock.now()
    };
    let hour = Millis::from_seconds(3_600).0;
    assert_eq!(due_after().await, Millis(2 * hour));
    let path = format!("/api/categories/{}", category());
    let admin = town.log_in(Role::Administrator).await;
    let change = json!({ "in_office_hours": true });
    let answer = town.send_json(Method::PATCH, &path, &admin, &change).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(
        due_after().await,
        Millis(66 * hour),
        "half an hour today, the rest on Monday"
    );
}

#[tokio::test]
async fn however_many_are_late_at_once_each_is_told() {
    let scene = Scene::start().await;
    scene
        .watch(json!({ "kind": "category", "id": category() }), true)
        .await;
    for _ in 0..230 {
        scene.town.order(None).await;
    }
    scene.after(130).await;
    let told = scene.mailed();
    let late = told.iter().filter(|text| text.contains("Overdue"));
    assert_eq!(late.count(), 230);
}

#[tokio::test]
async fn nobody_is_told_what_they_did_and_only_what_is_there_is_watched() {
    let scene = Scene::start().await;
    let order = scene.town.order(None).await;
    scene.watch(json!({ "kind": "order", "id": order }), true).await;
    let path = format!("/api/orders/{order}/decisions");
    let decision = json!({ "decision": "cancel" });
    let answer = scene.town.post(&path, &scene.who, &decision).await;
    assert!(answer.status.is_success(), "{}", answer.text());
    scene.after(5).await;
    assert_eq!(scene.mailed(), Vec::<String>::new());
    let nowhere = json!({ "watched": { "kind": "zone", "id": "nowhere" }, "on": true });
    scene.put("/api/watches", &nowhere, 422).await;
    scene.put("/api/reach", &json!({ "phone": "none" }), 422).await;
    let own: Value = scene.town.get("/api/watches", &scene.who).await.json();
    assert_eq!(own[0]["watched"]["id"], json!(order));
    assert!(
        own[0]["title"].as_str().unwrap().contains("Street light"),
        "{own}"
    );
}

#[tokio::test]
async fn without_a_way_nobody_is_told_and_nothing_waits() {
    let scene = Scene::start().await;
    scene.put("/api/reach", &json!({}), 204).await;
    scene
        .watch(json!({ "kind": "category", "id": category() }), true)
        .await;
    scene.town.order(None).await;
    let mut tx = scene.town.app.storage.read().await.unwrap();
    for channel in NoticeChannel::ALL {
        assert_eq!(tx.next_staff_notice_at(channel).await.unwrap(), None);
    }
    assert_eq!(tx.watches().await.unwrap().len(), 1);
    let _: StaffId = tx.watches().await.unwrap()[0].0;
}

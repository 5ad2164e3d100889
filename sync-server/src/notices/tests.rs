//! The gate and the hook through the storage, the courier through its senders: exactly one message, and a true one.

mod answers;
mod calls;
mod http;
mod lanes;
mod sms;

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use kuitti_shared::apply::office::Decision;
use kuitti_shared::apply::{NoticeLeft, Received, apply, photo_arrived};
use kuitti_shared::clock::{Occurred, Quality};
use kuitti_shared::domain::{
    Assignee, Category, Crew, Extent, Language, NotDoneReason, NoticeProof, NoticeStage, NoticeState,
    OrderAggregate, Outcome, PhotoRole, Priority, Worker,
};
use kuitti_shared::id::{CrewId, DeviceId, OpId, OrderId, PhotoId, VisitId, WorkerId};
use kuitti_shared::operation::{Action, Base, Operation, PhotoTaken};
use kuitti_shared::rules::legal_moves::Hand;
use kuitti_shared::unit::Millis;
use uuid::Uuid;

use super::courier::deliver_due;
use super::sender::{Delivery, Repetition, Sender, Senders};
use super::text::Message;
use crate::act::Actor;
use crate::citizen::tests::{ReportForm, street_lamp, town_with};
use crate::config::Config;
use crate::orders::{self, NewOrder};
use crate::storage::{NoticeRecord, RequestRecord, WorkerRecord};
use crate::testing::postgres::Cluster;
use crate::testing::{Town, Who};

/// A provider that remembers what it was given, and answers as it was told to.
pub(crate) struct Provider {
    given: Mutex<Vec<Message>>,
    answers: Mutex<Vec<Delivery>>,
    repetition: Repetition,
}

impl Provider {
    pub(crate) fn new(repetition: Repetition, answers: Vec<Delivery>) -> Arc<Self> {
        Arc::new(Self {
            given: Mutex::default(),
            answers: Mutex::new(answers),
            repetition,
        })
    }

    pub(crate) fn given(&self) -> Vec<Message> {
        self.given.lock().unwrap().clone()
    }
}

#[async_trait]
impl Sender for Provider {
    fn repetition(&self) -> Repetition {
        self.repetition
    }

    async fn send(&self, message: &Message) -> Delivery {
        self.given.lock().unwrap().push(message.clone());
        let sent = Delivery::Sent {
            reference: "42".to_owned(),
        };
        self.answers.lock().unwrap().pop().unwrap_or(sent)
    }
}

/// A town with one reported lamp, its order, two workers and a provider of text messages.
pub(crate) struct Scene {
    pub(crate) town: Town,
    provider: Arc<Provider>,
    pub(crate) order: OrderId,
    pub(crate) code: String,
    operations: u128,
}

pub(crate) const FIRST: WorkerId = WorkerId(Uuid::from_u128(0xa1));
pub(crate) const SECOND: WorkerId = WorkerId(Uuid::from_u128(0xa2));
pub(crate) const CREW: CrewId = CrewId(Uuid::from_u128(0xc1));

impl Scene {
    pub(crate) async fn start() -> Self {
        Self::of(street_lamp(), Config::default()).await
    }

    pub(crate) async fn of(category: Category, config: Config) -> Self {
        Self::in_town(town_with(category, Town::with_config(config).await).await).await
    }

    /// Another town, with a secret of its own.
    pub(crate) async fn start_elsewhere() -> Self {
        let town = Town::start_later().await;
        Self::in_town(town_with(street_lamp(), town).await).await
    }

    async fn in_town(town: Town) -> Self {
        let form = ReportForm::complete()
            .with("phone", "040 123 4412")
            .with("notify", "sms");
        let code = form.accepted(&town).await;
        let provider = Provider::new(Repetition::Harmless, Vec::new());
        let mut scene = Self {
            town,
            provider,
            order: OrderId(Uuid::nil()),
            code,
            operations: 100,
        };
        scene.deliver().await;
        scene.order = scene.plan().await;
        scene
    }

    async fn plan(&self) -> OrderId {
        let request = self.request().await;
        let mut tx = self.town.write().await;
        let crew = Crew {
            id: CREW,
            name: "Lamps".to_owned(),
            skills: Default::default(),
        };
        tx.put_crew(&crew).await.unwrap();
        for id in [FIRST, SECOND] {
            let worker = Worker {
                id,
                name: "Zehra Yılmaz".to_owned(),
                language: Language::Fi,
                crew: Some(CREW),
            };
            tx.put_worker(&WorkerRecord { worker, active: true })
                .await
                .unwrap();
        }
        let new = NewOrder {
            requests: vec![request.id],
            place: request.place.clone(),
            assignee: Some(Assignee::Crew(CREW)),
            ..NewOrder::of(request.category.clone())
        };
        let order = orders::create(&mut *tx, new, &self.town.act()).await.unwrap();
        tx.commit().await.unwrap();
        order.order.id
    }

    /// A worker does something, as the sync does it.
    pub(crate) async fn does(&mut self, worker: WorkerId, action: Action) -> OpId {
        self.operations += 1;
        let op = OpId(Uuid::from_u128(self.operations));
        let device = DeviceId(Uuid::from_u128(worker.0.as_u128() + 0x1000));
        let act = self.town.app.act(Actor::Worker { worker, device });
        let mut tx = self.town.write().await;
        let before = orders::load(&mut *tx, self.order).await.unwrap();
        let left = told_of_end(&tx.notices_of(self.request().await.id).await.unwrap());
        let operation = Operation {
            op_id: op,
            base: Base::of(&before.order),
            position: None,
            action,
        };
        let received = Received {
            hand: Hand {
                worker,
                crew: Some(CREW),
            },
            device,
            occurred: Occurred {
                at: act.now,
                quality: Quality::A,
            },
            now: act.now,
            undo_window: act.config.undo_window(),
            notice_left: if left { NoticeLeft::Yes } else { NoticeLeft::No },
        };
        let applied = apply(&before, &operation, &received);
        orders::store(
            &mut *tx,
            Some(&before),
            &applied.aggregate,
            &applied.effects,
            &act,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        op
    }

    pub(crate) async fn finishes(&mut self, worker: WorkerId, outcome: Outcome) -> OpId {
        let action = Action::Finish {
            outcome,
            extent: Extent::Whole,
            follow_up: None,
        };
        self.does(worker, action).await
    }

    pub(crate) async fn decides(&self, decision: Decision) {
        let mut tx = self.town.write().await;
        orders::change(&mut *tx, self.order, &decision, &self.town.act())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    async fn deliver(&self) {
        deliver_due(&self.town.app, &self.senders()).await.unwrap();
    }

    fn senders(&self) -> Senders {
        Senders {
            sms: Some(Arc::clone(&self.provider) as Arc<dyn Sender>),
            ..Senders::default()
        }
    }

    pub(crate) async fn after(&self, seconds: i64) {
        self.town.clock.move_by(Millis::from_seconds(seconds));
        self.deliver().await;
    }

    pub(crate) async fn request(&self) -> RequestRecord {
        let mut tx = self.town.app.storage.read().await.unwrap();
        let number = kuitti_shared::id::PublicNumber("R-2026-000001".to_owned());
        tx.request_by_number(&number).await.unwrap().unwrap()
    }

    pub(crate) async fn order(&self) -> OrderAggregate {
        orders::load(&mut *self.town.app.storage.read().await.unwrap(), self.order)
            .await
            .unwrap()
    }

    pub(crate) async fn notices(&self, stage: NoticeStage) -> Vec<NoticeRecord> {
        let request = self.request().await.id;
        let mut notices = self
            .town
            .app
            .storage
            .read()
            .await
            .unwrap()
            .notices_of(request)
            .await
            .unwrap();
        notices.retain(|notice| notice.stage == stage);
        notices
    }

    /// Why the message about the end waits.
    async fn waits_for(&self, stage: NoticeStage) -> String {
        let notices = self.notices(stage).await;
        let [.., notice] = notices.as_slice() else {
            return "nothing there".to_owned();
        };
        let json = serde_json::to_value(&notice.state).unwrap();
        let reason = json.pointer("/reason/waits_for").or(json.pointer("/state"));
        reason.unwrap().as_str().unwrap().to_owned()
    }

    /// The texts that left after the first one.
    pub(crate) fn told(&self) -> Vec<String> {
        self.provider
            .given()
            .into_iter()
            .skip(1)
            .map(|message| message.text)
            .collect()
    }
}

fn told_of_end(notices: &[NoticeRecord]) -> bool {
    let ends = [NoticeStage::Done, NoticeStage::NotDone];
    notices
        .iter()
        .any(|notice| ends.contains(&notice.stage) && notice.state == NoticeState::Sent)
}

fn visit(order: &OrderAggregate, worker: WorkerId) -> VisitId {
    order
        .visits
        .iter()
        .rfind(|visit| visit.worker == worker)
        .unwrap()
        .id
}

#[tokio::test]
async fn the_first_message_leaves_at_once_and_carries_the_code_and_no_name() {
    let scene = Scene::start().await;
    let given = scene.provider.given();
    assert_eq!(given.len(), 1);
    assert_eq!(given[0].to, "+358401234412");
    let link = format!("http://localhost:8080/t/{}", scene.code);
    assert!(
        given[0].text.contains(&link) && given[0].text.contains("Fabianinkatu 24"),
        "{}",
        given[0].text
    );
}

#[tokio::test]
async fn a_finished_order_gives_exactly_one_message_after_the_undo_window() {
    let mut scene = Scene::start().await;
    scene.does(FIRST, Action::Start {}).await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.deliver().await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "undo_window");
    scene.after(119).await;
    assert_eq!(
        scene.told(),
        Vec::<String>::new(),
        "a worker may still take it back"
    );
    scene.after(1).await;
    let told = scene.told();
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("done on 20 November 2026 at 10:00") && told[0].contains(&scene.code),
        "{}",
        told[0]
    );
    assert!(!told[0].contains("Zehra"), "no name of anybody");
    scene
        .does(
            FIRST,
            Action::Note {
                text: "all fine".into(),
            },
        )
        .await;
    scene.decides(Decision::Close).await;
    for _ in 0..3 {
        scene.after(3_600).await;
    }
    assert_eq!(scene.told().len(), 1, "told once");
}

#[tokio::test]
async fn with_no_undo_window_the_message_leaves_without_waiting() {
    let config = Config {
        undo_window_seconds: 0,
        ..Config::default()
    };
    let mut scene = Scene::of(street_lamp(), config).await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.deliver().await;
    assert_eq!(scene.told().len(), 1);
}

#[tokio::test]
async fn a_finish_taken_back_in_time_is_never_told_and_the_next_one_is() {
    let mut scene = Scene::start().await;
    let finish = scene.finishes(FIRST, Outcome::Done).await;
    scene.after(60).await;
    scene.does(FIRST, Action::Undo { op: finish }).await;
    scene.after(600).await;
    assert_eq!(scene.told(), Vec::<String>::new());
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "cancelled");
    scene.finishes(FIRST, Outcome::Done).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "undo_window");
    scene.after(120).await;
    assert_eq!(scene.told().len(), 1);
    assert_eq!(
        scene.notices(NoticeStage::Done).await.len(),
        1,
        "the same row, come true again"
    );
}

#[tokio::test]
async fn a_completion_that_another_has_to_confirm_is_held() {
    let mut scene = Scene::start().await;
    scene.does(SECOND, Action::Start {}).await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(3_600).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "confirmation");
    assert_eq!(scene.told(), Vec::<String>::new());
    let visit = visit(&scene.order().await, FIRST);
    scene.does(SECOND, Action::Confirm { visit }).await;
    scene.deliver().await;
    assert_eq!(scene.told().len(), 1);
}

#[tokio::test]
async fn what_the_office_rejects_is_not_told() {
    let mut scene = Scene::start().await;
    scene.does(SECOND, Action::Start {}).await;
    scene.finishes(FIRST, Outcome::Done).await;
    let visit = visit(&scene.order().await, FIRST);
    scene.decides(Decision::Reject { visit }).await;
    scene.after(3_600).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "cancelled");
    assert_eq!(scene.told(), Vec::<String>::new());
}

#[tokio::test]
async fn an_undo_that_comes_too_late_is_corrected_once_when_the_office_agrees() {
    let mut scene = Scene::start().await;
    let finish = scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    assert_eq!(scene.told().len(), 1);
    scene.town.clock.move_by(Millis::from_seconds(1));
    scene.does(FIRST, Action::Undo { op: finish }).await;
    scene.deliver().await;
    assert_eq!(scene.told().len(), 1, "a person has to decide first");
    let order = scene.order().await;
    scene
        .decides(Decision::Reject {
            visit: visit(&order, FIRST),
        })
        .await;
    scene.after(60).await;
    let told = scene.told();
    assert_eq!(told.len(), 2, "one decision is enough: {told:?}");
    assert!(
        told[1].contains("correction") && told[1].contains("open again"),
        "{}",
        told[1]
    );
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(200).await;
    let told = scene.told();
    assert_eq!(told.len(), 3, "the second end is told too: {told:?}");
    assert_eq!(scene.notices(NoticeStage::Corrected).await.len(), 1);
}

#[tokio::test]
async fn a_reopening_corrects_what_was_told_once() {
    let mut scene = Scene::start().await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    scene.decides(Decision::Reopen).await;
    scene.deliver().await;
    scene
        .decides(Decision::Assign {
            assignee: Some(Assignee::Worker(SECOND)),
        })
        .await;
    scene.after(600).await;
    assert_eq!(scene.told().len(), 2);
    assert!(scene.told()[1].contains("correction"), "{:?}", scene.told());
}

#[tokio::test]
async fn what_was_not_done_is_told_with_its_reason() {
    let mut scene = Scene::start().await;
    scene
        .finishes(FIRST, Outcome::NotDone(NotDoneReason::NoAccess))
        .await;
    scene.after(121).await;
    assert!(
        scene.told()[0].contains("not done, the place could not be reached"),
        "{:?}",
        scene.told()
    );
}

#[tokio::test]
async fn a_category_that_wants_proof_waits_for_the_photo() {
    let category = Category {
        notice_proof: NoticeProof::PhotosArrived,
        ..street_lamp()
    };
    let mut scene = Scene::of(category, Config::default()).await;
    let sha256: kuitti_shared::id::Sha256Hex = [7_u8; 32].into();
    let photo = PhotoTaken {
        photo: PhotoId(Uuid::from_u128(5)),
        sha256: sha256.clone(),
        size: 1,
        width: 1,
        height: 1,
        role: PhotoRole::After,
        taken_at: None,
        taken_where: None,
    };
    scene.does(FIRST, Action::Photo(photo)).await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(3_600).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "proof");
    let before = scene.order().await;
    let after = photo_arrived(&before, &sha256).unwrap();
    let mut tx = scene.town.write().await;
    orders::store(&mut *tx, Some(&before), &after, &[], &scene.town.act())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    scene.deliver().await;
    assert_eq!(scene.told().len(), 1);
}

#[tokio::test]
async fn nobody_is_woken_at_night_unless_it_is_urgent() {
    let mut scene = Scene::start().await;
    scene.town.clock.move_by(Millis::from_seconds(12 * 3_600));
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "quiet_hours");
    scene.after(9 * 3_600).await;
    assert_eq!(scene.told().len(), 1, "at seven in the morning");
    let mut urgent = Scene::start().await;
    urgent.town.clock.move_by(Millis::from_seconds(12 * 3_600));
    let edit = kuitti_shared::apply::office::Edit {
        priority: Some(Priority::Urgent),
        ..Default::default()
    };
    urgent.decides(Decision::Edit(edit)).await;
    urgent.finishes(FIRST, Outcome::Done).await;
    urgent.after(121).await;
    assert_eq!(urgent.told().len(), 1);
}

#[tokio::test]
async fn the_office_holds_and_releases() {
    let mut scene = Scene::start().await;
    let dispatcher = scene.town.log_in(kuitti_shared::domain::Role::Dispatcher).await;
    scene.finishes(FIRST, Outcome::Done).await;
    let id = scene.notices(NoticeStage::Done).await[0].id;
    let decide = async |scene: &Scene, decision: &str| {
        let body = serde_json::json!({ "decision": decision });
        scene
            .town
            .post(&format!("/api/notices/{id}/decision"), &dispatcher, &body)
            .await
            .status
    };
    assert_eq!(decide(&scene, "hold").await, 204);
    scene.after(3_600).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "office");
    let list = scene.town.get("/api/notices", &dispatcher).await.json();
    assert_eq!(
        list.pointer("/notices/0/state/reason/waits_for").unwrap(),
        "office"
    );
    assert_eq!(
        (list["waiting"].as_u64(), list["sent"].as_u64()),
        (Some(1), Some(1))
    );
    assert_eq!(decide(&scene, "release").await, 204);
    scene.deliver().await;
    assert_eq!(scene.told().len(), 1);
    assert_eq!(decide(&scene, "hold").await, 409, "it has left");
    assert_eq!(scene.town.get("/api/notices", &Who::Nobody).await.status, 401);
}

#[tokio::test]
async fn a_provider_that_is_down_is_asked_again_later_with_the_same_key() {
    let mut scene = Scene::start().await;
    let down = || Delivery::Later {
        reason: "SMTP 450".to_owned(),
    };
    scene.provider = Provider::new(Repetition::Harmless, vec![down(), down()]);
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "retry");
    scene.after(14).await;
    assert_eq!(scene.provider.given().len(), 1, "not before the pause is over");
    scene.after(1).await;
    scene.after(30).await;
    let given = scene.provider.given();
    assert_eq!(given.len(), 3);
    assert!(
        given
            .iter()
            .all(|message| message.notice == given[0].notice && message.text == given[0].text)
    );
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "sent");
}

#[tokio::test]
async fn a_refusal_for_good_is_seen_by_the_office() {
    let mut scene = Scene::start().await;
    let refusal = Delivery::Refused {
        reason: "SMTP 550".to_owned(),
    };
    scene.provider = Provider::new(Repetition::Harmless, vec![refusal]);
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    scene.after(86_400).await;
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "failed");
    assert_eq!(scene.provider.given().len(), 1);
}

/// Leases a message and never says what came of it, as a crash would.
async fn crash_after_lease(scene: &mut Scene) {
    scene.finishes(FIRST, Outcome::Done).await;
    scene.town.clock.move_by(Millis::from_seconds(121));
    let mut notice = scene.notices(NoticeStage::Done).await.remove(0);
    notice.state = NoticeState::Leased;
    notice.leased_until = Some(scene.town.app.clock.now() + Millis::from_seconds(120));
    let mut tx = scene.town.write().await;
    tx.put_notice(&notice).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn after_a_crash_a_keyed_provider_is_asked_again_and_an_unkeyed_one_is_not() {
    let mut keyed = Scene::start().await;
    crash_after_lease(&mut keyed).await;
    keyed.after(60).await;
    assert_eq!(keyed.told().len(), 0, "the lease still stands");
    keyed.after(61).await;
    assert_eq!(keyed.told().len(), 1);
    let mut unkeyed = Scene::start().await;
    unkeyed.provider = Provider::new(Repetition::Doubles, Vec::new());
    crash_after_lease(&mut unkeyed).await;
    unkeyed.after(200).await;
    assert_eq!(unkeyed.provider.given().len(), 0);
    assert_eq!(unkeyed.waits_for(NoticeStage::Done).await, "uncertain");
}

#[tokio::test]
async fn after_a_crash_what_became_untrue_is_not_said_again() {
    let mut scene = Scene::start().await;
    crash_after_lease(&mut scene).await;
    scene.decides(Decision::Reopen).await;
    let before = scene.notices(NoticeStage::Done).await.remove(0);
    scene.after(200).await;
    let given = scene.provider.given();
    assert!(given.iter().all(|message| message.notice != before.id));
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "uncertain");
}

#[tokio::test]
async fn when_nobody_knows_whether_it_left_only_a_keyed_provider_gets_it_again() {
    for (repetition, times) in [(Repetition::Harmless, 2), (Repetition::Doubles, 1)] {
        let mut scene = Scene::start().await;
        let reason = "the answer never came".to_owned();
        scene.provider = Provider::new(repetition, vec![Delivery::Unknown { reason }]);
        scene.finishes(FIRST, Outcome::Done).await;
        scene.after(121).await;
        scene.after(60).await;
        assert_eq!(scene.provider.given().len(), times, "{repetition:?}");
        if repetition == Repetition::Doubles {
            assert_eq!(scene.waits_for(NoticeStage::Done).await, "uncertain");
        }
    }
}

#[tokio::test]
async fn two_channels_are_two_messages_and_each_is_told_once() {
    let mut scene = Scene::start().await;
    let form = ReportForm::complete()
        .with("phone", "040 1")
        .with("email", "liisa@example.fi");
    assert_eq!(
        form.send(&scene.town).await.status,
        422,
        "one mistake stops all of it"
    );
    let request = scene.request().await;
    let mut tx = scene.town.write().await;
    let mut contact = tx.contact(request.id).await.unwrap().unwrap();
    contact.email = Some("liisa@example.fi".to_owned());
    contact.notify = kuitti_shared::domain::NoticeChannel::ALL.into();
    tx.put_contact(request.id, &contact).await.unwrap();
    tx.commit().await.unwrap();
    scene.finishes(FIRST, Outcome::Done).await;
    let senders = Senders {
        email: scene.senders().sms,
        ..scene.senders()
    };
    scene.town.clock.move_by(Millis::from_seconds(121));
    deliver_due(&scene.town.app, &senders).await.unwrap();
    deliver_due(&scene.town.app, &senders).await.unwrap();
    let given = scene.provider.given();
    assert_eq!(given.len(), 3, "the first one, and two about the end");
    assert_eq!(given[1].subject.is_some(), given[2].subject.is_none());
}

/// The same person reports the same lamp again, and the dispatcher lets the same order serve both.
async fn reports_again(scene: &Scene) {
    let form = ReportForm::complete()
        .with("phone", "040 123 4412")
        .with("notify", "sms");
    form.accepted(&scene.town).await;
    scene.deliver().await;
    let mut tx = scene.town.write().await;
    let number = kuitti_shared::id::PublicNumber("R-2026-000002".to_owned());
    let second = tx.request_by_number(&number).await.unwrap().unwrap();
    tx.link_request(scene.order, second.id).await.unwrap();
    orders::refresh_request(&mut *tx, second.id, scene.town.act().now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The texts after the first messages of both reports.
fn told_after_both(scene: &Scene) -> Vec<String> {
    scene.told().into_iter().skip(1).collect()
}

#[tokio::test]
async fn one_person_with_two_reports_of_one_problem_is_told_and_corrected_once() {
    let mut scene = Scene::start().await;
    reports_again(&scene).await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    assert_eq!(told_after_both(&scene).len(), 1);
    scene.decides(Decision::Reopen).await;
    scene.after(600).await;
    let told = told_after_both(&scene);
    assert_eq!(told.len(), 2, "{told:?}");
    scene
        .decides(Decision::Assign {
            assignee: Some(Assignee::Worker(SECOND)),
        })
        .await;
    scene.finishes(SECOND, Outcome::Done).await;
    scene.after(600).await;
    assert_eq!(told_after_both(&scene).len(), 3, "{:?}", told_after_both(&scene));
}

#[tokio::test]
async fn nobody_is_corrected_who_was_never_told() {
    let mut scene = Scene::start().await;
    reports_again(&scene).await;
    let finish = scene.finishes(FIRST, Outcome::Done).await;
    scene.town.clock.move_by(Millis::from_seconds(30));
    scene.does(FIRST, Action::Undo { op: finish }).await;
    scene.after(600).await;
    assert_eq!(told_after_both(&scene), Vec::<String>::new());
}

#[tokio::test]
async fn what_a_citizen_wrote_is_neither_markup_nor_a_line_of_its_own_in_a_message() {
    let town = town_with(street_lamp(), Town::start().await).await;
    let evil = "<script>alert(1)</script>\r\nBcc: all@example.fi";
    let form = ReportForm::complete()
        .with("place", evil)
        .with("email", "liisa@example.fi");
    form.with("notify", "email").accepted(&town).await;
    let provider = Provider::new(Repetition::Harmless, Vec::new());
    let senders = Senders {
        email: Some(Arc::clone(&provider) as Arc<dyn Sender>),
        ..Senders::default()
    };
    deliver_due(&town.app, &senders).await.unwrap();
    let given = provider.given();
    let [mail] = given.as_slice() else {
        panic!("{given:?}")
    };
    let html = mail.html.as_ref().unwrap();
    assert!(
        !html.contains("<script>") && html.contains("&lt;script&gt;"),
        "{html}"
    );
    assert!(
        mail.text
            .contains("<script>alert(1)</script> Bcc: all@example.fi"),
        "plain text stays as it is: {}",
        mail.text
    );
    assert!(!mail.subject.as_ref().unwrap().contains(['\r', '\n']));
    let lines: Vec<&str> = mail.text.lines().collect();
    for line in ["Hello,", "What: Street lamp", "Number: R-2026-000001"] {
        assert!(lines.contains(&line), "{line} stands alone in {}", mail.text);
    }
    let follow = lines
        .iter()
        .filter(|line| line.starts_with("Tracking code: ") || line.starts_with("Follow the case: "));
    assert_eq!(follow.count(), 2, "{}", mail.text);
}

#[tokio::test]
async fn the_demo_inbox_shows_messages_as_text_and_only_when_it_is_wanted() {
    let config = Config {
        demo_inbox: true,
        ..Config::default()
    };
    let town = town_with(street_lamp(), Town::with_config(config).await).await;
    let form = ReportForm::complete()
        .with("place", "<b>Here</b>")
        .with("phone", "040 123 4412");
    let code = form.with("notify", "sms").accepted(&town).await;
    deliver_due(&town.app, &town.app.senders).await.unwrap();
    deliver_due(&town.app, &town.app.senders).await.unwrap();
    let page = town
        .get("/inbox", &Who::Nobody)
        .await
        .text()
        .replace("&#x2f;", "/");
    assert!(
        page.contains("+358401234412") && page.contains(&format!("href=\"/t/{code}\"")),
        "{page}"
    );
    assert!(
        !page.contains("<b>Here") && page.contains("src=\"/inbox/look.js\""),
        "{page}"
    );
    assert_eq!(page.matches("message-bubble").count(), 1, "the same message once");
    let plain = Town::start().await;
    assert_eq!(plain.get("/inbox", &Who::Nobody).await.status, 404);
}

#[tokio::test]
async fn without_a_sender_the_office_is_told_so() {
    let mut scene = Scene::start().await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.town.clock.move_by(Millis::from_seconds(121));
    deliver_due(&scene.town.app, &Senders::default()).await.unwrap();
    assert_eq!(scene.waits_for(NoticeStage::Done).await, "failed");
}

#[tokio::test]
async fn two_servers_on_one_database_send_a_message_once() {
    let Some(cluster) = Cluster::start() else { return };
    let here = town_with(street_lamp(), Town::at(cluster.address()).await).await;
    let there = here.second_server().await;
    let form = ReportForm::complete()
        .with("phone", "040 123 4412")
        .with("notify", "sms");
    for _ in 0..5 {
        form.accepted(&here).await;
    }
    let provider = Provider::new(Repetition::Doubles, Vec::new());
    let senders = || Senders {
        sms: Some(Arc::clone(&provider) as Arc<dyn Sender>),
        ..Senders::default()
    };
    let (ours, theirs) = (senders(), senders());
    let (one, two) =
        futures_util::future::join(deliver_due(&here.app, &ours), deliver_due(&there.app, &theirs)).await;
    // The second may have looked in vain; a failure would be one of locks.
    assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
    let mut told: Vec<_> = provider
        .given()
        .into_iter()
        .map(|message| message.notice)
        .collect();
    assert_eq!(told.len(), 5);
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 5);
}

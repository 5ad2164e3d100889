//! A provider that hangs delays nobody but itself.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use kuitti_shared::domain::{NoticeChannel, NoticeStage, NoticeState, Outcome};
use kuitti_shared::unit::Millis;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::{FIRST, Provider, Scene};
use crate::act::Actor;
use crate::citizen::tests::{ReportForm, street_lamp, town_with};
use crate::notices::courier::deliver_due;
use crate::notices::sender::{Delivery, Repetition, Sender, Senders};
use crate::notices::text::Message;
use crate::storage::NoticeRecord;
use crate::testing::Town;

/// Answers only as often as somebody lets it.
struct Hanging {
    provider: Arc<Provider>,
    may_answer: Semaphore,
    at_once: usize,
}

impl Hanging {
    fn new(at_once: usize) -> Arc<Self> {
        Arc::new(Self {
            provider: Provider::new(Repetition::Doubles, Vec::new()),
            may_answer: Semaphore::new(0),
            at_once,
        })
    }
}

#[async_trait]
impl Sender for Hanging {
    fn repetition(&self) -> Repetition {
        Repetition::Doubles
    }

    fn at_once(&self) -> usize {
        self.at_once
    }

    async fn send(&self, message: &Message) -> Delivery {
        let delivery = self.provider.send(message).await;
        self.may_answer.acquire().await.unwrap().forget();
        delivery
    }
}

/// Looks until it is so.
async fn until(mut is_so: impl AsyncFnMut() -> bool) {
    let looking = async {
        while !is_so().await {
            tokio::task::yield_now().await;
        }
    };
    timeout(Duration::from_secs(30), looking).await.unwrap();
}

async fn reports(town: &Town, count: usize) {
    for _ in 0..count {
        let form = ReportForm::complete()
            .with("phone", "040 123 4412")
            .with("email", "liisa@example.fi");
        let form = form.with("notify", "sms").with("notify", "email");
        form.accepted(town).await;
    }
}

async fn sent(town: &Town) -> Vec<NoticeRecord> {
    let mut tx = town.app.storage.read().await.unwrap();
    tx.notices_in(&["sent"], 100).await.unwrap()
}

fn senders(sms: &Arc<Hanging>, email: &Arc<Provider>) -> Senders {
    Senders {
        sms: Some(Arc::clone(sms) as Arc<dyn Sender>),
        email: Some(Arc::clone(email) as Arc<dyn Sender>),
        ..Senders::default()
    }
}

#[tokio::test]
async fn a_channel_that_hangs_delays_no_other() {
    let town = town_with(street_lamp(), Town::start().await).await;
    reports(&town, 3).await;
    let (sms, email) = (Hanging::new(2), Provider::new(Repetition::Harmless, Vec::new()));
    let senders = senders(&sms, &email);
    let mut delivering = std::pin::pin!(deliver_due(&town.app, &senders));
    // The mails may all be away before the first text message is claimed.
    let mails_are_written_down = until(async || {
        let sent = sent(&town).await;
        let are_mails = sent.iter().all(|notice| notice.channel == NoticeChannel::Email);
        sent.len() == 3 && are_mails && sms.provider.given().len() >= 2
    });
    tokio::select! {
        ended = &mut delivering => panic!("text messages have no answer yet: {ended:?}"),
        () = mails_are_written_down => {}
    }
    assert_eq!(sms.provider.given().len(), 2, "no more than it takes at once");
    sms.may_answer.add_permits(100);
    delivering.await.unwrap();
    assert_eq!(sent(&town).await.len(), 6);
}

#[tokio::test]
async fn an_answer_makes_room_for_the_next_message_while_others_hang() {
    let town = town_with(street_lamp(), Town::start().await).await;
    reports(&town, 5).await;
    let (sms, email) = (Hanging::new(2), Provider::new(Repetition::Harmless, Vec::new()));
    let senders = senders(&sms, &email);
    let mut delivering = std::pin::pin!(deliver_due(&town.app, &senders));
    sms.may_answer.add_permits(2);
    tokio::select! {
        ended = &mut delivering => panic!("three have no answer yet: {ended:?}"),
        () = until(async || sms.provider.given().len() == 4) => {}
    }
    let mut tx = town.app.storage.read().await.unwrap();
    let mut leased = tx.notices_in(&["leased"], 9).await.unwrap();
    leased.retain(|notice| notice.channel == NoticeChannel::Sms);
    assert_eq!(leased.len(), 2, "both are claimed that have left");
    drop(tx);
    sms.may_answer.add_permits(3);
    delivering.await.unwrap();
    let mut told: Vec<_> = sms
        .provider
        .given()
        .iter()
        .map(|message| message.notice)
        .collect();
    told.sort();
    told.dedup();
    assert_eq!(told.len(), 5);
}

#[tokio::test]
async fn an_answer_that_comes_after_its_lease_does_not_speak_for_the_next_attempt() {
    let mut scene = Scene::start().await;
    scene.finishes(FIRST, Outcome::Done).await;
    scene.town.clock.move_by(Millis::from_seconds(121));
    let hanging = Hanging::new(2);
    let senders = Senders {
        sms: Some(Arc::clone(&hanging) as Arc<dyn Sender>),
        ..Senders::default()
    };
    let mut delivering = std::pin::pin!(deliver_due(&scene.town.app, &senders));
    tokio::select! {
        ended = &mut delivering => panic!("there is no answer yet: {ended:?}"),
        () = until(async || hanging.provider.given().len() == 1) => {}
    }
    // Another process took it up when the lease ended.
    let act = scene.town.app.act(Actor::Server);
    let mut tx = scene.town.write().await;
    let mut notice = scene.notices(NoticeStage::Done).await.remove(0);
    notice.attempts += 1;
    notice.leased_until = Some(act.now + Millis::from_seconds(120));
    tx.put_notice(&notice).await.unwrap();
    tx.commit().await.unwrap();
    hanging.may_answer.add_permits(1);
    delivering.await.unwrap();
    assert_eq!(
        scene.notices(NoticeStage::Done).await.remove(0).state,
        NoticeState::Leased
    );
}

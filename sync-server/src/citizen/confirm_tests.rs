//! A number that was typed on the web is proved before anything else goes there.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use kuitti_shared::domain::{NoticeStage, NoticeState};
use kuitti_shared::unit::Millis;

use super::tests::{ReportForm, street_lamp, town_with};
use crate::notices::courier::deliver_due;
use crate::notices::sender::{Repetition, Sender, Senders};
use crate::notices::tests::Provider;
use crate::storage::NoticeRecord;
use crate::testing::{Answer, Town, Who};

struct Typist {
    town: Town,
    provider: Arc<Provider>,
    code: String,
}

impl Typist {
    async fn reports() -> Self {
        let town = town_with(street_lamp(), Town::with_usual_settings().await).await;
        let typist = Self {
            town,
            provider: Provider::new(Repetition::Harmless, Vec::new()),
            code: String::new(),
        };
        let code = typist.form().accepted(&typist.town).await;
        Self { code, ..typist }
    }

    fn form(&self) -> ReportForm {
        ReportForm::complete()
            .with("phone", "040 123 4412")
            .with("email", "liisa@example.fi")
            .with("notify", "sms")
    }

    async fn told(&self) -> Vec<String> {
        let senders = Senders {
            sms: Some(Arc::clone(&self.provider) as Arc<dyn Sender>),
            email: None,
            ..Senders::default()
        };
        deliver_due(&self.town.app, &senders).await.unwrap();
        self.provider
            .given()
            .into_iter()
            .map(|message| message.text)
            .collect()
    }

    async fn posts(&self, what: &str, body: &str) -> Answer {
        let address = format!("/t/{}/{what}", self.code);
        let request = Request::builder().method(Method::POST).uri(address);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.town
            .send(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }

    async fn types(&self, code: &str) -> StatusCode {
        self.posts("confirm", &format!("channel=sms&code={code}"))
            .await
            .status
    }

    async fn page(&self) -> String {
        self.town
            .get(&format!("/t/{}", self.code), &Who::Nobody)
            .await
            .text()
    }

    async fn notices(&self) -> Vec<NoticeRecord> {
        let mut tx = self.town.app.storage.read().await.unwrap();
        let code = self.code.parse().unwrap();
        let hash = crate::intake::code::hash(&code);
        let request = tx.request_by_tracking(&hash).await.unwrap().unwrap();
        tx.notices_of(request.id).await.unwrap()
    }
}

fn digits(text: &str) -> String {
    let mut words = text.split(|letter: char| !letter.is_ascii_digit());
    words.find(|word| word.len() == 6).unwrap().to_owned()
}

/// Another code of six digits.
fn other(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

#[tokio::test]
async fn nothing_but_a_code_goes_to_a_number_before_it_was_typed() {
    let typist = Typist::reports().await;
    let told = typist.told().await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        !told[0].contains("Fabianinkatu") && !told[0].contains(&typist.code),
        "{told:?}"
    );
    assert!(typist.page().await.contains("Is +358···412 yours?"));
    let code = digits(&told[0]);
    assert_eq!(
        typist.types(&other(&code)).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(typist.told().await.len(), 1);
    let (first, second) = code.split_at(3);
    assert_eq!(
        typist.types(&format!("{first}%20{second}")).await,
        StatusCode::SEE_OTHER
    );
    let told = typist.told().await;
    assert!(told[1].contains(&typist.code), "then the first message: {told:?}");
    assert!(!typist.page().await.contains("yours?"));
    assert_eq!(
        typist.types(&code).await,
        StatusCode::UNPROCESSABLE_ENTITY,
        "used up"
    );
}

#[tokio::test]
async fn a_code_is_worth_nothing_after_ten_minutes_or_five_wrong_ones() {
    let typist = Typist::reports().await;
    let code = digits(&typist.told().await[0]);
    for _ in 0..5 {
        typist.types(&other(&code)).await;
    }
    assert_eq!(typist.types(&code).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        typist.posts("confirm/again", "channel=sms").await.status,
        StatusCode::SEE_OTHER
    );
    let second = digits(&typist.told().await[1]);
    assert_ne!(second, code);
    typist.town.clock.move_by(Millis::from_seconds(601));
    assert_eq!(typist.types(&second).await, StatusCode::UNPROCESSABLE_ENTITY);
    typist.posts("confirm/again", "channel=sms").await;
    let third = digits(&typist.told().await[2]);
    assert_eq!(typist.types(&third).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_number_gets_three_codes_an_hour_whoever_asks() {
    let typist = Typist::reports().await;
    for _ in 0..2 {
        typist
            .form()
            .with("place", "Aleksanterinkatu 1")
            .accepted(&typist.town)
            .await;
    }
    assert_eq!(typist.told().await.len(), 3);
    let refused = typist.posts("confirm/again", "channel=sms").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Too many codes"));
    assert_eq!(typist.told().await.len(), 3);
    typist.town.clock.move_by(Millis::from_seconds(3_601));
    assert_eq!(
        typist.posts("confirm/again", "channel=sms").await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(typist.told().await.len(), 4);
}

#[tokio::test]
async fn a_code_that_could_not_leave_in_time_never_leaves() {
    let typist = Typist::reports().await;
    typist.town.clock.move_by(Millis::from_seconds(601));
    assert_eq!(typist.told().await, Vec::<String>::new());
    let notices = typist.notices().await;
    assert_eq!(notices[0].stage, NoticeStage::Confirm);
    assert!(
        matches!(notices[0].state, NoticeState::Cancelled { .. }),
        "{notices:?}"
    );
}

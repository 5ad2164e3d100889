//! What citizens say on the page of their case, through the whole router: once for each end, and what the office makes of it.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use kuitti_shared::api::Page;
use kuitti_shared::api::notices::{NoticeList, NoticeWords};
use kuitti_shared::api::requests::{RequestDetail, RequestRow};
use kuitti_shared::apply::office::Decision;
use kuitti_shared::domain::{Assignee, NoticeChannel, NoticeStage, NoticeState, Outcome, RequestStage, Role};
use kuitti_shared::operation::Action;
use serde_json::json;

use super::tests::{ReportForm, jpeg, street_lamp};
use crate::config::{CallsConfig, CitizensConfig, Config};
use crate::notices::tests::{CREW, FIRST, SECOND, Scene};
use crate::testing::{Answer, Town, Who};

/// Sends a form as browsers do where it has no files.
async fn post(town: &Town, address: &str, body: &str) -> Answer {
    let request = Request::builder().method(Method::POST).uri(address);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    town.send(request.body(Body::from(body.to_owned())).unwrap())
        .await
}

impl Scene {
    async fn page(&self) -> String {
        self.town
            .get(&format!("/t/{}", self.code), &Who::Nobody)
            .await
            .text()
    }

    async fn says(&self, what: &str, body: &str) -> StatusCode {
        post(&self.town, &format!("/t/{}/{what}", self.code), body)
            .await
            .status
    }

    async fn reopens(&self, reason: &str) -> StatusCode {
        let form = ReportForm::empty().with("description", reason).with_file(jpeg());
        let address = format!("/t/{}/reopen", self.code);
        form.send_to(&self.town, &address).await.status
    }

    /// Finished, and the citizen told.
    async fn ended(&mut self) {
        self.finishes(FIRST, Outcome::Done).await;
        self.after(121).await;
    }

    async fn decides_about_reopening(&self, office: &Who, decision: &str) -> StatusCode {
        let address = format!("/api/requests/{}/reopening", self.request().await.id);
        let answer = self
            .town
            .post(&address, office, &json!({ "decision": decision }))
            .await;
        answer.status
    }
}

#[tokio::test]
async fn an_end_is_rated_once_after_the_worker_can_no_longer_take_it_back() {
    let mut scene = Scene::start().await;
    assert!(!scene.page().await.contains("How well was it done?"));
    scene.finishes(FIRST, Outcome::Done).await;
    assert!(!scene.page().await.contains("How well was it done?"));
    assert_eq!(scene.says("rating", "rating=2").await, StatusCode::SEE_OTHER);
    assert_eq!(scene.request().await.feedback, [], "too early changes nothing");
    scene.after(121).await;
    assert!(scene.page().await.contains("How well was it done?"));
    assert_eq!(scene.says("rating", "rating=9").await, StatusCode::SEE_OTHER);
    scene.says("rating", "rating=4&words=Quick%20%3Cb%3Ework").await;
    scene.says("rating", "rating=1").await;
    let feedback = scene.request().await.feedback;
    let rated = feedback[0].rating.as_ref().unwrap();
    assert_eq!(
        (feedback.len(), rated.rating.number()),
        (1, 4),
        "the first word stands"
    );
    let page = scene.page().await;
    assert!(
        page.contains("you gave 4 of 5") && !page.contains("How well"),
        "{page}"
    );
    assert!(page.len() < 30_000, "{} bytes", page.len());
}

#[tokio::test]
async fn a_reopened_request_comes_first_at_the_office_and_its_citizen_is_answered_once() {
    let mut scene = Scene::start().await;
    scene.ended().await;
    let later = ReportForm::complete().with("place", "Aleksanterinkatu 1");
    later.accepted(&scene.town).await;
    assert_eq!(scene.reopens("  ").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(scene.reopens("It is still dark").await, StatusCode::SEE_OTHER);
    scene.after(1).await;
    assert_eq!(scene.told().len(), 2, "done, and that it is looked at again");
    assert!(scene.told()[1].contains("we have read that it is not done"));
    let request = scene.request().await;
    assert_eq!((request.stage, request.photos.len()), (RequestStage::Reopened, 1));
    let page = scene.page().await;
    assert!(
        page.contains("The office looks at it again") && !page.contains("It is not so?"),
        "{page}"
    );
    let office = scene.town.log_in(Role::Dispatcher).await;
    let list: Page<RequestRow> = scene.town.get("/api/requests", &office).await.read();
    let first: Vec<_> = list.rows.iter().map(|row| row.number.0.as_str()).collect();
    assert_eq!(first, ["R-2026-000001", "R-2026-000002"], "before a newer one");
    assert_eq!(list.total, 2);
    let address = format!("/api/requests/{}", request.id);
    let detail: RequestDetail = scene.town.get(&address, &office).await.read();
    assert_eq!(detail.came_back().unwrap().reason, "It is still dark");
    assert_eq!(scene.reopens("again").await, StatusCode::SEE_OTHER);
    assert_eq!(scene.request().await.occurrence, 1, "once for each end");
}

#[tokio::test]
async fn work_that_is_taken_up_again_ends_with_a_message_of_its_own_and_no_correction() {
    let mut scene = Scene::start().await;
    let office = scene.town.log_in(Role::Dispatcher).await;
    scene.ended().await;
    scene.reopens("It is still dark").await;
    scene.after(1).await;
    assert_eq!(
        scene.decides_about_reopening(&office, "take_up").await,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        scene.decides_about_reopening(&office, "take_up").await,
        StatusCode::CONFLICT,
        "somebody was faster"
    );
    scene.after(300).await;
    assert_eq!(scene.told().len(), 2, "{:?}", scene.told());
    assert_eq!(scene.request().await.stage, RequestStage::Planned);
    scene.finishes(SECOND, Outcome::Done).await;
    scene.after(121).await;
    assert_eq!(scene.told().len(), 3, "{:?}", scene.told());
    assert!(
        scene.page().await.contains("How well was it done?"),
        "a new end, a new question"
    );
    assert_eq!(scene.reopens("Dark again").await, StatusCode::SEE_OTHER);
    assert_eq!(scene.request().await.stage, RequestStage::Reopened);
}

#[tokio::test]
async fn what_the_office_upholds_is_told_again_and_the_doubt_is_over() {
    let mut scene = Scene::start().await;
    let office = scene.town.log_in(Role::Dispatcher).await;
    scene.ended().await;
    scene.reopens("It is still dark").await;
    scene.after(1).await;
    assert_eq!(
        scene.decides_about_reopening(&office, "uphold").await,
        StatusCode::NO_CONTENT
    );
    scene.after(300).await;
    assert_eq!(scene.request().await.stage, RequestStage::Done);
    let told = scene.told();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[2].contains("done on"), "{told:?}");
    assert_eq!(
        scene.decides_about_reopening(&office, "uphold").await,
        StatusCode::CONFLICT
    );
}

#[tokio::test]
async fn only_who_took_it_back_is_spared_a_correction() {
    let mut scene = Scene::start().await;
    let office = scene.town.log_in(Role::Dispatcher).await;
    let neighbour = ReportForm::complete()
        .with("phone", "040 765 4321")
        .with("notify", "sms");
    neighbour.accepted(&scene.town).await;
    let mut tx = scene.town.write().await;
    let number = kuitti_shared::id::PublicNumber("R-2026-000002".to_owned());
    let second = tx.request_by_number(&number).await.unwrap().unwrap();
    tx.link_request(scene.order, second.id).await.unwrap();
    tx.commit().await.unwrap();
    scene.ended().await;
    scene.reopens("It is still dark").await;
    scene.after(1).await;
    let before = scene.told().len();
    scene.decides_about_reopening(&office, "take_up").await;
    scene.after(300).await;
    let told = scene.told();
    assert_eq!(told.len(), before + 1, "{told:?}");
    assert!(told[before].contains("correction"), "{told:?}");
}

#[tokio::test]
async fn after_the_towns_time_an_end_stands() {
    let mut scene = Scene::start().await;
    scene.ended().await;
    scene.after(14 * 86_400).await;
    assert_eq!(scene.reopens("Dark again").await, StatusCode::SEE_OTHER);
    let request = scene.request().await;
    assert_eq!((request.stage, request.occurrence), (RequestStage::Done, 0));
    assert!(!scene.page().await.contains("It is not so?"));
}

#[tokio::test]
async fn stages_before_the_end_are_told_to_those_who_chose_them() {
    let mut scene = Scene::start().await;
    assert_eq!(scene.notices(NoticeStage::Scheduled).await, [], "off by default");
    let chosen = "channel=sms&stage=scheduled&stage=on_the_way&stage=corrected";
    scene.says("wishes", chosen).await;
    scene.after(121).await;
    assert!(scene.told()[0].contains("on its list"), "{:?}", scene.told());
    scene.does(FIRST, Action::EnRoute {}).await;
    scene.after(121).await;
    assert!(scene.told()[1].contains("on its way"), "{:?}", scene.told());
    scene.does(FIRST, Action::Start {}).await;
    scene.ended().await;
    assert_eq!(scene.told().len(), 3, "each once, and the end");
}

#[tokio::test]
async fn a_citizen_says_where_a_message_goes_that_failed() {
    let calls = CallsConfig {
        enabled: true,
        ..CallsConfig::default()
    };
    let config = Config {
        calls,
        ..Config::default()
    };
    let scene = Scene::of(street_lamp(), config).await;
    let chosen = async |ticked: &str| {
        scene.says("wishes", ticked).await;
        let request = scene.request().await.id;
        let mut tx = scene.town.app.storage.read().await.unwrap();
        tx.contact(request).await.unwrap().unwrap().fallback
    };
    assert!(scene.page().await.contains("If a message does not reach me"));
    assert_eq!(chosen("channel=sms").await, None, "as the town usually does");
    let calls = vec![NoticeChannel::Call];
    let first_call = "channel=sms&fallback=call&fallback=call";
    assert_eq!(chosen(first_call).await, Some(calls));
    assert!(scene.page().await.contains("value=\"call\" selected"));
    assert_eq!(chosen("channel=sms&fallback=&fallback=").await, Some(Vec::new()));
    assert_eq!(chosen("channel=sms&fallback=usual&fallback=call").await, None);
}

#[tokio::test]
async fn news_that_is_overtaken_never_leaves() {
    let mut scene = Scene::start().await;
    scene.says("wishes", "channel=sms&stage=on_the_way").await;
    scene.does(FIRST, Action::EnRoute {}).await;
    scene.after(60).await;
    scene.does(FIRST, Action::Start {}).await;
    scene.after(300).await;
    assert_eq!(scene.told(), Vec::<String>::new());
    let notices = scene.notices(NoticeStage::OnTheWay).await;
    let overtaken = NoticeState::Cancelled {
        reason: "overtaken".to_owned(),
    };
    assert_eq!(
        notices.iter().map(|notice| &notice.state).collect::<Vec<_>>(),
        [&overtaken]
    );
}

#[tokio::test]
async fn a_town_says_what_can_be_chosen() {
    let config = Config {
        citizens: CitizensConfig {
            choosable_stages: vec![NoticeStage::OnTheWay],
            ..CitizensConfig::default()
        },
        ..Config::default()
    };
    let scene = Scene::of(street_lamp(), config).await;
    scene.decides(Decision::Assign { assignee: None }).await;
    scene.says("wishes", "channel=sms&stage=scheduled").await;
    let page = scene.page().await;
    assert!(
        page.contains("a crew is on its way") && !page.contains("on its list<"),
        "{page}"
    );
    scene
        .decides(Decision::Assign {
            assignee: Some(Assignee::Crew(CREW)),
        })
        .await;
    assert_eq!(scene.notices(NoticeStage::Scheduled).await, []);
}

#[tokio::test]
async fn a_case_without_its_code_hears_nothing() {
    let scene = Scene::start().await;
    for what in ["rating", "wishes"] {
        let answer = post(&scene.town, &format!("/t/0000000000000/{what}"), "rating=5").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}");
    }
}

#[tokio::test]
async fn the_office_gives_a_message_that_waits_other_words() {
    let mut scene = Scene::start().await;
    let office = scene.town.log_in(Role::Dispatcher).await;
    scene.finishes(FIRST, Outcome::Done).await;
    let notice = scene.notices(NoticeStage::Done).await.remove(0);
    let address = format!("/api/notices/{}/words", notice.id);
    let before: NoticeWords = scene.town.get(&address, &office).await.read();
    assert!(before.words.contains("done on"), "{before:?}");
    let words = "The lamp was replaced, thank you.";
    let put = |words: &str| json!({ "words": words });
    let town = &scene.town;
    let answer = town.send_json(Method::PUT, &address, &office, &put(words)).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    let list: NoticeList = town.get("/api/notices", &office).await.read();
    assert_eq!(list.notices[0].words.as_deref(), Some(words));
    assert_eq!(list.notices[0].due_at, notice.due_at, "and when it goes");
    scene.after(121).await;
    assert_eq!(scene.told(), [words]);
    let late = scene
        .town
        .send_json(Method::PUT, &address, &office, &put("too late"))
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

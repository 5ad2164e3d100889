//! Texts that the town writes: checked, in force, remembered, and never in the way of a message.

use axum::http::Method;
use kuitti_shared::api::texts::{
    OwnTexts as OwnTextList, PutText, TextDraft, TextInForce, TextMistake, TextPreview,
};
use kuitti_shared::domain::{Language, NoticeStage, Outcome, Role, TextKey, TextKind, TextVariable};
use kuitti_shared::id::TextId;
use kuitti_text::{Text, without_isolates};
use uuid::Uuid;

use super::facts::Facts;
use super::{builtin, template};
use crate::citizen::tests::{street_lamp, town_with};
use crate::config::{Config, MessagePrice};
use crate::notices::tests::{FIRST, Scene};
use crate::storage::TextRecord;
use crate::testing::{MORNING, Town, Who};

const DONE: TextKey = TextKey {
    language: Language::En,
    stage: NoticeStage::Done,
    kind: TextKind::Sms,
    category: None,
};

fn key(language: Language, stage: NoticeStage, kind: TextKind) -> TextKey {
    TextKey {
        language,
        stage,
        kind,
        category: None,
    }
}

fn facts(language: Language) -> Facts {
    let category = ("street_lamp".into(), "Street lamp".to_owned());
    Facts::invented(language, MORNING, Some(category), &Config::default())
}

#[test]
fn what_is_built_in_can_be_started_from_and_says_the_same() {
    for language in Language::ALL {
        for stage in NoticeStage::ALL {
            for kind in TextKind::ALL {
                let key = key(language, stage, kind);
                let source = builtin::source(kind, stage, Text::new(language));
                assert_eq!(
                    template::mistake(&source, &key, &facts(language)),
                    None,
                    "{source}"
                );
                for now in ["done", "not_done", "open"] {
                    let facts = facts(language).with(TextVariable::Now, now);
                    let usual = without_isolates(&builtin::say(kind, stage, &facts));
                    let words = template::render(&source, &key, &facts).unwrap();
                    assert_eq!(without_isolates(&words), usual.trim(), "{key:?}");
                }
            }
        }
    }
}

#[test]
fn a_text_that_cannot_be_used_is_refused_with_its_reason() {
    let found =
        |source: &str| template::mistake(source, &DONE, &facts(Language::En)).map(|found| found.code());
    for (source, code) in [
        ("{{ town }}: done. {{ link }}", None),
        ("Done{% if photo %}: {{ photo }}{% endif %}", None),
        ("{{ town|upper }}", None),
        ("{{ worker }} was there", Some("text_unknown_variable")),
        ("{{ town }} {{ reason }}", Some("text_unknown_variable")),
        ("{{ range(9) }}", Some("text_unknown_variable")),
        ("{% for a in [1] %}{% endfor %}", Some("text_unknown_command")),
        ("{%- set town = 1 %}", Some("text_unknown_command")),
        ("{{ town", Some("text_unreadable")),
        ("{{ town.name }}", Some("text_unreadable")),
        ("{{ town|safe }}", Some("text_unreadable")),
        ("{% if photo %}{{ photo }}{% endif %}", Some("text_empty")),
        (&"x".repeat(1_001), Some("text_too_long")),
    ] {
        assert_eq!(found(source), code, "{source}");
    }
    let confirm = key(Language::En, NoticeStage::Confirm, TextKind::Sms);
    let found = |source: &str| template::mistake(source, &confirm, &facts(Language::En));
    assert!(matches!(
        found("Hello"),
        Some(TextMistake::MissingVariable { .. })
    ));
    assert!(matches!(
        found("{{ confirm }} {{ place }}"),
        Some(TextMistake::UnknownVariable { .. })
    ));
}

/// Somebody who may change texts.
async fn administrator(town: &Town) -> Who {
    town.log_in(Role::Administrator).await
}

async fn put(town: &Town, who: &Who, key: &TextKey, version: u32, source: &str) -> (u16, String) {
    let body = PutText {
        key: key.clone(),
        source: source.to_owned(),
        version,
    };
    town.send_json(Method::PUT, "/api/texts", who, &body)
        .await
        .problem()
}

async fn read(town: &Town, who: &Who) -> TextInForce {
    town.get("/api/texts/en/done/sms", who).await.read()
}

async fn preview(town: &Town, who: &Who, language: Language, source: &str) -> TextPreview {
    let draft = TextDraft {
        key: key(language, NoticeStage::Done, TextKind::Sms),
        source: source.to_owned(),
        request: None,
    };
    town.post("/api/texts/preview", who, &draft).await.read()
}

#[tokio::test]
async fn a_text_is_changed_by_those_who_may_and_remembers_who_did() {
    let town = town_with(street_lamp(), Town::start().await).await;
    let who = administrator(&town).await;
    let dispatcher = town.log_in(Role::Dispatcher).await;
    assert_eq!(put(&town, &dispatcher, &DONE, 0, "Done").await.0, 403);
    assert_eq!(put(&town, &who, &DONE, 0, "{{ town }}: fixed").await.0, 204);
    let (status, code) = put(&town, &who, &DONE, 0, "Another").await;
    assert_eq!((status, code.as_str()), (409, "text_has_moved_on"));
    let (status, code) = put(&town, &who, &DONE, 1, "{{ crew }}").await;
    assert_eq!((status, code.as_str()), (422, "text_unknown_variable"));
    assert_eq!(read(&town, &who).await.source, "{{ town }}: fixed");
    assert_eq!(put(&town, &who, &DONE, 1, "").await.0, 204);
    let text = read(&town, &who).await;
    assert_eq!((text.source.as_str(), text.version), (text.otherwise.as_str(), 2));
    let sources: Vec<&str> = text.versions.iter().map(|one| one.source.as_str()).collect();
    assert_eq!(sources, ["", "{{ town }}: fixed"]);
    assert!(text.versions.iter().all(|one| one.by == "administrator"));
    let list: OwnTextList = town.get("/api/texts", &who).await.read();
    assert_eq!(list.texts, [], "what is built in is no text of the town's");
}

#[tokio::test]
async fn an_unknown_name_is_refused_in_a_sentence_that_lists_the_known_ones() {
    let town = town_with(street_lamp(), Town::start().await).await;
    let who = administrator(&town).await;
    let body = PutText {
        key: DONE,
        source: "{{ worker }}".to_owned(),
        version: 0,
    };
    let answer = town.send_json(Method::PUT, "/api/texts", &who, &body).await;
    let detail = answer.json()["detail"].as_str().unwrap().to_owned();
    assert_eq!(
        detail,
        "There is no worker to name here. There is: town, category, place, number, code, link, when, photo."
    );
}

#[tokio::test]
async fn a_preview_says_what_it_is_written_in_and_what_it_costs() {
    let config = Config {
        message_price: MessagePrice {
            per_part: 0.05,
            currency: "EUR".to_owned(),
        },
        ..Config::default()
    };
    let town = town_with(street_lamp(), Town::with_config(config).await).await;
    let who = administrator(&town).await;
    for (language, source, encoding, parts, price) in [
        (Language::En, "a".repeat(160), "gsm7", 1, 0.05),
        (Language::En, "a".repeat(161), "gsm7", 2, 0.1),
        (Language::Tr, "ış".repeat(80), "turkish_locking", 2, 0.1),
        (
            Language::Tr,
            format!("{}ş", "a".repeat(154)),
            "turkish_locking",
            1,
            0.05,
        ),
        (Language::Fa, "م".repeat(70), "ucs2", 1, 0.05),
        (Language::Fa, "م".repeat(71), "ucs2", 2, 0.1),
    ] {
        let size = preview(&town, &who, language, &source).await.size.unwrap();
        assert_eq!(
            (size.encoding.as_str(), size.parts),
            (encoding, parts),
            "{source}"
        );
        let asked = size.price.unwrap();
        assert!((asked.amount - price).abs() < 1e-9, "{asked:?}");
    }
    let wrong = preview(&town, &who, Language::En, "{{ nobody }}").await;
    assert!(wrong.mistake.is_some() && wrong.size.is_none() && wrong.says.is_empty());
}

#[tokio::test]
async fn a_preview_of_a_real_request_keeps_its_code_secret() {
    let scene = Scene::start().await;
    let who = administrator(&scene.town).await;
    let draft = TextDraft {
        key: key(Language::En, NoticeStage::Received, TextKind::Sms),
        source: "{{ place }} {{ link }} {{ code }}".to_owned(),
        request: Some(scene.request().await.number),
    };
    let shown: TextPreview = scene.town.post("/api/texts/preview", &who, &draft).await.read();
    assert!(shown.says.starts_with("Fabianinkatu 24 http://localhost:8080/t/"));
    assert!(!shown.says.contains(&scene.code), "{}", shown.says);
}

#[tokio::test]
async fn the_text_of_a_category_goes_before_the_one_of_all_and_the_message_remembers_it() {
    let mut scene = Scene::start().await;
    let who = administrator(&scene.town).await;
    let special = TextKey {
        category: Some("street_lamp".into()),
        ..DONE
    };
    assert_eq!(put(&scene.town, &who, &DONE, 0, "For all").await.0, 204);
    assert_eq!(
        put(&scene.town, &who, &special, 0, "Lamp at {{ place }} is lit")
            .await
            .0,
        204
    );
    let elsewhere = TextKey {
        category: Some("no_such".into()),
        ..DONE
    };
    assert_eq!(put(&scene.town, &who, &elsewhere, 0, "x").await.0, 404);
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    assert_eq!(scene.told(), ["Lamp at Fabianinkatu 24 is lit"]);
    let text: TextInForce = scene
        .town
        .get("/api/texts/en/done/sms?category=street_lamp", &who)
        .await
        .read();
    assert_eq!(text.otherwise, "For all");
    let notices = scene.notices(NoticeStage::Done).await;
    assert_eq!(notices[0].texts, [text.versions[0].id]);
}

#[tokio::test]
async fn a_text_that_cannot_be_used_stops_no_message_and_the_office_is_told() {
    let mut scene = Scene::start().await;
    let broken = TextRecord {
        id: TextId(Uuid::from_u128(7)),
        key: DONE,
        version: 1,
        source: "{{ town.name }} {{ gone }}".to_owned(),
        at: MORNING,
        by: None,
    };
    let mut tx = scene.town.write().await;
    assert!(tx.add_text(&broken).await.unwrap());
    assert!(!tx.add_text(&broken).await.unwrap(), "a version is there once");
    tx.commit().await.unwrap();
    scene.finishes(FIRST, Outcome::Done).await;
    scene.after(121).await;
    let told = scene.told();
    assert!(
        told[0].contains("Street lamp, Fabianinkatu 24: done on"),
        "{told:?}"
    );
    assert_eq!(scene.notices(NoticeStage::Done).await[0].texts, []);
    let mut tx = scene.town.app.storage.read().await.unwrap();
    let tasks = tx.open_tasks(9).await.unwrap();
    assert!(
        tasks.iter().any(|task| task.code == "notice_text_broken"),
        "{tasks:?}"
    );
    drop(tx);
    let who = administrator(&scene.town).await;
    let list: OwnTextList = scene.town.get("/api/texts", &who).await.read();
    assert!(list.texts[0].broken);
}

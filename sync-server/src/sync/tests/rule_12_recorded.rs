//! Rule 12: what phones of each released version said, said again to this server, for ever. What is recorded is never changed;
//! what a later release says for the first time gets a folder of its own beside the others, `recorded/version_N`.
//!
//! A file is one request and what its answer has to mean: status, headers, and those parts of the body that stand in `answer`.
//! More may stand in a body, because a later server may say more. Ids that the server gives are written as `{name}`, and
//! filled in from what it answered before (`remember`) and from what the office had made.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{Request, header};
use flate2::Compression;
use flate2::write::GzEncoder;
use kuitti_shared::domain::{Assignee, Category};
use kuitti_shared::id::{OrderId, WorkerId};
use kuitti_shared::operation::CATALOGUE;
use kuitti_shared::unit::Millis;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::office;
use crate::orders::NewOrder;
use crate::testing::people::{AINO, BERT, CREW};
use crate::testing::{Answer, Town};

/// One request and what its answer means.
#[derive(Deserialize)]
struct Step {
    /// Milliseconds since the request before.
    #[serde(default)]
    after: i64,
    /// Whose token it carries.
    who: Option<String>,
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    /// Its JSON.
    #[serde(default)]
    body: Option<Value>,
    #[serde(default)]
    gzip: bool,
    /// From where to where in the photo its bytes are.
    #[serde(default)]
    bytes: Option<(usize, usize)>,
    /// Names of what later requests refer to, and where it stands in the answer: a place in its JSON, or a header.
    #[serde(default)]
    remember: BTreeMap<String, String>,
    answer: Meaning,
}

#[derive(Deserialize)]
struct Meaning {
    status: u16,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: Value,
    /// What the answer says of orders, by id, in whatever order it lists them.
    #[serde(default)]
    orders: BTreeMap<String, Value>,
}

/// The names in braces.
type Names = BTreeMap<String, String>;

#[tokio::test]
async fn rule_12_what_released_versions_said_is_understood_for_ever() {
    for version in sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sync/tests/recorded")) {
        let town = Town::with_people().await;
        let mut names = prepare(&town).await;
        let photo = std::fs::read(version.join("photo.jpg")).unwrap();
        let steps = sorted(&version);
        for step in steps
            .iter()
            .filter(|file| file.extension().is_some_and(|kind| kind == "json"))
        {
            let recorded = std::fs::read_to_string(step).unwrap();
            let said: Step = serde_json::from_str(&filled(&recorded, &names)).unwrap();
            town.clock.move_by(Millis(said.after));
            let answer = town.send(request(&said, &names, &photo)).await;
            check(step, &said.answer, &answer);
            for (name, place) in said.remember {
                names.insert(name, found(&answer, &place));
            }
        }
    }
}

#[test]
fn rule_12_every_kind_of_the_catalogue_is_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sync/tests/recorded");
    let mut kinds = BTreeSet::new();
    for step in sorted(&folder).iter().flat_map(|version| sorted(version)) {
        let Ok(Step { body: Some(body), .. }) = serde_json::from_slice(&std::fs::read(step).unwrap()) else {
            continue;
        };
        let operations = body["ops"].as_array().cloned().unwrap_or_default();
        kinds.extend(
            operations
                .iter()
                .map(|operation| operation["kind"].as_str().unwrap().to_owned()),
        );
    }
    for entry in CATALOGUE {
        assert!(kinds.contains(entry.wire), "{} is not recorded", entry.wire);
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// What the office had made when the phones began to speak.
async fn prepare(town: &Town) -> Names {
    let category = json!({
        "code": "lamp", "name": { "en": "Street lamp" }, "skill": "electric",
        "checklist": [
            { "item": "lit", "label": { "en": "The lamp is lit" }, "kind": { "type": "tick" }, "required": true },
            { "item": "volts", "label": { "en": "Voltage" }, "kind": { "type": "number", "unit": "V" }, "required": false },
        ],
        "evidence": ["photo_after"], "targets": { "warning": 60, "breach": 120 },
    });
    let category: Category = serde_json::from_value(category).unwrap();
    let mut tx = town.write().await;
    tx.put_category(&category).await.unwrap();
    tx.commit().await.unwrap();
    let mut names = Names::from([("worker.aino".to_owned(), AINO.to_string())]);
    for name in ["lamp", "far", "sick", "gone"] {
        names.insert(
            format!("order.{name}"),
            order(town, Assignee::Worker(AINO)).await.to_string(),
        );
    }
    names.insert(
        "order.shared".to_owned(),
        order(town, Assignee::Crew(CREW)).await.to_string(),
    );
    for (name, worker) in [("aino", AINO), ("bert", BERT)] {
        names.insert(format!("code.{name}"), code(town, worker).await);
    }
    names
}

async fn order(town: &Town, assignee: Assignee) -> OrderId {
    town.make(NewOrder {
        assignee: Some(assignee),
        ..NewOrder::of("lamp".into())
    })
    .await
}

async fn code(town: &Town, worker: WorkerId) -> String {
    let mut tx = town.write().await;
    let issued = office::issue_enrolment(&mut *tx, worker, &town.act())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    issued.code
}

fn filled(recorded: &str, names: &Names) -> String {
    names.iter().fold(recorded.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

fn request(said: &Step, names: &Names, photo: &[u8]) -> Request<Body> {
    let mut request = Request::builder().method(said.method.as_str()).uri(&said.path);
    for (name, value) in &said.headers {
        request = request.header(name, value);
    }
    if let Some(who) = &said.who {
        request = request.header(
            header::AUTHORIZATION,
            format!("Bearer {}", names[&format!("{who}.token")]),
        );
    }
    let body = match (&said.body, said.bytes) {
        (Some(json), _) => json.to_string().into_bytes(),
        (None, Some((from, until))) => photo[from..until].to_vec(),
        (None, None) => Vec::new(),
    };
    if !said.gzip {
        return request.body(Body::from(body)).unwrap();
    }
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(&body).unwrap();
    request
        .header(header::CONTENT_ENCODING, "gzip")
        .body(Body::from(gzip.finish().unwrap()))
        .unwrap()
}

fn check(step: &Path, meant: &Meaning, answer: &Answer) {
    let step = step.file_stem().unwrap().to_string_lossy();
    assert_eq!(answer.status.as_u16(), meant.status, "{step}: {}", answer.text());
    for (name, value) in &meant.headers {
        let said = answer.headers.get(name).map(|value| value.to_str().unwrap());
        assert_eq!(said, Some(value.as_str()), "{step}: {name}");
    }
    let body = answer.json();
    assert_contains(&step, &meant.body, &body);
    let scopes = body["scopes"].as_object().into_iter().flatten();
    let orders: Vec<&Value> = scopes
        .filter_map(|(_, page)| page["changes"].as_array())
        .flatten()
        .collect();
    for (id, meant) in &meant.orders {
        let said = orders.iter().find(|order| order["order"]["id"] == id.as_str());
        let said = said.unwrap_or_else(|| panic!("{step}: no order {id}"));
        assert_contains(&format!("{step}/{id}"), meant, said);
    }
}

/// Everything that `meant` says, `said` says too. Lists have the same length: a receipt too many is a promise too many.
fn assert_contains(place: &str, meant: &Value, said: &Value) {
    match (meant, said) {
        (Value::Null, _) => {}
        (Value::Object(meant), Value::Object(said)) => {
            for (name, meant) in meant {
                let said = said.get(name).unwrap_or(&Value::Null);
                assert_contains(&format!("{place}/{name}"), meant, said);
            }
        }
        (Value::Array(meant), Value::Array(said)) => {
            assert_eq!(meant.len(), said.len(), "{place}: {said:?}");
            for (index, (meant, said)) in meant.iter().zip(said).enumerate() {
                assert_contains(&format!("{place}/{index}"), meant, said);
            }
        }
        _ => assert_eq!(meant, said, "{place}"),
    }
}

fn found(answer: &Answer, place: &str) -> String {
    if !place.starts_with('/') {
        return answer.headers[place].to_str().unwrap().to_owned();
    }
    let json = answer.json();
    let value = json
        .pointer(place)
        .unwrap_or_else(|| panic!("nothing at {place}: {json}"));
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

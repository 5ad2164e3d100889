//! Whole requests to a real server from a device that it knows: packed or not, broken or not. It never fails, never answers
//! more than it may, and takes a right request after whatever came before.
#![no_main]

use std::io::Write as _;
use std::sync::{Arc, Mutex, OnceLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use flate2::Compression;
use flate2::write::GzEncoder;
use kuitti_server::act::Actor;
use kuitti_server::app::{App, Opening, router};
use kuitti_server::config::Config;
use kuitti_server::office::issue_enrolment;
use kuitti_server::orders::{NewOrder, create};
use kuitti_server::storage::WorkerRecord;
use kuitti_shared::domain::{Assignee, Language, Worker};
use kuitti_shared::id::WorkerId;
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;
use uuid::Uuid;

const AINO: WorkerId = WorkerId(Uuid::from_u128(0xa1));
/// No answer is longer: a page has its limit, and the town here is small.
const LONGEST_ANSWER: usize = 8 << 20;

/// The server, and the device as it knows itself.
struct Town {
    runtime: Runtime,
    router: Router,
    token: String,
    device: Value,
    numbering: Mutex<Numbering>,
    order: String,
    _data: TempDir,
}

fn town() -> &'static Town {
    static TOWN: OnceLock<Town> = OnceLock::new();
    TOWN.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let data = tempfile::tempdir().unwrap();
        let (router, code, order) = runtime.block_on(found(&data));
        let body = json!({ "code": code, "device_name": "Phone", "app": "fuzz" });
        let (status, enrolled) = runtime.block_on(post(
            &router,
            "/sync/v1/enrol",
            None,
            body.to_string().into_bytes(),
            Form::Json,
        ));
        assert_eq!(status, StatusCode::OK, "{enrolled}");
        Town {
            token: enrolled["token"].as_str().unwrap().to_owned(),
            device: enrolled["device"].clone(),
            numbering: Mutex::new(Numbering {
                incarnation: enrolled["incarnation"].clone(),
                acked: 0,
                requests: 0,
            }),
            runtime,
            router,
            order,
            _data: data,
        }
    })
}

async fn found(data: &TempDir) -> (Router, String, String) {
    let app = App::open(Opening::on_this_machine(data.path(), Config::default()))
        .await
        .unwrap();
    let act = app.act(Actor::Server);
    let mut tx = app.storage.write().await.unwrap();
    let worker = Worker {
        id: AINO,
        name: "Aino".to_owned(),
        language: Language::Fi,
        crew: None,
    };
    tx.put_worker(&WorkerRecord { worker, active: true })
        .await
        .unwrap();
    let category = json!({
        "code": "lamp", "name": { "en": "Street lamp" }, "skill": "electric",
        "checklist": [
            { "item": "lit", "label": { "en": "The lamp is lit" }, "kind": { "type": "tick" }, "required": true },
            { "item": "volts", "label": { "en": "Voltage" }, "kind": { "type": "number", "unit": "V" }, "required": false },
        ],
        "evidence": ["photo_after"], "targets": { "warning": 60, "breach": 120 },
    });
    tx.put_category(&serde_json::from_value(category).unwrap())
        .await
        .unwrap();
    let order = NewOrder {
        assignee: Some(Assignee::Worker(AINO)),
        ..NewOrder::of("lamp".into())
    };
    let made = create(&mut *tx, order, &act).await.unwrap();
    let code = issue_enrolment(&mut *tx, AINO, &act).await.unwrap().code;
    tx.commit().await.unwrap();
    (router(Arc::clone(&app)), code, made.order.id.to_string())
}

async fn post(
    router: &Router,
    path: &str,
    token: Option<&str>,
    body: Vec<u8>,
    form: Form,
) -> (StatusCode, Value) {
    let kind = match form {
        Form::Words => kuitti_packed::MEDIA_TYPE,
        Form::Json | Form::Gzip => "application/json",
    };
    let mut request = Request::post(path).header(header::CONTENT_TYPE, kind);
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    if form == Form::Gzip {
        request = request.header(header::CONTENT_ENCODING, "gzip");
    }
    let answer = router
        .clone()
        .oneshot(request.body(Body::from(body)).unwrap())
        .await
        .unwrap();
    let status = answer.status();
    let body = to_bytes(answer.into_body(), LONGEST_ANSWER)
        .await
        .expect("an answer without an end");
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

/// How a body travels.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Gzip,
    /// Packed with words that both sides know.
    Words,
}

impl Form {
    fn of(self, text: Vec<u8>) -> Vec<u8> {
        match self {
            Self::Json => text,
            Self::Gzip => {
                let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
                gzip.write_all(&text).unwrap();
                gzip.finish().unwrap()
            }
            Self::Words => kuitti_packed::pack(&text).unwrap(),
        }
    }
}

/// Where the device is in its numbering.
struct Numbering {
    incarnation: Value,
    acked: u64,
    /// So that what is said again is something new.
    requests: u32,
}

/// Says it in the name of the device, about its order, numbered as the device would: what comes behind these checks is to be
/// reached.
fn signed(town: &Town, numbering: &Numbering, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut body: Value = serde_json::from_slice(bytes).ok()?;
    let request = body.as_object_mut()?;
    request.insert("device".to_owned(), town.device.clone());
    request.insert("incarnation".to_owned(), numbering.incarnation.clone());
    let operations = request.get_mut("ops").and_then(Value::as_array_mut);
    for (operation, seq) in operations.into_iter().flatten().zip(numbering.acked + 1..) {
        if let Some(operation) = operation.as_object_mut() {
            operation.insert("seq".to_owned(), json!(seq));
        }
    }
    let text = body.to_string().replace("{order}", &town.order);
    // The ids of the seeds begin so.
    let fresh = text.replace("018f6f5e", &format!("{:08x}", numbering.requests));
    Some(fresh.into_bytes())
}

impl Numbering {
    fn hear(&mut self, answer: &Value) {
        self.requests += 1;
        if let Some(acked) = answer["acked_seq"].as_u64() {
            self.acked = acked;
        }
        if answer["new_incarnation"].is_string() {
            self.incarnation = answer["new_incarnation"].clone();
        }
    }
}

// The first byte says how the rest is sent.
fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some((how, rest)) = bytes.split_first() else {
        return Corpus::Reject;
    };
    let town = town();
    let mut numbering = town.numbering.lock().unwrap();
    let signed = || signed(town, &numbering, rest).unwrap_or_default();
    let (body, form) = match how % 6 {
        // What claims to be so.
        0 => (rest.to_vec(), Form::Json),
        1 => (rest.to_vec(), Form::Gzip),
        4 => (rest.to_vec(), Form::Words),
        2 => (Form::Json.of(signed()), Form::Json),
        3 => (Form::Gzip.of(signed()), Form::Gzip),
        _ => (Form::Words.of(signed()), Form::Words),
    };
    let (status, answer) =
        town.runtime
            .block_on(post(&town.router, "/sync/v1", Some(&town.token), body, form));
    assert!(!status.is_server_error(), "{status}: {answer}");
    numbering.hear(&answer);
    let right = json!({
        "device": town.device, "incarnation": numbering.incarnation, "app": "fuzz", "schema": 1,
        "clock": { "wall": 0, "boot": 0, "epoch": 1 },
    });
    let right = right.to_string().into_bytes();
    let (status, answer) =
        town.runtime
            .block_on(post(&town.router, "/sync/v1", Some(&town.token), right, Form::Json));
    assert_eq!(status, StatusCode::OK, "{answer}");
    Corpus::Keep
});

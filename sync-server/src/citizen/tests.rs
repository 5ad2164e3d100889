//! The citizens' pages through the whole router: what is typed comes back, what is wrong is said beside its field, and
//! nothing that anybody wrote is ever markup.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use jpeg_encoder::{ColorType, Encoder};
use kuitti_shared::domain::{Category, Language, Localised, NoticeChannel, NoticeProof, Targets};
use kuitti_shared::unit::Minutes;

use crate::testing::{Answer, Town, Who};

const BOUNDARY: &str = "kuitti-test-boundary";

/// A category that citizens can choose.
pub(crate) fn street_lamp() -> Category {
    Category {
        code: "street_lamp".into(),
        name: Localised::from([(Language::En, "Street lamp"), (Language::Fi, "Katuvalo")]),
        skill: None,
        checklist: Vec::new(),
        evidence: Vec::new(),
        targets: Targets {
            warning: Minutes(60),
            breach: Minutes(120),
            in_office_hours: false,
        },
        assigns_itself: false,
        workers_take: false,
        publishes_after_photo: true,
        notice_proof: NoticeProof::StatusEnough,
        closes_after_days: None,
        public: true,
    }
}

/// A town with its first category.
pub(crate) async fn town_with(category: Category, town: Town) -> Town {
    let mut tx = town.write().await;
    tx.put_category(&category).await.unwrap();
    tx.commit().await.unwrap();
    town
}

async fn lamp_town() -> Town {
    town_with(street_lamp(), Town::start().await).await
}

/// A form as a browser sends it.
#[derive(Clone)]
pub(crate) struct ReportForm {
    fields: Vec<(&'static str, String)>,
    files: Vec<Vec<u8>>,
}

impl ReportForm {
    /// A complete report.
    pub(crate) fn complete() -> Self {
        let fields = [
            ("category", "street_lamp"),
            ("description", "The lamp is dark"),
            ("place", "Fabianinkatu 24"),
            ("language", "en"),
        ];
        Self {
            fields: fields.map(|(name, value)| (name, value.to_owned())).into(),
            files: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.fields
            .retain(|(known, _)| *known != name || name == "notify");
        self.fields.push((name, value.to_owned()));
        self
    }

    pub(crate) fn with_file(mut self, bytes: Vec<u8>) -> Self {
        self.files.push(bytes);
        self
    }

    /// A form without anything in it.
    pub(crate) const fn empty() -> Self {
        Self {
            fields: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Sends it.
    pub(crate) async fn send(&self, town: &Town) -> Answer {
        self.send_to(town, "/report").await
    }

    /// Sends it to another address.
    pub(crate) async fn send_to(&self, town: &Town, address: &str) -> Answer {
        let mut body = Vec::new();
        for (name, value) in &self.fields {
            let head =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for file in &self.files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"../../x.jpg\"\r\n\
                 Content-Type: image/jpeg\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(file);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let request = Request::builder().method(Method::POST).uri(address).header(
            header::CONTENT_TYPE,
            format!("multipart/form-data; boundary={BOUNDARY}"),
        );
        town.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends it and returns the tracking code from the receipt's cookie.
    pub(crate) async fn accepted(&self, town: &Town) -> String {
        let asked = self.fields.iter().any(|(name, _)| *name == "same");
        let form = if asked {
            self.clone()
        } else {
            self.clone().with("same", "new")
        };
        let answer = form.send(town).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        receipt_cookie(&answer)
            .trim_start_matches("kuitti_receipt=")
            .to_owned()
    }
}

fn receipt_cookie(answer: &Answer) -> String {
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
        "{cookie}"
    );
    cookie.split(';').next().unwrap().to_owned()
}

async fn get(town: &Town, path: &str) -> Answer {
    town.get(path, &Who::Nobody).await
}

#[tokio::test]
async fn a_report_gives_a_receipt_whose_code_opens_the_case() {
    let town = lamp_town().await;
    let form = ReportForm::complete()
        .with("phone", "040 123 4412")
        .with("notify", "sms");
    let sent = form.send(&town).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.headers[header::LOCATION], "/report/sent");
    let cookie = receipt_cookie(&sent);
    let receipt = town.get("/report/sent", &Who::Cookie(cookie.clone())).await;
    assert_eq!(receipt.headers[header::CACHE_CONTROL], "no-store");
    let code = cookie.trim_start_matches("kuitti_receipt=");
    for part in [
        "Street lamp",
        "Fabianinkatu 24",
        "+358···412",
        "R-2026-000001",
        &format!("/t/{code}"),
    ] {
        assert!(receipt.text().contains(part), "{part} in {}", receipt.text());
    }
    let case = get(&town, &format!("/t/{code}")).await;
    assert_eq!(case.status, StatusCode::OK);
    assert!(
        case.text().contains("Street lamp, Fabianinkatu 24"),
        "{}",
        case.text()
    );
    assert!(!case.text().contains("1234412"), "the number is veiled");
    let without_cookie = get(&town, "/report/sent").await;
    assert!(!without_cookie.text().contains(code));
}

#[tokio::test]
async fn the_code_is_nowhere_in_the_database() {
    let town = lamp_town().await;
    let code = ReportForm::complete().accepted(&town).await;
    town.app.storage.close().await;
    for entry in std::fs::read_dir(town.data()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        let found = bytes.windows(code.len()).any(|window| window == code.as_bytes());
        assert!(!found, "{code} stands in {path:?}");
    }
}

#[track_caller]
fn shows_mistake(answer: &Answer, field: &str, sentence: &str) {
    let page = answer.text();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    assert!(
        page.contains(&format!("id=\"{field}-mistake\"")),
        "{field}: {page}"
    );
    assert!(
        page.matches(sentence).count() >= 2,
        "{sentence} in the list and beside the field: {page}"
    );
}

#[tokio::test]
async fn every_mistake_stands_beside_its_field_and_what_was_typed_stays() {
    let town = lamp_town().await;
    let form = ReportForm::complete()
        .with("category", "")
        .with("description", "")
        .with("place", "")
        .with("phone", "04o 123")
        .with("email", "liisa@")
        .with("detail", "third lamp");
    let answer = form.send(&town).await;
    shows_mistake(&answer, "category", "Choose what it is");
    shows_mistake(&answer, "description", "Write what is wrong");
    shows_mistake(&answer, "place", "Write where it is");
    shows_mistake(&answer, "phone", "This is not a phone number");
    shows_mistake(&answer, "email", "This is not an e-mail address");
    for typed in ["04o 123", "liisa@", "third lamp"] {
        assert!(answer.text().contains(&format!("value=\"{typed}\"")), "{typed}");
    }
    let unknown = ReportForm::complete()
        .with("category", "dragon")
        .send(&town)
        .await;
    shows_mistake(&unknown, "category", "not in the list any more");
    let nowhere = ReportForm::complete()
        .with("place", "")
        .with("latitude", "95")
        .with("longitude", "24.9");
    shows_mistake(&nowhere.send(&town).await, "latitude", "no place on earth");
    let long = ReportForm::complete().with("description", &"x".repeat(4_001));
    shows_mistake(&long.send(&town).await, "description", "too long");
}

#[tokio::test]
async fn coordinates_are_a_place_too() {
    let town = lamp_town().await;
    let form = ReportForm::complete()
        .with("place", "")
        .with("latitude", "60,1699")
        .with("longitude", "24.9384");
    let code = form.accepted(&town).await;
    let case = get(&town, &format!("/t/{code}")).await;
    assert!(case.text().contains("60.16990, 24.93840"), "{}", case.text());
}

#[tokio::test]
async fn what_a_citizen_writes_is_never_markup() {
    let town = lamp_town().await;
    let evil = "\"><script>alert(1)</script>&'<b>";
    let mut form = ReportForm::complete();
    for field in [
        "description",
        "place",
        "detail",
        "phone",
        "email",
        "latitude",
        "category",
    ] {
        form = form.with(field, evil);
    }
    let page = form.send(&town).await.text();
    assert!(
        !page.contains("<script>alert") && !page.contains("&'<b>"),
        "{page}"
    );
    let stored = ReportForm::complete()
        .with("place", evil)
        .with("description", evil)
        .with("detail", evil);
    let code = stored.accepted(&town).await;
    let receipt = town
        .get("/report/sent", &Who::Cookie(format!("kuitti_receipt={code}")))
        .await
        .text();
    let case = get(&town, &format!("/t/{code}")).await.text();
    for page in [receipt, case] {
        assert!(!page.contains("<script>alert"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    }
}

#[tokio::test]
async fn unknown_codes_all_get_the_same_answer() {
    let town = lamp_town().await;
    let real = ReportForm::complete().accepted(&town).await;
    let nobodys = kuitti_shared::tracking_code::TrackingCode::from_random(42).compact();
    let unknown = get(&town, &format!("/t/{nobodys}")).await;
    let nonsense = get(&town, "/t/%3Cb%3E").await;
    assert_eq!(
        (unknown.status, nonsense.status),
        (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND)
    );
    assert_eq!(
        unknown.text().replace(&nobodys, ""),
        nonsense.text().replace("%3Cb%3E", "")
    );
    assert_eq!(
        get(&town, &format!("/t/{}", real.to_lowercase())).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn trying_many_codes_is_slowed() {
    let town = lamp_town().await;
    let real = ReportForm::complete().accepted(&town).await;
    for bits in 0..12_u64 {
        let code = kuitti_shared::tracking_code::TrackingCode::from_random(bits).compact();
        get(&town, &format!("/t/{code}")).await;
    }
    assert_eq!(
        get(&town, &format!("/t/{real}")).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    town.clock.move_by(kuitti_shared::unit::Millis::from_seconds(61));
    assert_eq!(get(&town, &format!("/t/{real}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_form_for_codes_says_what_is_wrong_with_one() {
    let town = lamp_town().await;
    let code = ReportForm::complete().accepted(&town).await;
    let follow = async |typed: &str| {
        let request =
            Request::post("/track").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        town.send(request.body(Body::from(format!("code={typed}"))).unwrap())
            .await
    };
    let found = follow(&code.to_lowercase()).await;
    assert_eq!(found.headers[header::LOCATION], format!("/t/{code}"));
    let on_a_persian_keyboard: String = code
        .chars()
        .map(|letter| {
            letter
                .to_digit(10)
                .map_or(letter, |digit| char::from_u32(0x6f0 + digit).unwrap())
        })
        .flat_map(|letter| letter.to_string().into_bytes())
        .map(|byte| format!("%{byte:02X}"))
        .collect();
    let found = follow(&on_a_persian_keyboard).await;
    assert_eq!(found.headers[header::LOCATION], format!("/t/{code}"));
    assert!(follow("ABC").await.text().contains("13 letters and digits"));
    let mut mistyped: Vec<char> = code.chars().collect();
    mistyped[0] = if mistyped[0] == '0' { '1' } else { '0' };
    let mistyped: String = mistyped.into_iter().collect();
    let answer = follow(&mistyped).await;
    assert!(answer.text().contains("typing mistake") && answer.text().contains(&mistyped));
}

#[tokio::test]
async fn every_language_is_one_link_away_and_persian_runs_from_right_to_left() {
    let town = lamp_town().await;
    for language in Language::ALL {
        let page = get(&town, &format!("/report?lang={}", language.code()))
            .await
            .text();
        let frame = format!(
            "<html lang=\"{}\" dir=\"{}\">",
            language.code(),
            language.direction().code()
        );
        assert!(page.contains(&frame), "{frame}: {page}");
        for other in Language::ALL {
            let code = other.code();
            let link = format!("report?lang={code}\" lang=\"{code}\" hreflang=\"{code}\"");
            assert!(page.contains(&link) && page.contains(other.own_name()), "{link}");
        }
    }
}

#[tokio::test]
async fn an_address_that_nobody_serves_is_a_page_for_people() {
    let town = lamp_town().await;
    let ask = Request::get("/nowhere").header(header::ACCEPT, "text/html,*/*;q=0.8");
    let answer = town.send(ask.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(
        answer.text().contains("There is no such page"),
        "{}",
        answer.text()
    );
}

#[tokio::test]
async fn pages_speak_the_visitors_language() {
    let town = lamp_town().await;
    let accept = Request::get("/report").header(header::ACCEPT_LANGUAGE, "fi-FI,en;q=0.5");
    let page = town.send(accept.body(Body::empty()).unwrap()).await.text();
    assert!(
        page.contains("<html lang=\"fi\" dir=\"ltr\">") && page.contains("Katuvalo"),
        "{page}"
    );
    let chosen = get(&town, "/?lang=fi").await;
    let cookie = chosen.headers[header::SET_COOKIE]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let later = town.get("/", &Who::Cookie(cookie)).await.text();
    assert!(later.contains("Onko kadulla jotain rikki?"), "{later}");
    assert!(
        get(&town, "/")
            .await
            .text()
            .contains("Something broken in the street?")
    );
}

#[tokio::test]
async fn pages_are_small_and_need_no_script() {
    let town = lamp_town().await;
    for path in ["/", "/report", "/track"] {
        let page = get(&town, path).await.text();
        assert!(page.len() < 30_000, "{path} has {} bytes", page.len());
        assert!(!page.contains("onclick") && !page.contains("<script>"), "{path}");
    }
}

#[tokio::test]
async fn a_form_is_sent_with_its_origin_and_no_other_site_learns_an_address() {
    let town = lamp_town().await;
    for path in ["/report", "/track", "/t/nothing"] {
        assert_eq!(
            get(&town, path).await.headers[header::REFERRER_POLICY],
            "same-origin",
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_office_alone_sees_categories_of_the_office() {
    let hidden = Category {
        public: false,
        code: "inspection".into(),
        ..street_lamp()
    };
    let town = town_with(hidden, lamp_town().await).await;
    assert!(!get(&town, "/report").await.text().contains("inspection"));
    let answer = ReportForm::complete()
        .with("category", "inspection")
        .send(&town)
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

pub(crate) fn jpeg() -> Vec<u8> {
    let mut jpeg = Vec::new();
    Encoder::new(&mut jpeg, 90)
        .encode(&[120; 16 * 8 * 3], 16, 8, ColorType::Rgb)
        .unwrap();
    jpeg
}

/// A JPEG with a note beside the pixels, as cameras write place and time.
fn jpeg_with_note(note: &[u8]) -> Vec<u8> {
    let (plain, length) = (jpeg(), u16::try_from(note.len() + 2).unwrap());
    let mut noted = plain[..2].to_vec();
    noted.extend_from_slice(&[0xff, 0xe1]);
    noted.extend_from_slice(&length.to_be_bytes());
    noted.extend_from_slice(note);
    noted.extend_from_slice(&plain[2..]);
    noted
}

#[tokio::test]
async fn a_photo_is_shown_without_what_the_camera_wrote_beside_it() {
    let town = lamp_town().await;
    let note = b"Exif\0\0 60.1699 24.9384 secret place";
    let code = ReportForm::complete()
        .with_file(jpeg_with_note(note))
        .accepted(&town)
        .await;
    let case = get(&town, &format!("/t/{code}"))
        .await
        .text()
        .replace("&#x2f;", "/");
    let start = case.find("/photos/").unwrap() + "/photos/".len();
    let hash = case.get(start..start + 64).unwrap().to_owned();
    let photo = get(&town, &format!("/t/{code}/photos/{hash}")).await;
    assert_eq!(
        (photo.status, &photo.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"image/jpeg".parse().unwrap())
    );
    assert!(!photo.body.windows(12).any(|window| window == b"secret place"));
    let other = ReportForm::complete().accepted(&town).await;
    let foreign = get(&town, &format!("/t/{other}/photos/{hash}")).await;
    assert_eq!(
        foreign.status,
        StatusCode::NOT_FOUND,
        "a photo belongs to its own case"
    );
}

#[tokio::test]
async fn a_file_that_is_no_photo_is_said_beside_the_field_and_keeps_the_rest() {
    let town = lamp_town().await;
    let no_photo = ReportForm::complete()
        .with_file(b"hello".to_vec())
        .send(&town)
        .await;
    shows_mistake(&no_photo, "photos", "no photo, or a damaged one");
    assert!(no_photo.text().contains("The lamp is dark"));
    let png = ReportForm::complete()
        .with_file(b"\x89PNG\r\n\x1a\n".to_vec())
        .send(&town)
        .await;
    shows_mistake(&png, "photos", "cannot be read here");
    let cut_off = ReportForm::complete()
        .with_file(jpeg()[..40].to_vec())
        .send(&town)
        .await;
    assert_eq!(cut_off.status, StatusCode::UNPROCESSABLE_ENTITY);
    let many = (0..4).fold(ReportForm::complete(), |form, _| form.with_file(jpeg()));
    shows_mistake(&many.send(&town).await, "photos", "at most 3");
    let town_has = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .request_counts()
        .await
        .unwrap();
    assert_eq!(town_has, [], "nothing was stored");
}

#[tokio::test]
async fn a_form_that_is_no_form_is_answered_with_a_sentence() {
    let town = lamp_town().await;
    let bare = Request::post("/report").header(header::CONTENT_TYPE, "text/plain");
    let answer = town.send(bare.body(Body::from("hello")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("Nothing was sent"));
    let broken = Request::post("/report").header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let answer = town
        .send(broken.body(Body::from("--x\r\nContent-Disp")).unwrap())
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_citizen_can_stop_the_messages() {
    let town = lamp_town().await;
    let form = ReportForm::complete()
        .with("email", "liisa@example.fi")
        .with("notify", "email");
    let code = form.accepted(&town).await;
    assert!(
        get(&town, &format!("/t/{code}"))
            .await
            .text()
            .contains("l···@example.fi")
    );
    let stopped = town
        .call(Method::POST, &format!("/t/{code}/quiet"), &Who::Nobody)
        .await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    assert!(
        get(&town, &format!("/t/{code}"))
            .await
            .text()
            .contains("You get no messages")
    );
    let waiting = town
        .app
        .storage
        .read()
        .await
        .unwrap()
        .notices_in(&["waiting"], 9)
        .await
        .unwrap();
    assert_eq!(waiting, [], "even the first one, if it has not left");
}

#[tokio::test]
async fn a_mailbox_stops_mails_and_nothing_else() {
    let town = lamp_town().await;
    let form = ReportForm::complete()
        .with("phone", "040 123 4412")
        .with("email", "liisa@example.fi")
        .with("notify", "sms");
    let code = form.with("notify", "email").accepted(&town).await;
    let wanted = async || {
        let mut tx = town.app.storage.read().await.unwrap();
        let request = tx.requests_by_phone("+358401234412", 1).await.unwrap().remove(0);
        tx.contact(request.id).await.unwrap().unwrap().notify
    };
    let address = format!("/t/{code}/quiet?channel=email");
    assert_eq!(get(&town, &address).await.status, StatusCode::OK);
    assert_eq!(wanted().await, NoticeChannel::DIRECT, "looking changes nothing");
    let stopped = town.call(Method::POST, &address, &Who::Nobody).await;
    assert_eq!(stopped.status, StatusCode::OK, "it follows no redirection");
    assert_eq!(wanted().await, [NoticeChannel::Sms]);
}

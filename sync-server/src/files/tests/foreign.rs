//! What upload clients of others do that ours does not.

use super::*;

async fn send(town: &Town, phone: &Phone, method: Method, place: &str, headers: &[(&str, &str)]) -> Answer {
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect();
    town.send(request(method, place, &phone.who, &headers, b"")).await
}

const CHUNK: (&str, &str) = ("content-type", "application/offset+octet-stream");

#[tokio::test]
async fn rule_13_who_did_not_hear_the_last_answer_hears_that_nothing_is_missing() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    append(&town, &phone.who, &place, 0, &bytes).await;
    assert_eq!(offset(&ask(&town, &phone, &place).await), bytes.len());
    // Some ask, and then send the nothing that is missing.
    let nothing = append(&town, &phone.who, &place, bytes.len(), b"").await;
    assert_eq!(
        (nothing.status, offset(&nothing)),
        (StatusCode::NO_CONTENT, bytes.len())
    );
    let more = append(&town, &phone.who, &place, bytes.len(), b"more").await;
    assert_eq!(more.problem(), (413, "too_large".into()));
    assert_eq!(offset(&ask(&town, &phone, &place).await), bytes.len());
}

#[tokio::test]
async fn content_that_is_here_already_has_an_address_at_which_it_is_complete() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let first = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    append(&town, &phone.who, &first, 0, &bytes).await;
    let second = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    // Who does not look at the offset of a new upload is told by a conflict.
    let unaware = append(&town, &phone.who, &second, 0, &bytes).await;
    assert_eq!(unaware.problem(), (409, "offset_mismatch".into()));
    assert_eq!(offset(&ask(&town, &phone, &second).await), bytes.len());
}

#[tokio::test]
async fn a_chunk_can_be_checked_by_sha1_and_by_nothing_that_is_unknown() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    let send = |checksum: String| {
        let headers = [
            ("upload-offset", "0".to_owned()),
            (CHUNK.0, CHUNK.1.to_owned()),
            ("upload-checksum", checksum),
        ];
        let patch = request(Method::PATCH, &place, &phone.who, &headers, &bytes[..100]);
        town.send(patch)
    };
    let sha1 = |bytes: &[u8]| format!("sha1 {}", BASE64.encode(sha1::Sha1::digest(bytes)));
    for unreadable in ["md5 1B2M2Y8AsgTpgAmY7PhCfg==", "sha1 AAAA", "sha1", "sha256 ="] {
        assert_eq!(
            send(unreadable.to_owned()).await.problem(),
            (400, "malformed".into())
        );
    }
    assert_eq!(
        send(sha1(b"other")).await.problem(),
        (460, "checksum_mismatch".into())
    );
    assert_eq!(offset(&send(sha1(&bytes[..100])).await), 100);
}

#[tokio::test]
async fn a_second_request_at_one_upload_is_asked_to_come_again() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    let upload = place.rsplit('/').next().unwrap().parse().unwrap();
    let held = town.app.files.busy.take(upload);
    let second = append(&town, &phone.who, &place, 0, &bytes).await;
    assert_eq!(second.problem(), (423, "upload_busy".into()));
    drop(held);
    assert_eq!(
        offset(&append(&town, &phone.who, &place, 0, &bytes).await),
        bytes.len()
    );
}

#[tokio::test]
async fn every_answer_names_the_version() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let nowhere = format!("/files/v1/{}", Uuid::nil());
    let old = town
        .send(
            Request::head(&nowhere)
                .header(header::AUTHORIZATION, bearer(&phone))
                .body(Body::empty())
                .unwrap(),
        )
        .await;
    assert_eq!(old.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(old.headers["tus-version"], "1.0.0");
    for answer in [
        old,
        ask(&town, &phone, &nowhere).await,
        send(&town, &phone, Method::OPTIONS, &nowhere, &[]).await,
    ] {
        assert_eq!(answer.headers["tus-resumable"], "1.0.0");
    }
}

fn bearer(phone: &Phone) -> String {
    match &phone.who {
        Who::Bearer(token) => format!("Bearer {token}"),
        _ => panic!("a phone has a token"),
    }
}

#[tokio::test]
async fn what_only_gets_through_as_post_is_understood() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    let chunk = [
        ("upload-offset", "0".to_owned()),
        (CHUNK.0, CHUNK.1.to_owned()),
        ("x-http-method-override", "PATCH".to_owned()),
    ];
    let patch = request(Method::POST, &place, &phone.who, &chunk, &bytes[..50]);
    assert_eq!(offset(&town.send(patch).await), 50);
    let unclear = send(
        &town,
        &phone,
        Method::POST,
        &place,
        &[("x-http-method-override", "PUT")],
    )
    .await;
    assert_eq!(unclear.problem(), (400, "malformed".into()));
    let ended = send(
        &town,
        &phone,
        Method::POST,
        &place,
        &[("x-http-method-override", "DELETE")],
    )
    .await;
    assert_eq!(ended.status, StatusCode::NO_CONTENT);
    assert_eq!(ask(&town, &phone, &place).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_upload_whose_time_is_over_is_gone_before_anybody_has_swept_it_up() {
    let town = Town::with_people().await;
    let (phone, _) = phone_with_order(&town).await;
    let bytes = jpeg();
    let place = location(&create(&town, &phone.who, &sha256(&bytes), bytes.len()).await);
    assert_eq!(
        offset(&append(&town, &phone.who, &place, 0, &bytes[..100]).await),
        100
    );
    town.clock.move_by(Millis::from_days(7));
    assert_eq!(ask(&town, &phone, &place).await.status, StatusCode::NOT_FOUND);
    let late = append(&town, &phone.who, &place, 100, &bytes[100..]).await;
    assert_eq!(late.problem(), (404, "upload_unknown".into()));
}

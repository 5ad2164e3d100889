//! What each example asks, and what it makes of the answers.

use kuitti_channels::http::{Gateway, LookedUp, Webhook, webhook};
use kuitti_channels::{Outcome, Submission};
use kuitti_sms::Tables;

use crate::provider::{Asked, Provider, example};

const PHONE: &str = "+358401234412";
const ID: &str = "a193-abc";
/// Everything that could end a string, a field or an element, and letters of two alphabets.
const TEXT: &str = "a \"b\" & <c> 'd' + \\ ş";

async fn send(gateway: &Gateway, text: &str) -> Submission {
    gateway.send(PHONE, text, Tables::National, ID).await
}

/// Sends to an example that answers so.
async fn told(name: &str, status: u16, body: &'static str) -> (Submission, Asked) {
    let provider = Provider::saying(vec![Some((status, body))]).await;
    let submission = send(&provider.described(name), TEXT).await;
    (submission, provider.asked().remove(0))
}

fn taken(reference: &str) -> Submission {
    let references = vec![reference.to_owned()];
    Submission::Taken { references }
}

fn outcomes(name: &str, query: &str, body: &str) -> Vec<(String, Outcome)> {
    let places = example(name).receipts.unwrap();
    let receipts = webhook::receipts(&webhook::document(query, body), &places).into_iter();
    receipts
        .map(|receipt| (receipt.references[0].clone(), receipt.outcome))
        .collect()
}

fn failed(reason: &str) -> Outcome {
    let reason = reason.to_owned();
    Outcome::Failed { reason }
}

#[tokio::test]
async fn kannel_is_asked_as_its_manual_says() {
    let (submission, asked) = told("kannel.toml", 202, "0: Accepted for delivery").await;
    assert_eq!(submission, taken(ID), "our own id: receipts name it");
    let start = "GET /cgi-bin/sendsms?username=kuitti&password=hush%20%26%20%22more%22&from=Kuitti&to=%2B358401234412";
    assert!(asked.line.starts_with(start), "{}", asked.line);
    assert!(
        asked.line.contains(
            "&text=a%20%22b%22%20%26%20%3Cc%3E%20%27d%27%20%2B%20%5C%20%C5%9F&coding=0&charset=UTF-8"
        )
    );
    assert!(
        asked.line.contains("%3Fstatus%3D%25d%26id%3Da193-abc HTTP/1.1"),
        "{}",
        asked.line
    );
    let temporary = told("kannel.toml", 503, "Temporal failure, try again later.")
        .await
        .0;
    assert!(matches!(temporary, Submission::Later { .. }));
    let queued_nowhere = told("kannel.toml", 403, "Authorization failed").await.0;
    assert!(
        matches!(queued_nowhere, Submission::Later { .. }),
        "an account can be mended"
    );
    assert_eq!(
        outcomes("kannel.toml", "status=1&id=A193-ABC", ""),
        [(ID.to_owned(), Outcome::Delivered)]
    );
    assert_eq!(
        outcomes("kannel.toml", "status=8&id=7", ""),
        [("7".to_owned(), Outcome::OnItsWay)]
    );
}

#[tokio::test]
async fn a_form_with_a_name_and_a_password() {
    let (submission, asked) = told("form-basic.toml", 201, r#"{ "sid": "SM7", "status": "queued" }"#).await;
    assert_eq!(submission, taken("sm7"));
    let basic = "authorization: basic a3vpdhrpomh1c2ggjiaibw9yzsi=";
    assert!(
        asked
            .headers
            .iter()
            .any(|header| header.to_ascii_lowercase() == basic),
        "{:?}",
        asked.headers
    );
    assert!(
        asked
            .body
            .starts_with("To=%2B358401234412&From=%2B358401234400&Body=a%20%22b%22%20%26"),
        "{}",
        asked.body
    );
    let wrong_number = told("form-basic.toml", 400, r#"{ "code": 21211 }"#).await.0;
    assert!(matches!(wrong_number, Submission::Refused { .. }));
    let wrong_account = told("form-basic.toml", 400, r#"{ "code": 20003 }"#).await.0;
    assert!(matches!(wrong_account, Submission::Later { .. }));
    let receipt = "MessageSid=SM7&MessageStatus=undelivered&ErrorCode=30003";
    assert_eq!(
        outcomes("form-basic.toml", "", receipt),
        [("sm7".to_owned(), failed("undelivered 30003"))]
    );
    let texts = example("form-basic.toml").texts.unwrap();
    let text = webhook::text(&webhook::document("", "From=%2B358401234412&Body=STOP"), &texts).unwrap();
    assert_eq!((text.from.as_str(), text.text.as_str()), (PHONE, "STOP"));
}

#[tokio::test]
async fn a_document_with_a_key() {
    let (submission, asked) = told(
        "json-bearer.toml",
        200,
        r#"{ "messages": [{ "messageId": "m-1", "status": "accepted" }] }"#,
    )
    .await;
    assert_eq!(submission, taken("m-1"));
    let body: serde_json::Value = serde_json::from_str(&asked.body).unwrap();
    let message = &body["messages"][0];
    assert_eq!(
        (message["text"].as_str(), message["to"].as_str()),
        (Some(TEXT), Some("358401234412"))
    );
    assert!(
        asked
            .headers
            .iter()
            .any(|header| header.eq_ignore_ascii_case("authorization: bearer k3y"))
    );
    let rejected = r#"{ "messages": [{ "status": "rejected_number" }] }"#;
    assert!(matches!(
        told("json-bearer.toml", 200, rejected).await.0,
        Submission::Refused { .. }
    ));
    assert!(matches!(
        told("json-bearer.toml", 429, "").await.0,
        Submission::Later { .. }
    ));
    for (status, body) in [(500, ""), (502, ""), (200, "{}")] {
        let unclear = told("json-bearer.toml", status, body).await.0;
        assert!(
            matches!(unclear, Submission::Unknown { .. }),
            "it may have been taken: {status}"
        );
    }
    let receipts = r#"{ "results": [
        { "messageId": "m-1", "status": { "name": "DELIVERED_TO_HANDSET" } },
        { "messageId": "m-2", "status": { "name": "EXPIRED" }, "error": { "name": "EC_ABSENT" } }] }"#;
    let expected = [
        ("m-1".to_owned(), Outcome::Delivered),
        ("m-2".to_owned(), failed("EXPIRED EC_ABSENT")),
    ];
    assert_eq!(outcomes("json-bearer.toml", "", receipts), expected);
}

#[tokio::test]
async fn a_provider_is_asked_by_our_own_id() {
    let answers = vec![
        None,
        Some((200, r#"{ "messageId": "m-1" }"#)),
        Some((404, "")),
        Some((500, "")),
    ];
    let provider = Provider::saying(answers).await;
    let gateway = provider.described("json-bearer.toml");
    assert!(
        matches!(send(&gateway, "a").await, Submission::Unknown { .. }),
        "it hung up"
    );
    assert_eq!(
        gateway.look_up(PHONE, ID).await,
        LookedUp::There(vec!["m-1".to_owned()])
    );
    assert_eq!(gateway.look_up(PHONE, ID).await, LookedUp::Missing);
    assert!(matches!(gateway.look_up(PHONE, ID).await, LookedUp::NotSaid(_)));
    assert!(
        provider.asked()[1]
            .line
            .starts_with("GET /sms/2/by-client-ref/a193-abc ")
    );
}

#[tokio::test]
async fn a_provider_is_asked_what_became_of_a_message() {
    let answers = vec![
        Some((201, r#"{ "id": "Ab7" }"#)),
        Some((200, r#"{ "id": "Ab7", "deliveryStatus": "buffered" }"#)),
        Some((200, r#"{ "id": "ab7", "deliveryStatus": "delivered" }"#)),
        Some((200, r#"{ "deliveryStatus": "delivered" }"#)),
        Some((
            200,
            r#"{ "id": "Ab7", "deliveryStatus": "expired", "statusCode": 102 }"#,
        )),
        Some((500, r#"{ "id": "Ab7", "deliveryStatus": "delivered" }"#)),
    ];
    let provider = Provider::saying(answers).await;
    let gateway = provider.described("json-polled.toml");
    assert!(gateway.is_polled());
    assert_eq!(
        send(&gateway, "a").await,
        taken("Ab7"),
        "as the provider wrote it"
    );
    assert_eq!(gateway.poll("Ab7").await, Some(Outcome::OnItsWay));
    assert_eq!(gateway.poll("Ab7").await, None, "that is another message");
    assert_eq!(gateway.poll("Ab7").await, Some(Outcome::Delivered));
    assert_eq!(gateway.poll("Ab7").await, Some(failed("expired 102")));
    assert_eq!(gateway.poll("Ab7").await, None);
    assert!(provider.asked()[1].line.starts_with("GET /v1/messages/Ab7 "));
}

#[tokio::test]
async fn a_program_of_the_towns_own_gets_a_signed_document() {
    let provider = Provider::saying(vec![Some((204, "")), None, Some((410, ""))]).await;
    let url = format!("http://127.0.0.1:{}/hooks/kuitti", provider.port);
    let webhook = Webhook::new(url, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", None).unwrap();
    let post = || webhook.post("7", 1_614_265_330, r#"{"test": 2432232314}"#.to_owned());
    assert_eq!(post().await, taken("7"));
    let asked = provider.asked().remove(0);
    assert_eq!(asked.line, "POST /hooks/kuitti HTTP/1.1");
    for header in [
        "webhook-id: 7",
        "webhook-timestamp: 1614265330",
        "content-type: application/json",
    ] {
        assert!(
            asked.headers.iter().any(|has| has == header),
            "{:?}",
            asked.headers
        );
    }
    assert!(
        asked
            .headers
            .iter()
            .any(|has| has.starts_with("webhook-signature: v1,"))
    );
    assert!(matches!(post().await, Submission::Unknown { .. }), "it hung up");
    assert!(matches!(post().await, Submission::Refused { .. }));
}

#[tokio::test]
async fn an_xml_document() {
    let (submission, asked) = told("xml.toml", 200, "<r><status>OK</status><id>77</id></r>").await;
    assert_eq!(submission, taken("77"));
    let text = "<text>a &quot;b&quot; &amp; &lt;c&gt; &apos;d&apos; + \\ ş</text>";
    assert!(asked.body.contains(text), "{}", asked.body);
    assert!(
        asked
            .body
            .contains("password=\"hush &amp; &quot;more&quot;\" unicode=\"no\""),
        "{}",
        asked.body
    );
    let answer = |status: &'static str| told("xml.toml", 200, status);
    assert!(matches!(
        answer("<status>INVALID_NUMBER</status>").await.0,
        Submission::Refused { .. }
    ));
    assert!(matches!(
        answer("<status>BUSY</status>").await.0,
        Submission::Later { .. }
    ));
    assert_eq!(
        outcomes("xml.toml", "msgid=77&dlr=UNDELIV&err=1", ""),
        [("77".to_owned(), failed("UNDELIV 1"))]
    );
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_sent() {
    let provider = Provider::saying(Vec::new()).await;
    let mut settings = example("xml.toml");
    // Its listener ended with the last answer.
    settings.send.url = format!("http://127.0.0.1:{}/", provider.port);
    tokio::task::yield_now().await;
    let gateway = Gateway::new(settings, String::new()).unwrap();
    assert!(matches!(send(&gateway, "a").await, Submission::Later { .. }));
}

//! What a gateway brings: fields of a query, a form or a JSON document, in places that its description names.

use serde_json::{Map, Value};

use super::find::{is_one_of, words};
use super::settings::{Receipts, Texts};
use crate::report::{Outcome, Receipt, TextMessage};

/// What was brought, whichever way: fields as a JSON document.
#[must_use]
pub fn document(query: &str, body: &str) -> Value {
    if let Ok(parsed @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(body) {
        return parsed;
    }
    let pairs = query.split('&').chain(body.split('&'));
    let fields = pairs.filter_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        Some((unescaped(name), Value::String(unescaped(value))))
    });
    Value::Object(fields.collect::<Map<_, _>>())
}

/// Receipts in what was brought.
#[must_use]
pub fn receipts(brought: &Value, places: &Receipts) -> Vec<Receipt> {
    let single = std::slice::from_ref(brought);
    let all = match &places.each {
        Some(each) => brought
            .pointer(each)
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice),
        None => single,
    };
    all.iter().filter_map(|one| receipt(one, places)).collect()
}

/// What an answer says of the message that was asked about. An answer about one message need not name it.
#[must_use]
pub fn answered(answer: &Value, places: &Receipts, asked: &str) -> Option<Outcome> {
    let mut named = receipts(answer, places).into_iter();
    let own = named.find(|receipt| receipt.references.iter().any(|name| name == asked));
    let unnamed = || {
        let is_named = field(answer, &places.id).is_some() || places.each.is_some();
        outcome(answer, places).filter(|_| !is_named)
    };
    own.map(|receipt| receipt.outcome).or_else(unnamed)
}

fn receipt(brought: &Value, places: &Receipts) -> Option<Receipt> {
    Some(Receipt {
        references: vec![places.name(&field(brought, &places.id)?)],
        phone: None,
        outcome: outcome(brought, places)?,
    })
}

fn outcome(brought: &Value, places: &Receipts) -> Option<Outcome> {
    let status = field(brought, &places.status)?;
    Some(if is_one_of(&status, &places.delivered) {
        Outcome::Delivered
    } else if is_one_of(&status, &places.failed) {
        let reason = places.reason.as_ref().and_then(|place| field(brought, place));
        let reason = reason.map_or_else(|| status.clone(), |reason| format!("{status} {reason}"));
        Outcome::Failed { reason }
    } else {
        Outcome::OnItsWay
    })
}

/// A text in what was brought.
#[must_use]
pub fn text(brought: &Value, places: &Texts) -> Option<TextMessage> {
    Some(TextMessage {
        from: field(brought, &places.from)?,
        text: field(brought, &places.text)?,
    })
}

fn field(brought: &Value, place: &str) -> Option<String> {
    let found = if place.starts_with('/') {
        brought.pointer(place)
    } else {
        brought.get(place)
    };
    words(found?)
}

/// A field's text: plus is a space, `%` leads two digits of an octet of UTF-8.
fn unescaped(field: &str) -> String {
    let mut octets = Vec::with_capacity(field.len());
    let mut rest = field.bytes();
    while let Some(byte) = rest.next() {
        octets.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                u8::from_str_radix(&digits, 16).unwrap_or(b'?')
            }
            other => other,
        });
    }
    String::from_utf8_lossy(&octets).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::settings::Whose;
    use super::*;

    fn places(each: Option<&str>, id: &str, status: &str) -> Receipts {
        Receipts {
            each: each.map(str::to_owned),
            id: id.to_owned(),
            whose: Whose::Theirs,
            status: status.to_owned(),
            delivered: vec!["delivered".to_owned(), "1".to_owned()],
            failed: vec!["failed*".to_owned()],
            reason: Some("why".to_owned()),
            poll: None,
        }
    }

    #[test]
    fn receipts_are_read_from_queries_forms_and_documents() {
        let read = |query: &str, body: &str, places: &Receipts| receipts(&document(query, body), places);
        let arrived = |id: &str| Receipt {
            references: vec![id.to_owned()],
            phone: None,
            outcome: Outcome::Delivered,
        };
        let flat = places(None, "id", "status");
        assert_eq!(read("id=A%2D1&status=1", "", &flat), [arrived("a-1")]);
        assert_eq!(read("", "status=delivered&id=0007", &flat), [arrived("7")]);
        let failed = read(
            "",
            r#"{ "id": 7, "status": "failed_forever", "why": "absent" }"#,
            &flat,
        );
        let reason = "failed_forever absent".to_owned();
        assert_eq!(failed[0].outcome, Outcome::Failed { reason });
        assert_eq!(
            read("", r#"{ "id": 7, "status": "buffered" }"#, &flat)[0].outcome,
            Outcome::OnItsWay
        );
        let together = places(Some("/results"), "/message/id", "status");
        let body = r#"{ "results": [{ "message": { "id": "x" }, "status": "delivered" }, { "status": "delivered" }] }"#;
        assert_eq!(read("", body, &together), [arrived("x")]);
        assert_eq!(read("", "nonsense", &flat), []);
    }

    #[test]
    fn texts_are_read_with_their_letters() {
        let places = Texts {
            from: "msisdn".to_owned(),
            text: "text".to_owned(),
        };
        let brought = document("msisdn=%2B358401234412&text=%D9%84%D8%BA%D9%88+ok", "");
        let read = text(&brought, &places).unwrap();
        assert_eq!(
            (read.from.as_str(), read.text.as_str()),
            ("+358401234412", "لغو ok")
        );
        assert_eq!(text(&document("", "{}"), &places), None);
    }
}

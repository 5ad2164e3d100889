//! What stands where in an answer, and the rules that are made of it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::call::Answer;

/// A place in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Find {
    /// A JSON pointer (RFC 6901), as `/messages/0/id`.
    Json(String),
    /// What stands between two texts; until the end, where the second is empty.
    Between(String, String),
    /// A header.
    Header(String),
}

/// When something is so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rule {
    /// With one of these statuses; any from 200 to 299 when there are none.
    pub status: Vec<u16>,
    /// And something stands here.
    pub find: Option<Find>,
    /// And it is one of these; one that ends in `*` stands for all that begin so.
    pub is: Vec<String>,
}

impl Find {
    pub(super) fn in_answer(&self, answer: &Answer) -> Option<String> {
        match self {
            Self::Json(pointer) => {
                let body: Value = serde_json::from_str(&answer.body).ok()?;
                words(body.pointer(pointer)?)
            }
            Self::Between(before, after) => {
                let (_, rest) = answer.body.split_once(before.as_str())?;
                let found = if after.is_empty() {
                    rest
                } else {
                    rest.split_once(after.as_str())?.0
                };
                Some(found.trim().to_owned())
            }
            Self::Header(name) => Some(answer.header(name)?.to_owned()),
        }
    }
}

impl Rule {
    pub(super) fn holds(&self, answer: &Answer) -> bool {
        let status = if self.status.is_empty() {
            (200..300).contains(&answer.status)
        } else {
            self.status.contains(&answer.status)
        };
        let found = || match self.find.as_ref().map(|find| find.in_answer(answer)) {
            None => true,
            Some(None) => false,
            Some(Some(found)) => self.is.is_empty() || is_one_of(&found, &self.is),
        };
        status && found()
    }
}

/// Is a word one of these?
pub(super) fn is_one_of(word: &str, these: &[String]) -> bool {
    these.iter().any(|one| match one.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == one,
    })
}

/// A value as people write it; lists, objects and nothing are no words.
pub(super) fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Answer {
        Answer {
            status,
            headers: vec![("x-id".to_owned(), "7".to_owned())],
            body: body.to_owned(),
        }
    }

    #[test]
    fn values_are_found_where_they_stand() {
        let json = answer(200, r#"{ "messages": [{ "id": 42, "to": null }] }"#);
        let found = |find: Find, answer: &Answer| find.in_answer(answer);
        let pointer = |pointer: &str| Find::Json(pointer.to_owned());
        let between = |before: &str, after: &str| Find::Between(before.to_owned(), after.to_owned());
        assert_eq!(found(pointer("/messages/0/id"), &json).as_deref(), Some("42"));
        assert_eq!(found(pointer("/messages/0/to"), &json), None);
        assert_eq!(found(pointer("/messages/1/id"), &json), None);
        let xml = answer(200, "<r><id> a-1 </id></r>");
        assert_eq!(found(between("<id>", "</id>"), &xml).as_deref(), Some("a-1"));
        assert_eq!(found(between("<id>", "</ref>"), &xml), None);
        assert_eq!(
            found(between("0: ", ""), &answer(202, "0: Accepted\n")).as_deref(),
            Some("Accepted")
        );
        assert_eq!(found(Find::Header("X-Id".to_owned()), &xml).as_deref(), Some("7"));
    }

    #[test]
    fn a_rule_holds_when_all_of_it_does() {
        let rule = Rule {
            status: vec![202],
            find: Some(Find::Json("/status".to_owned())),
            is: vec!["queued".to_owned(), "sent*".to_owned()],
        };
        assert!(rule.holds(&answer(202, r#"{ "status": "sent_to_network" }"#)));
        assert!(!rule.holds(&answer(200, r#"{ "status": "queued" }"#)));
        assert!(!rule.holds(&answer(202, r#"{ "status": "unsent" }"#)));
        assert!(!rule.holds(&answer(202, "queued")));
        assert!(Rule::default().holds(&answer(204, "")) && !Rule::default().holds(&answer(302, "")));
    }
}

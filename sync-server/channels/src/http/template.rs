//! Requests from templates. A value goes in through a filter that fits its place, so that no text can end a string, a field
//! or an element: `json`, `form`, `xml`, `base64`. A variable that does not exist is a mistake and no empty place.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::{Environment, Error, UndefinedBehavior, Value};
use serde::Serialize;

use super::call::Call;
use super::settings::{Request, Settings};

/// What templates can name.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Variables<'a> {
    /// The phone in E.164 form.
    pub(super) to: &'a str,
    /// The same without its plus.
    pub(super) digits: &'a str,
    pub(super) text: &'a str,
    /// Our own id of the message, the same at every attempt.
    pub(super) id: &'a str,
    /// The gateway's own id of it, when it is asked what became of it.
    pub(super) reference: &'a str,
    /// `gsm7`, `turkish_single`, ..., `ucs2`.
    pub(super) encoding: &'a str,
    pub(super) parts: usize,
    pub(super) sender: &'a str,
    pub(super) user: &'a str,
    pub(super) password: &'a str,
    pub(super) key: &'a str,
    /// Where the gateway can bring receipts and texts.
    pub(super) receipts_url: &'a str,
}

impl<'a> Variables<'a> {
    pub(super) fn of(settings: &'a Settings, receipts_url: &'a str) -> Self {
        Self {
            to: "",
            digits: "",
            text: "",
            id: "",
            reference: "",
            encoding: "",
            parts: 1,
            sender: &settings.sender,
            user: &settings.user,
            password: &settings.password,
            key: &settings.key,
            receipts_url,
        }
    }
}

/// A request with its places filled.
pub(super) fn fill(request: &Request, variables: &Variables<'_>) -> Result<Call, Error> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_filter("json", json);
    environment.add_filter("form", form);
    environment.add_filter("xml", xml);
    environment.add_filter("base64", |text: String| STANDARD.encode(text));
    let render = |template: &str| environment.render_str(template, variables);
    let mut headers = Vec::with_capacity(request.headers.len());
    for (name, value) in &request.headers {
        headers.push((name.clone(), render(value)?));
    }
    Ok(Call {
        method: request.method.clone(),
        url: render(&request.url)?,
        headers,
        body: render(&request.body)?,
    })
}

/// A JSON string with its quotes.
fn json(text: String) -> Result<Value, Error> {
    let quoted = serde_json::to_string(&text);
    quoted
        .map(Value::from_safe_string)
        .map_err(|error| Error::new(minijinja::ErrorKind::BadSerialization, error.to_string()))
}

/// A value in a form or a query, in UTF-8.
fn form(text: String) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => escaped.push(byte.into()),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// Text or an attribute in XML. What XML has no place for is left out.
fn xml(text: String) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' | '\t' => escaped.push(character),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_place() {
        assert_eq!(json("a\"}\n<".to_owned()).unwrap().as_str(), Some(r#""a\"}\n<""#));
        assert_eq!(form("a&b=ş é+".to_owned()), "a%26b%3D%C5%9F%20%C3%A9%2B");
        assert_eq!(
            xml("<a b='\"'>&\u{7}".to_owned()),
            "&lt;a b=&apos;&quot;&apos;&gt;&amp;"
        );
    }
}

//! A description that cannot work is refused in a sentence that names the key.

use kuitti_channels::http::{Gateway, Settings};

use crate::provider::example;

#[test]
fn what_cannot_work_is_named() {
    type Change = fn(&mut Settings);
    let wrong: [(&str, Change); 6] = [
        ("sms.http.send cannot be filled", |settings| {
            settings.send.body = "{{ txet }}".to_owned();
        }),
        ("sms.http.send cannot be filled", |settings| {
            settings.send.body = "{{ text".to_owned();
        }),
        ("sms.http.send: the address", |settings| {
            settings.send.url = "provider.example/send".to_owned();
        }),
        ("sms.http.send: the address", |settings| {
            settings.send.url = "ftp://provider.example/".to_owned();
        }),
        ("sms.http.lookup.request", |settings| {
            if let Some(lookup) = &mut settings.lookup {
                lookup.request.method = "GET IT".to_owned();
            }
        }),
        ("sms.http.webhook_secret", |settings| {
            settings.webhook_secret = "short".to_owned();
        }),
    ];
    for (beginning, change) in wrong {
        let mut settings = example("json-bearer.toml");
        change(&mut settings);
        let sentence = Gateway::new(settings, String::new()).err().unwrap();
        assert!(sentence.starts_with(beginning), "{sentence}");
    }
}

#[test]
fn secrets_are_not_shown() {
    let shown = format!("{:?}", example("json-bearer.toml"));
    assert!(!shown.contains("k3y") && !shown.contains("hush"), "{shown}");
}

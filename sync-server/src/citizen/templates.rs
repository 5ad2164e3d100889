//! The templates of citizens' pages and messages. What a template prints is escaped; only icons are markup.
//!
//! One set a language: `say("key", name=value)` in a template is a sentence of the Fluent files in that language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kuitti_shared::domain::Language;
use kuitti_text::{Text, Variables};
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error as TemplateError, UndefinedBehavior, Value};

use super::icons;
use crate::error::{Error, Result};

static SETS: LazyLock<BTreeMap<Language, Environment<'static>>> = LazyLock::new(|| {
    let sets = Language::ALL
        .into_iter()
        .map(|language| (language, set(language)));
    sets.collect()
});

/// Renders a template in a language.
///
/// # Errors
/// [`Error::Internal`] when the template does not fit its values; the tests render every template.
pub fn render(language: Language, name: &str, values: &Value) -> Result<String> {
    let template = SETS.get(&language).map(|set| set.get_template(name));
    let rendered = template.map(|template| template.and_then(|template| template.render(values)));
    match rendered {
        Some(Ok(text)) => Ok(text),
        Some(Err(error)) => Err(Error::Internal(format!("template {name}: {error:#}"))),
        None => Err(Error::Internal(format!("no templates in {language:?}"))),
    }
}

fn set(language: Language) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    let text = Text::new(language);
    environment.add_function("say", move |key: &str, arguments: Kwargs| {
        say(text, key, &arguments)
    });
    environment.add_function("icon", |name: &str| Value::from_safe_string(icons::markup(name)));
    for (name, source) in SOURCES {
        if let Err(error) = environment.add_template(name, source) {
            // Part of the program; a test reads each of them.
            tracing::error!(name, %error, "a template cannot be read");
        }
    }
    environment
}

fn say(text: Text, key: &str, arguments: &Kwargs) -> Result<String, TemplateError> {
    let mut variables = Variables::new();
    for name in arguments.args() {
        let value: Value = arguments.get(name)?;
        match (value.kind(), f64::try_from(value.clone())) {
            (ValueKind::Number, Ok(number)) => variables.set(name, number),
            _ => variables.set(name, value.to_string()),
        }
    }
    Ok(text.say_with(key, &variables))
}

macro_rules! sources {
    ($($folder:literal / $name:literal),+ $(,)?) => {
        const SOURCES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../assets/", $folder, "/", $name))),)+
        ];
    };
}

sources! {
    "citizen" / "base.html",
    "citizen" / "parts.html",
    "citizen" / "start.html",
    "citizen" / "report.html",
    "citizen" / "near.html",
    "citizen" / "own.html",
    "citizen" / "problems.html",
    "citizen" / "receipt.html",
    "citizen" / "track.html",
    "citizen" / "case.html",
    "citizen" / "message.html",
    "citizen" / "inbox.html",
    "notices" / "mail.html",
    "notices" / "mail.txt",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read_in_every_language() {
        for set in SETS.values() {
            assert_eq!(set.templates().count(), SOURCES.len());
        }
    }
}

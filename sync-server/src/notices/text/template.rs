//! A text that the town wrote, as a template: `{{ place }}` for a value, `{% if photo %}...{% endif %}` for what stands there
//! only sometimes, and nothing else, so that no text can hang a server or look at what is not meant for it.

use std::collections::BTreeMap;

use kuitti_shared::api::texts::TextMistake;
use kuitti_shared::domain::{NoticeStage, TextKey, TextKind, TextVariable};
use kuitti_text::without_isolates;
use minijinja::{Environment, Error, UndefinedBehavior};

use super::facts::{Facts, one_line};
use crate::intake::limits::{NOTICE_WORDS, exceeds};

/// Commands of templates that a text can use.
const COMMANDS: [&str; 4] = ["if", "elif", "else", "endif"];
const NAME: &str = "text";

/// What is wrong with a text, if something is: `facts` are those of any case.
pub(super) fn mistake(source: &str, key: &TextKey, facts: &Facts) -> Option<TextMistake> {
    if exceeds(source, NOTICE_WORDS) {
        let most = u32::try_from(NOTICE_WORDS).unwrap_or(u32::MAX);
        return Some(TextMistake::TooLong { most });
    }
    if let Some(name) = foreign_command(source) {
        return Some(TextMistake::UnknownCommand { name });
    }
    let environment = environment();
    let named = match environment.template_from_named_str(NAME, source) {
        Ok(template) => template.undeclared_variables(false),
        Err(error) => return Some(unreadable(&error)),
    };
    let known: Vec<TextVariable> = TextVariable::known_at(key.stage).collect();
    let is_known = |name: &String| known.iter().any(|variable| variable.code() == name.as_str());
    // The first by its letters: the same one at every look.
    let mut strangers: Vec<&String> = named.iter().filter(|name| !is_known(name)).collect();
    strangers.sort();
    if let Some(name) = strangers.first() {
        let name = (*name).clone();
        return Some(TextMistake::UnknownVariable { name, known });
    }
    let needs_code = key.stage == NoticeStage::Confirm && key.kind != TextKind::Subject;
    if needs_code && !named.contains(TextVariable::Confirm.code()) {
        let name = TextVariable::Confirm;
        return Some(TextMistake::MissingVariable { name });
    }
    every_case(facts)
        .iter()
        .find_map(|facts| failure(source, key, facts))
}

/// A text must say something whatever the case: with a photo and without, however the work stands.
fn every_case(facts: &Facts) -> Vec<Facts> {
    let standings = ["done", "not_done", "open"].map(|now| facts.with(TextVariable::Now, now));
    let bare = facts.with(TextVariable::Photo, "");
    standings.into_iter().chain([bare, facts.clone()]).collect()
}

fn failure(source: &str, key: &TextKey, facts: &Facts) -> Option<TextMistake> {
    match render(source, key, facts) {
        Ok(words) if words.is_empty() => Some(TextMistake::Empty),
        Ok(_) => None,
        Err(error) => Some(unreadable(&error)),
    }
}

/// What a text says. A subject is one line.
pub(super) fn render(source: &str, key: &TextKey, facts: &Facts) -> Result<String, Error> {
    let values: BTreeMap<&str, &str> = facts.known_at(key.stage);
    let words = environment().render_named_str(NAME, source, values)?;
    Ok(match key.kind {
        TextKind::Subject => one_line(&words),
        // In a text message each character counts.
        TextKind::Sms => without_isolates(&plain_lines(&words)),
        TextKind::Mail => plain_lines(&words),
    })
}

/// Lines end in one way, and nothing stands between them that a phone cannot show.
fn plain_lines(words: &str) -> String {
    let words = words.replace("\r\n", "\n");
    let is_shown = |character: &char| *character == '\n' || !character.is_control();
    words
        .chars()
        .filter(is_shown)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Without functions and tests, with the few filters that sentences need. What a text prints is no markup.
fn environment() -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.add_filter("upper", minijinja::filters::upper);
    environment.add_filter("lower", minijinja::filters::lower);
    environment.add_filter("trim", minijinja::filters::trim);
    environment
}

/// The first command that a text cannot use: one that repeats could go on for ever.
fn foreign_command(source: &str) -> Option<String> {
    let commands = source.split("{%").skip(1).map(|after| {
        let after = after.trim_start_matches(['-', '+']).trim_start();
        let end = after.find(|character: char| !character.is_alphanumeric() && character != '_');
        end.map_or(after, |end| after.split_at(end).0)
    });
    let mut foreign = commands.filter(|name| !COMMANDS.contains(name));
    foreign.next().map(str::to_owned)
}

fn unreadable(error: &Error) -> TextMistake {
    TextMistake::Unreadable {
        line: error
            .line()
            .and_then(|line| u32::try_from(line).ok())
            .unwrap_or(1),
        why: error
            .detail()
            .map_or_else(|| error.kind().to_string(), str::to_owned),
    }
}

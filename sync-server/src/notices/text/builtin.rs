//! The texts of the product, from the Fluent files: said with the facts, or shown as a text that the town can start from.

use kuitti_shared::domain::{NoticeStage, TextKind, TextVariable};
use kuitti_text::{Text, Variables, without_isolates};

use super::facts::Facts;

/// How the work can stand, as sentences of the product tell it apart; the last one is for everything else.
const STANDINGS: [&str; 3] = ["done", "not_done", "open"];

/// What a part of a message says where the town wrote nothing.
pub(super) fn say(kind: TextKind, stage: NoticeStage, facts: &Facts) -> String {
    let variables = TextVariable::ALL.map(|variable| (variable.code(), facts.get(variable.code())));
    let said = facts
        .text()
        .say_with(&key(kind, stage), &variables.into_iter().collect());
    match kind {
        TextKind::Sms => without_isolates(&said),
        TextKind::Mail | TextKind::Subject => said,
    }
}

/// The same as a text of the town would be written.
pub(super) fn source(kind: TextKind, stage: NoticeStage, text: Text) -> String {
    let standing = |now: &str| {
        let name = |variable: TextVariable| match variable {
            TextVariable::Now => now.to_owned(),
            other => format!("{{{{ {} }}}}", other.code()),
        };
        let variables: Variables<'_> = TextVariable::ALL
            .into_iter()
            .map(|variable| (variable.code(), name(variable)))
            .collect();
        without_isolates(&text.say_with(&key(kind, stage), &variables))
    };
    let [done, not_done, open] = STANDINGS.map(standing);
    if done == open && not_done == open {
        open
    } else {
        format!(
            "{{% if now == \"done\" %}}{done}{{% elif now == \"not_done\" %}}{not_done}{{% else %}}{open}{{% endif %}}"
        )
    }
}

fn key(kind: TextKind, stage: NoticeStage) -> String {
    format!("notice-{}-{}", kind.code(), stage.code().replace('_', "-"))
}

//! The town's own texts: the one of the category first, then the one of all, then what is built in. A text that cannot be
//! used never stops a message: the next one says it, and the office is told.

use std::collections::BTreeMap;

use kuitti_shared::domain::TextKey;
use kuitti_shared::id::TextId;

use super::facts::Facts;
use super::{builtin, template};
use crate::act::Act;
use crate::error::Result;
use crate::pokes::Poke;
use crate::storage::{OfficeTask, ReadTx, TextRecord, WriteTx};

/// The task of the office when a text cannot be used.
const BROKEN_TASK: &str = "notice_text_broken";

/// The town's own texts that are in force.
#[derive(Debug, Default)]
pub(in crate::notices) struct OwnTexts(BTreeMap<TextKey, TextRecord>);

/// What a part of a message says, and by which text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) words: String,
    /// None: what is built in, or the office's words for this message alone.
    pub(super) text: Option<TextId>,
    /// A text of the town was passed over because it could not be used.
    pub(super) broken: bool,
}

impl Said {
    pub(super) const fn plain(words: String) -> Self {
        Self {
            words,
            text: None,
            broken: false,
        }
    }
}

impl OwnTexts {
    /// Reads them all: there are few, and one statement serves a whole round of messages.
    pub(in crate::notices) async fn read(tx: &mut dyn ReadTx) -> Result<Self> {
        let texts = tx.texts().await?.into_iter();
        let in_force = texts.filter(|text| !text.source.is_empty());
        Ok(Self(in_force.map(|text| (text.key.clone(), text)).collect()))
    }

    /// Those in force, each with where it belongs.
    pub(super) fn all(&self) -> impl Iterator<Item = &TextRecord> {
        self.0.values()
    }

    /// What `key` says about these facts.
    pub(super) fn say(&self, key: &TextKey, facts: &Facts) -> Said {
        let mut broken = false;
        for text in self.candidates(key) {
            match template::render(&text.source, key, facts) {
                Ok(words) if !words.is_empty() => {
                    let text = Some(text.id);
                    return Said { words, text, broken };
                }
                _ => broken = true,
            }
        }
        Said {
            broken,
            ..Said::plain(builtin::say(key.kind, key.stage, facts))
        }
    }

    /// What is used for `key` when the town has no text of exactly that: the text of all categories, or what is built in.
    pub(super) fn otherwise(&self, key: &TextKey, text: kuitti_text::Text) -> String {
        let general = key.category.as_ref().and_then(|_| self.0.get(&general(key)));
        general.map_or_else(
            || builtin::source(key.kind, key.stage, text),
            |general| general.source.clone(),
        )
    }

    fn candidates(&self, key: &TextKey) -> impl Iterator<Item = &TextRecord> {
        let special = key.category.as_ref().and_then(|_| self.0.get(key));
        special.into_iter().chain(self.0.get(&general(key)))
    }
}

fn general(key: &TextKey) -> TextKey {
    TextKey {
        category: None,
        ..key.clone()
    }
}

/// Opens the task; once, however many messages the text would have been for.
pub(in crate::notices) async fn tell_office(tx: &mut dyn WriteTx, act: &Act) -> Result<()> {
    tx.open_task(&OfficeTask {
        id: 0,
        code: BROKEN_TASK.to_owned(),
        order: None,
        operation: None,
        opened_at: act.now,
        settled_at: None,
    })
    .await?;
    tx.poke(Poke::Tasks);
    Ok(())
}

//! What a message says, in the citizen's language. Texts are made when a message leaves, so that they tell what is true
//! then; a citizen's own words go in as data, on one line, and never as markup.
//!
//! - [`facts`]: what a text can name, of a case or of an invented one
//! - [`builtin`]: the texts of the product, one for each language, stage and part of a message
//! - [`template`]: a text that the town wrote: checked before it is saved, and filled in
//! - [`own`]: which of the town's texts says it, and what happens when that one cannot
//! - [`mod@desk`]: writing them, with a preview of what they say and cost

mod builtin;
mod desk;
mod facts;
mod own;
mod template;
#[cfg(test)]
mod tests;

use kuitti_shared::domain::{Language, NoticeChannel, NoticeStage, TextKey, TextKind};
use kuitti_shared::id::NoticeId;
use kuitti_shared::unit::WallTime;
use minijinja::context;

pub use self::desk::router;
use self::facts::Facts;
pub(super) use self::facts::one_line;
use self::own::Said;
pub(super) use self::own::{OwnTexts, tell_office};
use super::gate::Case;
use crate::citizen::templates;
use crate::config::Config;
use crate::error::Result;
use crate::storage::NoticeRecord;

/// A message as a sender gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The notice: the key by which a repetition is recognised.
    pub notice: NoticeId,
    /// How it travels.
    pub channel: NoticeChannel,
    /// Phone number in E.164 form, or e-mail address.
    pub to: String,
    /// In which language.
    pub language: Language,
    /// The notice's beginning: the date of a mail, the same at every attempt.
    pub at: WallTime,
    /// When it was handed to the sender.
    pub leaves_at: WallTime,
    /// Subject of a mail.
    pub subject: Option<String>,
    /// Plain text.
    pub text: String,
    /// A mail as HTML.
    pub html: Option<String>,
    /// Which case it is about, for programs; nothing where nobody knows yet whose way it is.
    pub about: Option<About>,
    /// Where one request without a question stops further mails (RFC 8058).
    pub unsubscribe: Option<String>,
}

/// The case of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// About which stage.
    pub stage: NoticeStage,
    /// The case's public number.
    pub number: String,
    /// Its page.
    pub link: String,
}

/// A message that was written.
pub(super) struct Written {
    /// The message.
    pub(super) message: Message,
    /// A text of the town's could not be used for it: the office has to be told.
    pub(super) passed_over: bool,
}

/// Writes a message. The notice remembers which of the town's texts it was.
///
/// # Errors
/// When the frame of mails does not fit.
pub(super) fn write(
    notice: &mut NoticeRecord,
    case: &Case,
    own: &OwnTexts,
    config: &Config,
) -> Result<Written> {
    let facts = Facts::of(notice, case, config);
    let said = sentence(notice, &facts, own);
    let is_mail = notice.channel == NoticeChannel::Email;
    let subject = is_mail.then(|| say(TextKind::Subject, notice, &facts, own));
    let texts = || [Some(&said), subject.as_ref()].into_iter().flatten();
    notice.texts = texts().filter_map(|said| said.text).collect();
    let passed_over = texts().any(|said| said.broken);
    let (subject, text, html) = match subject {
        None => (None, said.words, None),
        Some(subject) => {
            let (text, html) = mail(notice, &facts, &subject.words, &said.words)?;
            (Some(subject.words), text, Some(html))
        }
    };
    let unsubscribe = facts.unsubscribe().filter(|_| is_mail);
    let about = (notice.stage != NoticeStage::Confirm).then(|| About {
        stage: notice.stage,
        number: facts.get("number").to_owned(),
        link: facts.get("link").to_owned(),
    });
    let message = Message {
        about,
        unsubscribe,
        notice: notice.id,
        channel: notice.channel,
        to: notice.recipient.clone(),
        language: notice.language,
        at: notice.created_at,
        leaves_at: notice.updated_at,
        subject,
        text,
        html,
    };
    Ok(Written { message, passed_over })
}

/// What a message says in one sentence, as the office may change it.
pub(super) fn words(notice: &NoticeRecord, case: &Case, own: &OwnTexts, config: &Config) -> String {
    sentence(notice, &Facts::of(notice, case, config), own).words
}

/// The office's own words for this one message, or the usual ones.
fn sentence(notice: &NoticeRecord, facts: &Facts, own: &OwnTexts) -> Said {
    match &notice.words {
        Some(words) => Said::plain(words.clone()),
        None => say(TextKind::of_channel(notice.channel), notice, facts, own),
    }
}

fn say(kind: TextKind, notice: &NoticeRecord, facts: &Facts, own: &OwnTexts) -> Said {
    let key = TextKey {
        language: notice.language,
        stage: notice.stage,
        kind,
        category: facts.category.clone(),
    };
    own.say(&key, facts)
}

fn mail(notice: &NoticeRecord, facts: &Facts, subject: &str, sentence: &str) -> Result<(String, String)> {
    let first = notice.stage == NoticeStage::Received;
    let values = context! {
        language => notice.language.code(),
        direction => notice.language.direction().code(),
        town => facts.get("town"),
        subject,
        sentence,
        // Nobody knows yet whose address it is: nothing about the case goes there.
        case => notice.stage != NoticeStage::Confirm,
        category => facts.get("category"),
        place => facts.get("place"),
        number => facts.get("number"),
        code => first.then(|| facts.get("code")),
        link => facts.get("link"),
        photo => facts.get("photo"),
    };
    let text = templates::render(notice.language, "mail.txt", &values)?;
    Ok((text, templates::render(notice.language, "mail.html", &values)?))
}

//! What a message says, in the citizen's language. Texts are made when a message leaves, so that they tell what is true
//! then; a citizen's own words go in as data, on one line, and never as markup.

use kuitti_shared::domain::{Language, NoticeChannel, NoticeStage, RequestStage};
use kuitti_shared::id::NoticeId;
use kuitti_shared::unit::WallTime;
use kuitti_text::{Calendar, Text, Variables, without_isolates};
use minijinja::context;

use super::gate::Case;
use crate::citizen::{case, templates};
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
    /// Where one request without a question stops further mails (RFC 8058).
    pub unsubscribe: Option<String>,
}

/// Everything that sentences of messages can name.
struct Words<'a> {
    text: Text,
    config: &'a Config,
    case: &'a Case,
    category: String,
    place: String,
    code: String,
    link: String,
}

/// Writes a message.
///
/// # Errors
/// When a template does not fit.
pub(super) fn write(notice: &NoticeRecord, case: &Case, config: &Config) -> Result<Message> {
    let words = Words::of(notice, case, config);
    let (subject, text, html) = match notice.channel {
        NoticeChannel::Sms => (None, words.sentence(notice), None),
        NoticeChannel::Email => {
            let (text, html) = words.mail(notice)?;
            (Some(words.about("notice-subject", notice)), text, Some(html))
        }
    };
    let unsubscribe = words
        .unsubscribe()
        .filter(|_| notice.channel == NoticeChannel::Email);
    Ok(Message {
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
    })
}

/// What a message says in one sentence, as the office may change it.
pub(super) fn words(notice: &NoticeRecord, case: &Case, config: &Config) -> String {
    Words::of(notice, case, config).sentence(notice)
}

impl<'a> Words<'a> {
    fn of(notice: &NoticeRecord, case: &'a Case, config: &'a Config) -> Self {
        let text = Text::new(notice.language);
        let seed = case.request.code_seed;
        let code = seed.map(|seed| config.code_secret.code(case.request.id, seed));
        let category = case
            .category
            .as_ref()
            .map(|category| category.name.get(notice.language));
        let address = config.public_url.trim_end_matches('/');
        Self {
            text,
            config,
            case,
            category: category.unwrap_or_default().to_owned(),
            place: one_line(&case::place_words(&case.request.place, text)),
            link: code.map_or_else(
                || address.to_owned(),
                |code| format!("{address}/t/{}", code.compact()),
            ),
            code: code.map(|code| code.to_string()).unwrap_or_default(),
        }
    }

    /// The office's own words, or the usual ones.
    fn sentence(&self, notice: &NoticeRecord) -> String {
        let usual = || match notice.channel {
            NoticeChannel::Sms => without_isolates(&self.about("notice-sms", notice)),
            NoticeChannel::Email => self.about("notice-mail", notice),
        };
        notice.words.clone().unwrap_or_else(usual)
    }

    fn unsubscribe(&self) -> Option<String> {
        let channel = NoticeChannel::Email.code();
        (!self.code.is_empty()).then(|| format!("{}/quiet?channel={channel}", self.link))
    }

    /// The sentence of a family for the notice's stage.
    fn about(&self, family: &str, notice: &NoticeRecord) -> String {
        let key = format!("{family}-{}", notice.stage.code().replace('_', "-"));
        let reason = case::not_done_reason(&self.case.orders);
        let reason = reason.map_or_else(
            || self.text.say("notice-reason-other", []),
            |reason| case::reason_words(reason, self.text),
        );
        let variables: Variables<'_> = [
            ("town", self.config.town.name.clone()),
            ("category", self.category.clone()),
            ("place", self.place.clone()),
            ("number", self.case.request.number.to_string()),
            ("code", self.code.clone()),
            ("link", self.link.clone()),
            ("when", self.when(notice)),
            ("reason", reason),
            ("now", now(self.case.truth.stage).to_owned()),
            ("confirm", self.confirmation(notice)),
        ]
        .into_iter()
        .collect();
        self.text.say_with(&key, &variables)
    }

    fn mail(&self, notice: &NoticeRecord) -> Result<(String, String)> {
        let first = notice.stage == NoticeStage::Received;
        let values = context! {
            language => notice.language.code(),
            direction => notice.language.direction().code(),
            town => self.config.town.name,
            subject => self.about("notice-subject", notice),
            sentence => self.sentence(notice),
            // Nobody knows yet whose address it is: nothing about the case goes there.
            case => notice.stage != NoticeStage::Confirm,
            category => self.category,
            place => self.place,
            number => self.case.request.number.to_string(),
            code => first.then_some(&self.code),
            link => self.link,
        };
        let text = templates::render(notice.language, "mail.txt", &values)?;
        Ok((text, templates::render(notice.language, "mail.html", &values)?))
    }

    /// The code of six digits, where the message brings one that still counts.
    fn confirmation(&self, notice: &NoticeRecord) -> String {
        let own = self.case.request.confirmations.iter();
        let mut own = own.filter(|known| known.channel == notice.channel && known.round == notice.occurrence);
        let code = |seed| self.config.code_secret.confirmation(notice.request, seed);
        own.next().map(|own| code(own.seed)).unwrap_or_default()
    }

    /// When the work ended, as the town's clock says; of several orders the last one counts.
    fn when(&self, notice: &NoticeRecord) -> String {
        let visits = self.case.orders.iter().flat_map(|order| order.current_visits());
        let ended = visits
            .filter(|visit| visit.finish().is_some())
            .filter_map(|visit| visit.ended_at);
        let ended = ended.map(|ended| ended.at).max().unwrap_or(notice.created_at);
        let local = Calendar::of_zone(&self.config.town.time_zone).local(ended);
        let (date, clock) = (self.text.date(local.date()), self.text.clock(&local));
        self.text
            .say("notice-when", [("date", date.into()), ("clock", clock.into())])
    }
}

const fn now(stage: RequestStage) -> &'static str {
    match stage {
        RequestStage::Done => "done",
        RequestStage::NotDone => "not_done",
        _ => "open",
    }
}

/// Space for whatever could break a line or a header.
fn one_line(text: &str) -> String {
    let visible = text
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character });
    visible
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

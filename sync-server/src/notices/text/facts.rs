//! What a text can name, with its values: of a case as it stands, or of an invented one for a preview.

use std::collections::BTreeMap;

use kuitti_shared::domain::{Language, NoticeStage, RequestStage, TextVariable};
use kuitti_shared::id::{CategoryCode, RequestId};
use kuitti_shared::unit::WallTime;
use kuitti_text::{Calendar, Text};
use uuid::Uuid;

use super::super::gate::Case;
use crate::citizen::case;
use crate::config::Config;
use crate::intake::code::CodeSeed;
use crate::storage::NoticeRecord;

/// Variables with their values.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    /// Whose texts come first.
    pub(super) category: Option<CategoryCode>,
    text: Text,
    values: BTreeMap<&'static str, String>,
    has_code: bool,
}

impl Facts {
    /// Of a message about a case.
    pub(super) fn of(notice: &NoticeRecord, case: &Case, config: &Config) -> Self {
        let code = case
            .request
            .code_seed
            .map(|seed| config.code_secret.code(case.request.id, seed));
        let mut facts = Self::about(notice.language, notice.created_at, case, config);
        let address = config.public_url.trim_end_matches('/');
        let link = code.map_or_else(
            || address.to_owned(),
            |code| format!("{address}/t/{}", code.compact()),
        );
        facts.has_code = code.is_some();
        facts.set_link(code.map(|code| code.to_string()).unwrap_or_default(), link, case);
        facts.set(TextVariable::Confirm, confirmation(notice, case, config));
        facts
    }

    /// Of a case for a preview: with an invented code, since the right one is its citizen's alone.
    pub(super) fn preview(language: Language, now: WallTime, case: &Case, config: &Config) -> Self {
        let mut facts = Self::about(language, now, case, config);
        let (code, link) = invented_code(config);
        facts.set_link(code, link, case);
        facts.set(TextVariable::Confirm, "123456".to_owned());
        facts
    }

    /// Of an invented case of this category.
    pub(super) fn invented(
        language: Language,
        now: WallTime,
        category: Option<(CategoryCode, String)>,
        config: &Config,
    ) -> Self {
        let text = Text::new(language);
        let (code, link) = invented_code(config);
        let (category, name) = category.unzip();
        let mut facts = Self::empty(category, text);
        let reason = text.say("citizen-reason-no-access", []);
        facts.set(TextVariable::Town, config.town.name.clone());
        facts.set(TextVariable::Category, name.unwrap_or_default());
        facts.set(TextVariable::Place, text.say("text-sample-place", []));
        facts.set(
            TextVariable::Number,
            format!("{}-1042", config.town.request_prefix),
        );
        facts.set(TextVariable::When, moment(text, config, now));
        facts.set(TextVariable::Reason, reason);
        facts.set(TextVariable::Now, "open".to_owned());
        facts.set(TextVariable::Photo, format!("{link}/photo"));
        facts.set(TextVariable::Code, code);
        facts.set(TextVariable::Link, link);
        facts.set(TextVariable::Confirm, "123456".to_owned());
        facts
    }

    /// What stands in the case itself.
    fn about(language: Language, at: WallTime, case: &Case, config: &Config) -> Self {
        let text = Text::new(language);
        let name = case.category.as_ref().map(|category| category.name.get(language));
        let reason = case::not_done_reason(&case.orders);
        let reason = reason.map_or_else(
            || text.say("notice-reason-other", []),
            |reason| case::reason_words(reason, text),
        );
        let mut facts = Self::empty(Some(case.request.category.clone()), text);
        facts.set(TextVariable::Town, config.town.name.clone());
        facts.set(TextVariable::Category, name.unwrap_or_default().to_owned());
        let place = one_line(&case::place_words(&case.request.place, text));
        facts.set(TextVariable::Place, place);
        facts.set(TextVariable::Number, case.request.number.to_string());
        facts.set(
            TextVariable::When,
            moment(text, config, ended(case).unwrap_or(at)),
        );
        facts.set(TextVariable::Reason, reason);
        facts.set(TextVariable::Now, now(case.truth.stage).to_owned());
        facts
    }

    const fn empty(category: Option<CategoryCode>, text: Text) -> Self {
        Self {
            category,
            text,
            values: BTreeMap::new(),
            has_code: false,
        }
    }

    fn set_link(&mut self, code: String, link: String, case: &Case) {
        let shown = !case::published_photos(case.category.as_ref(), &case.orders).is_empty();
        let photo = shown.then(|| format!("{link}/photo"));
        self.set(TextVariable::Photo, photo.unwrap_or_default());
        self.set(TextVariable::Code, code);
        self.set(TextVariable::Link, link);
    }

    fn set(&mut self, variable: TextVariable, value: String) {
        self.values.insert(variable.code(), value);
    }

    /// The same with another value.
    pub(super) fn with(&self, variable: TextVariable, value: &str) -> Self {
        let mut facts = self.clone();
        facts.set(variable, value.to_owned());
        facts
    }

    /// The texts of the language.
    pub(super) const fn text(&self) -> Text {
        self.text
    }

    /// A value by its name; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// Those that a text about this stage can name.
    pub(super) fn known_at(&self, stage: NoticeStage) -> BTreeMap<&'static str, &str> {
        TextVariable::known_at(stage)
            .map(|variable| (variable.code(), self.get(variable.code())))
            .collect()
    }

    /// Where mails are stopped.
    pub(super) fn unsubscribe(&self) -> Option<String> {
        self.has_code
            .then(|| format!("{}/quiet?channel=email", self.get("link")))
    }
}

/// A code that opens nothing, and its link: as long as real ones.
fn invented_code(config: &Config) -> (String, String) {
    let code = config.code_secret.code(RequestId(Uuid::nil()), CodeSeed([0; 16]));
    let address = config.public_url.trim_end_matches('/');
    (code.to_string(), format!("{address}/t/{}", code.compact()))
}

/// The code of six digits, where the message brings one that still counts.
fn confirmation(notice: &NoticeRecord, case: &Case, config: &Config) -> String {
    let own = case.request.confirmations.iter();
    let mut own = own.filter(|known| known.channel == notice.channel && known.round == notice.occurrence);
    let code = |seed| config.code_secret.confirmation(notice.request, seed);
    own.next().map(|own| code(own.seed)).unwrap_or_default()
}

/// When the work ended; of several orders the last one counts.
fn ended(case: &Case) -> Option<WallTime> {
    let visits = case.orders.iter().flat_map(|order| order.current_visits());
    let ended = visits
        .filter(|visit| visit.finish().is_some())
        .filter_map(|visit| visit.ended_at);
    ended.map(|ended| ended.at).max()
}

/// A moment as the town's clock says.
fn moment(text: Text, config: &Config, at: WallTime) -> String {
    let local = Calendar::of_zone(&config.town.time_zone).local(at);
    let (date, clock) = (text.date(local.date()), text.clock(local));
    text.say("notice-when", [("date", date.into()), ("clock", clock.into())])
}

const fn now(stage: RequestStage) -> &'static str {
    match stage {
        RequestStage::Done => "done",
        RequestStage::NotDone => "not_done",
        _ => "open",
    }
}

/// Space for whatever could break a line or a header.
pub(in crate::notices) fn one_line(text: &str) -> String {
    let visible = text
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character });
    visible
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

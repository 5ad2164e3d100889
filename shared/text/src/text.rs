//! The one door to the texts.
use fluent_bundle::FluentArgs;

use crate::{Language, Value, bundle::bundle, numbers};

/// The texts of one language; as cheap to copy as the language itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Text {
    language: Language,
}

impl Text {
    /// The texts in this language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language spoken.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The sentence under `key`, with its variables: `text.say("orders-count", [("count", 2.into())])`, `text.say("save", [])`.
    ///
    /// A sentence that this language lacks is said in English; a key that nobody knows is said as itself, so that it is seen and mended.
    pub fn say<const N: usize>(self, key: &str, variables: [(&'static str, Value<'_>); N]) -> String {
        let variables: FluentArgs<'_> = variables.into_iter().collect();
        self.say_with(key, &variables)
    }

    /// The same for variables that are collected while running.
    pub fn say_with(self, key: &str, variables: &FluentArgs<'_>) -> String {
        spoken(self.language, key, variables)
            .or_else(|| spoken(Language::default(), key, variables))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The word for a code of the domain: `text.word("order-status", "in_work")` says `order-status-in-work`.
    pub fn word(self, family: &str, code: &str) -> String {
        self.say(&format!("{family}-{}", code.replace('_', "-")), [])
    }

    /// Whether there is a sentence under `key`, for keys that come from elsewhere (a server newer than this app).
    pub fn knows(self, key: &str) -> bool {
        [self.language, Language::default()]
            .into_iter()
            .filter_map(bundle)
            .any(|bundle| bundle.has_message(key))
    }

    /// A number with exactly so many decimals, as the language writes it.
    pub fn number(self, value: f64, decimals: usize) -> String {
        numbers::write(self.language, value, decimals)
    }
}

/// The text without the marks that keep directions apart, for where each character counts: an SMS.
pub fn without_isolates(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

fn spoken(language: Language, key: &str, variables: &FluentArgs<'_>) -> Option<String> {
    let bundle = bundle(language)?;
    let pattern = bundle.get_message(key)?.value()?;
    // A missing variable shows as `{$name}`: the sentence is worth more than silence.
    Some(
        bundle
            .format_pattern(pattern, Some(variables), &mut Vec::new())
            .into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_language() {
        let finnish = Text::new(Language::Fi);
        assert_eq!(finnish.say("orders-count", [("count", 1.into())]), "1 työmääräys");
        assert_eq!(
            finnish.say("orders-count", [("count", 12_345.into())]),
            "12\u{a0}345 työmääräystä"
        );
    }

    #[test]
    fn an_unknown_key_is_said_as_itself() {
        assert_eq!(Text::default().say("no-such-key", []), "no-such-key");
        assert!(!Text::default().knows("no-such-key"));
    }

    #[test]
    fn what_a_person_wrote_passes_unchanged_and_without_marks() {
        let said = Text::default().say("quoted", [("text", "<b>5 & 6</b> {$count}".into())]);
        assert_eq!(said, "“<b>5 & 6</b> {$count}”");
    }

    #[test]
    fn what_is_put_into_a_persian_sentence_keeps_its_own_direction() {
        let persian = Text::new(Language::Fa);
        let said = persian.say("order-number-is", [("number", "T-1042".into())]);
        assert_eq!(said, "دستور کار \u{2068}T-1042\u{2069}");
        assert_eq!(without_isolates(&said), "دستور کار T-1042");
        assert_eq!(
            persian.say("orders-count", [("count", 12_345.into())]),
            "\u{2068}۱۲٬۳۴۵\u{2069} دستور کار"
        );
    }

    #[test]
    fn counts_follow_the_grammar_of_each_language() {
        for (language, one, many) in [
            (Language::Tr, "1 iş emri", "5 iş emri"),
            (Language::It, "1 ordine", "5 ordini"),
        ] {
            let text = Text::new(language);
            assert_eq!(text.say("orders-count", [("count", 1.into())]), one);
            assert_eq!(text.say("orders-count", [("count", 5.into())]), many);
        }
        // In Persian nought counts as one in grammar: a sentence about exactly one must not say it.
        let persian = Text::new(Language::Fa);
        assert_eq!(persian.say("times", [("count", 1.into())]), "یک بار");
        assert_eq!(
            persian.say("times", [("count", 0.into())]),
            "\u{2068}۰\u{2069} بار"
        );
    }
}

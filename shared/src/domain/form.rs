//! How a line of a checklist is answered.
//!
//! On the wire each kind names the basic type that the first released apps know (`tick`, `number`, `text`); `as` says it
//! finer. An old phone shows a choice as a line to type into, and its answer has the same form as everybody's. What `as`
//! says in a newer release than this one is treated the same way.

use serde::{Deserialize, Serialize};

use super::{ItemValue, Localised};

/// How a checklist line is answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "WireItemKind", into = "WireItemKind")]
pub enum ItemKind {
    /// Ticked or not; unticked is no answer.
    Tick,
    /// Yes or no; both are answers. [`ItemValue::Tick`].
    YesNo,
    /// A measured number.
    Number {
        /// Unit as shown, for example `V`.
        unit: String,
        /// What is expected; a number outside is kept, because it may be true.
        expected: Expected,
    },
    /// Free text.
    Text,
    /// One of several; the answer is the option's code.
    Choice(Vec<ChoiceOption>),
    /// A day, as `2026-11-22`.
    Date,
    /// A drawn signature, as [`super::Signature`] writes it.
    Signature,
    /// What a barcode or QR code says, read by the camera or typed.
    Barcode,
}

/// Between which numbers a measurement is expected, both included.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Expected {
    /// Not below.
    pub lowest: Option<f64>,
    /// Not above.
    pub highest: Option<f64>,
}

impl Expected {
    /// Is this number as expected?
    #[must_use]
    pub fn holds(self, number: f64) -> bool {
        self.lowest.is_none_or(|lowest| number >= lowest)
            && self.highest.is_none_or(|highest| number <= highest)
    }
}

/// One of the answers of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChoiceOption {
    /// What is stored.
    pub code: String,
    /// What is read.
    pub label: Localised,
}

/// [`ItemKind`] as it travels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WireItemKind {
    /// What the first released apps know.
    pub r#type: BasicType,
    /// What it is more exactly: `yes_no`, `choice`, `date`, `signature`, `barcode`.
    #[serde(default, rename = "as", skip_serializing_if = "Option::is_none")]
    pub finer: Option<String>,
    /// Unit of a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The lowest number that is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowest: Option<f64>,
    /// The highest number that is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highest: Option<f64>,
    /// The answers of a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<ChoiceOption>,
}

/// The types of the first released apps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BasicType {
    /// Ticked or not.
    Tick,
    /// A number.
    Number,
    /// Text.
    Text,
}

impl WireItemKind {
    const fn basic(r#type: BasicType) -> Self {
        Self {
            r#type,
            finer: None,
            unit: None,
            lowest: None,
            highest: None,
            options: Vec::new(),
        }
    }

    fn finer(r#type: BasicType, finer: &str) -> Self {
        Self {
            finer: Some(finer.to_owned()),
            ..Self::basic(r#type)
        }
    }
}

impl From<ItemKind> for WireItemKind {
    fn from(kind: ItemKind) -> Self {
        match kind {
            ItemKind::Tick => Self::basic(BasicType::Tick),
            ItemKind::YesNo => Self::finer(BasicType::Tick, "yes_no"),
            ItemKind::Number { unit, expected } => Self {
                unit: Some(unit),
                lowest: expected.lowest,
                highest: expected.highest,
                ..Self::basic(BasicType::Number)
            },
            ItemKind::Text => Self::basic(BasicType::Text),
            ItemKind::Choice(options) => Self {
                options,
                ..Self::finer(BasicType::Text, "choice")
            },
            ItemKind::Date => Self::finer(BasicType::Text, "date"),
            ItemKind::Signature => Self::finer(BasicType::Text, "signature"),
            ItemKind::Barcode => Self::finer(BasicType::Text, "barcode"),
        }
    }
}

impl From<WireItemKind> for ItemKind {
    fn from(wire: WireItemKind) -> Self {
        match (wire.r#type, wire.finer.as_deref()) {
            (BasicType::Tick, Some("yes_no")) => Self::YesNo,
            (BasicType::Tick, _) => Self::Tick,
            (BasicType::Number, _) => Self::Number {
                unit: wire.unit.unwrap_or_default(),
                expected: Expected {
                    lowest: wire.lowest,
                    highest: wire.highest,
                },
            },
            (BasicType::Text, Some("choice")) if !wire.options.is_empty() => Self::Choice(wire.options),
            (BasicType::Text, Some("date")) => Self::Date,
            (BasicType::Text, Some("signature")) => Self::Signature,
            (BasicType::Text, Some("barcode")) => Self::Barcode,
            (BasicType::Text, _) => Self::Text,
        }
    }
}

impl ItemKind {
    /// The unit in which it is measured.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        match self {
            Self::Number { unit, .. } => Some(unit),
            _ => None,
        }
    }

    /// Does this value answer the question?
    #[must_use]
    pub fn is_answered_by(&self, value: &ItemValue) -> bool {
        match value {
            ItemValue::Tick(ticked) => *ticked || *self == Self::YesNo,
            ItemValue::Number(number) => number.is_finite(),
            ItemValue::Text(text) => !text.trim().is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[track_caller]
    fn check(kind: &ItemKind, wire: &Value) {
        assert_eq!(serde_json::to_value(kind).unwrap(), *wire);
        assert_eq!(serde_json::from_value::<ItemKind>(wire.clone()).unwrap(), *kind);
    }

    #[test]
    fn rule_12_the_kinds_of_the_first_release_read_as_they_did() {
        check(&ItemKind::Tick, &json!({ "type": "tick" }));
        check(&ItemKind::Text, &json!({ "type": "text" }));
        let volts = ItemKind::Number {
            unit: "V".to_owned(),
            expected: Expected::default(),
        };
        check(&volts, &json!({ "type": "number", "unit": "V" }));
    }

    #[test]
    fn rule_12_what_came_later_names_a_type_that_the_first_apps_know() {
        check(&ItemKind::YesNo, &json!({ "type": "tick", "as": "yes_no" }));
        check(&ItemKind::Date, &json!({ "type": "text", "as": "date" }));
        check(
            &ItemKind::Signature,
            &json!({ "type": "text", "as": "signature" }),
        );
        check(&ItemKind::Barcode, &json!({ "type": "text", "as": "barcode" }));
        let option = ChoiceOption {
            code: "led".to_owned(),
            label: [(crate::domain::Language::En, "LED")].into(),
        };
        check(
            &ItemKind::Choice(vec![option]),
            &json!({ "type": "text", "as": "choice", "options": [{ "code": "led", "label": { "en": "LED" } }] }),
        );
    }

    #[test]
    fn rule_12_a_finer_type_of_a_later_release_is_its_basic_type() {
        let later = json!({ "type": "text", "as": "hologram", "depth": 3 });
        assert_eq!(serde_json::from_value::<ItemKind>(later).unwrap(), ItemKind::Text);
    }

    #[test]
    fn no_is_an_answer_to_a_question_and_an_empty_box_is_none() {
        assert!(ItemKind::YesNo.is_answered_by(&ItemValue::Tick(false)));
        assert!(!ItemKind::Tick.is_answered_by(&ItemValue::Tick(false)));
        assert!(!ItemKind::Date.is_answered_by(&ItemValue::Text("  ".to_owned())));
    }

    #[test]
    fn a_range_includes_its_ends() {
        let expected = Expected {
            lowest: Some(210.0),
            highest: Some(240.0),
        };
        assert!(expected.holds(210.0) && expected.holds(240.0) && !expected.holds(240.1));
        assert!(Expected::default().holds(-1e9));
    }
}

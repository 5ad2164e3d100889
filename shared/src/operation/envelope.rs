//! The envelope around an action: which device said it, about which order, on what knowledge, when.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Action, Entry};
use crate::clock::Stamp;
use crate::domain::{Fix, WorkOrder};
use crate::id::{OpId, OrderId};
use crate::unit::{AssignmentEpoch, Seq, Version};

/// What the device knew about the order when the operation was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Base {
    /// The last version from the server.
    pub version: Version,
    /// Under which assignment.
    pub assignment_epoch: AssignmentEpoch,
}

impl Base {
    /// What a device that holds `order` from the server knows.
    #[must_use]
    pub const fn of(order: &WorkOrder) -> Self {
        Self {
            version: order.version,
            assignment_epoch: order.assignment_epoch,
        }
    }
}

/// An operation as stored and sent. Unknown kinds pass through unharmed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WireOperation {
    /// Place in the device's numbering.
    pub seq: Seq,
    /// Id for ever.
    pub op_id: OpId,
    /// About which order; a report has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// `name@version` of the catalogue.
    pub kind: String,
    /// On what knowledge.
    #[serde(default)]
    pub base: Base,
    /// When, by the device's clocks.
    pub at: Stamp,
    /// Where the device was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Fix>,
    /// The action's payload.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub data: Value,
}

/// An operation that this release understands.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Id for ever.
    pub op_id: OpId,
    /// On what knowledge.
    pub base: Base,
    /// Where the device was.
    pub position: Option<Fix>,
    /// What was done.
    pub action: Action,
}

/// Why an operation cannot be decoded. Neither reason loses it.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// A newer app made it: it is held until the server knows the kind.
    #[error("the kind {0:?} is not known here")]
    UnknownKind(String),
    /// The payload does not fit the kind: it is quarantined.
    #[error("the payload of {kind} cannot be read: {source}")]
    Malformed {
        /// Which kind.
        kind: String,
        /// What the decoder says.
        source: serde_json::Error,
    },
}

/// An action with its names, as serde splits it.
#[derive(Serialize, Deserialize)]
struct Tagged {
    kind: String,
    data: Value,
}

impl WireOperation {
    /// Puts an action into its envelope.
    ///
    /// # Errors
    /// When the action holds a value JSON cannot carry, such as a number that is not finite.
    pub fn new(
        seq: Seq,
        order: Option<OrderId>,
        at: Stamp,
        operation: &Operation,
    ) -> Result<Self, serde_json::Error> {
        let Tagged { kind, data } = serde_json::from_value(serde_json::to_value(&operation.action)?)?;
        Ok(Self {
            seq,
            op_id: operation.op_id,
            order,
            kind,
            base: operation.base,
            at,
            position: operation.position,
            data,
        })
    }

    /// Decodes the action.
    ///
    /// # Errors
    /// [`DecodeError`], which says whether the operation is to be held or quarantined.
    pub fn decode(&self) -> Result<Operation, DecodeError> {
        if Entry::of_wire(&self.kind).is_none() {
            return Err(DecodeError::UnknownKind(self.kind.clone()));
        }
        let data = if self.data.is_null() {
            Value::Object(serde_json::Map::new())
        } else {
            self.data.clone()
        };
        let tagged = serde_json::json!({ "kind": self.kind, "data": data });
        let action = serde_json::from_value(tagged).map_err(|source| DecodeError::Malformed {
            kind: self.kind.clone(),
            source,
        })?;
        Ok(Operation {
            op_id: self.op_id,
            base: self.base,
            position: self.position,
            action,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::BootEpoch;
    use crate::domain::{Extent, ItemValue, NotDoneReason, Outcome};
    use crate::operation::{CATALOGUE, HideTarget};
    use crate::unit::{Millis, WallTime};
    use uuid::Uuid;

    fn wire(action: Action) -> WireOperation {
        let at = Stamp {
            wall: WallTime(1_700_000_000_000),
            boot: Millis(5_000),
            epoch: BootEpoch(3),
        };
        let operation = Operation {
            op_id: OpId(Uuid::from_u128(7)),
            base: Base::default(),
            position: None,
            action,
        };
        WireOperation::new(Seq(1), Some(OrderId(Uuid::from_u128(9))), at, &operation).unwrap()
    }

    #[test]
    fn rule_12_the_wire_form_of_released_kinds_does_not_change() {
        let actions = vec![
            wire(Action::Accept {}),
            wire(Action::Decline {
                reason: "No van".into(),
            }),
            wire(Action::Check {
                item: "lamp_works".into(),
                value: ItemValue::Tick(true),
            }),
            wire(Action::Finish {
                outcome: Outcome::Done,
                extent: Extent::Whole,
                follow_up: None,
            }),
            wire(Action::Finish {
                outcome: Outcome::NotDone(NotDoneReason::NoAccess),
                extent: Extent::Part,
                follow_up: None,
            }),
            wire(Action::Hide(HideTarget::Note(OpId(Uuid::from_u128(1))))),
        ];
        insta::assert_json_snapshot!("released_kinds", actions);
    }

    #[test]
    fn every_kind_of_the_catalogue_has_a_decoder() {
        for entry in CATALOGUE {
            let operation = WireOperation {
                kind: entry.wire.into(),
                ..wire(Action::Accept {})
            };
            match operation.decode() {
                Ok(decoded) => assert_eq!(decoded.action.kind(), entry.kind),
                Err(DecodeError::Malformed { source, .. }) => {
                    assert!(
                        !source.to_string().contains("unknown variant"),
                        "{}: {source}",
                        entry.wire
                    );
                }
                Err(DecodeError::UnknownKind(kind)) => panic!("{kind} is listed and not decoded"),
            }
        }
    }

    #[test]
    fn rule_2_an_unknown_kind_is_told_from_a_malformed_payload() {
        let newer = WireOperation {
            kind: "teleport@3".into(),
            ..wire(Action::Accept {})
        };
        assert!(matches!(newer.decode(), Err(DecodeError::UnknownKind(_))));
        let broken = WireOperation {
            kind: "note@1".into(),
            ..wire(Action::Accept {})
        };
        assert!(matches!(broken.decode(), Err(DecodeError::Malformed { .. })));
    }

    #[test]
    fn what_was_put_into_the_envelope_comes_out_again() {
        let action = Action::Finish {
            outcome: Outcome::DoneNeedsFollowUp,
            extent: Extent::Whole,
            follow_up: Some("pole".into()),
        };
        let bytes = serde_json::to_vec(&wire(action.clone())).unwrap();
        let read: WireOperation = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(read.decode().unwrap().action, action);
    }
}

//! Which drawing stands for what.

use kuitti_engine::protocol::ReceiptState;
use kuitti_shared::id::CategoryCode;
use kuitti_shared::operation::Kind;
use kuitti_ui::Glyph;

/// Parts of category codes, as towns write them, and the drawing that says the most.
const CATEGORIES: &[(&str, Glyph)] = &[
    ("lamp", Glyph::Lamp),
    ("light", Glyph::Lamp),
    ("bin", Glyph::Bin),
    ("waste", Glyph::Bin),
    ("litter", Glyph::Bin),
    ("pothole", Glyph::Warning),
    ("road", Glyph::Warning),
];

/// A kind of problem.
pub(super) fn of_category(category: &CategoryCode) -> Glyph {
    let code = category.as_str();
    CATEGORIES
        .iter()
        .find(|(part, _)| code.contains(part))
        .map_or(Glyph::Order, |(_, glyph)| *glyph)
}

/// A move.
pub(super) const fn of_move(kind: Kind) -> Glyph {
    match kind {
        Kind::EnRoute => Glyph::Car,
        Kind::Start | Kind::Resume => Glyph::Play,
        Kind::Pause => Glyph::Pause,
        Kind::Decline => Glyph::StatusDeclined,
        Kind::HandBack | Kind::Undo => Glyph::Undo,
        _ => Glyph::Check,
    }
}

/// Where something is.
pub(super) const fn of_receipt(state: &ReceiptState) -> Glyph {
    match state {
        ReceiptState::OnThisPhone => Glyph::Device,
        ReceiptState::Arrived => Glyph::Upload,
        ReceiptState::Applied => Glyph::Check,
        ReceiptState::NeedsAttention { .. } => Glyph::Warning,
    }
}

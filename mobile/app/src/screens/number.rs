//! Numbers as people type them.

pub(super) use kuitti_shared::written::number as parse;

/// A whole number above zero.
pub(super) fn whole(typed: &str) -> Option<u32> {
    let number = parse(typed)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range has been checked"
    )]
    (number.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
}

/// A quantity above zero in thousandths of its unit.
pub(super) fn thousandths(typed: &str) -> Option<u32> {
    let thousandths = (parse(typed)? * 1_000.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range has been checked"
    )]
    (1.0..=f64::from(u32::MAX))
        .contains(&thousandths)
        .then_some(thousandths as u32)
}

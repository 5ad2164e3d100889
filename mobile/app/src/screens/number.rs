//! Numbers as people type them, with a comma or a point.

/// A number; none for what is no finite number.
pub(super) fn parse(typed: &str) -> Option<f64> {
    typed
        .trim()
        .replace(',', ".")
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
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

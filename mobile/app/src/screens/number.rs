//! Numbers as people type them.

pub(super) use kuitti_shared::written::number as parse;

/// A whole number above zero.
pub(super) fn whole(typed: &str) -> Option<u32> {
    let thousandths = thousandths(typed)?;
    thousandths.is_multiple_of(1_000).then_some(thousandths / 1_000)
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

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn minutes_are_read_in_any_digits_and_only_whole_ones() {
        assert_eq!(whole("25"), Some(25));
        assert_eq!(whole(" ۲۵ "), Some(25));
        for none in ["0", "-5", "2.5", "2,5", "soon", ""] {
            assert_eq!(whole(none), None, "{none:?}");
        }
    }
}

//! What citizens thought of the ends of their cases, counted. Of few answers nothing is told but how few they are: one angry
//! voice says nothing about a district, and could be recognised.

use std::collections::BTreeMap;

use crate::api::satisfaction::SatisfactionRow;
use crate::domain::Rating;

/// Fewer than this are counted and not told.
pub const LEAST: u32 = 5;

/// One end of one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct End {
    /// How good it was, when its citizen said so.
    pub rating: Option<Rating>,
    /// Its citizen took it back.
    pub reopened: bool,
}

/// Ends counted by what they have in common.
#[derive(Debug, Clone, Default)]
pub struct Tally(BTreeMap<String, Count>);

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    ends: u32,
    reopened: u32,
    ratings: u32,
    stars: u32,
}

impl Tally {
    /// Counts an end.
    pub fn add(&mut self, key: &str, end: End) {
        let count = self.0.entry(key.to_owned()).or_default();
        count.ends += 1;
        count.reopened += u32::from(end.reopened);
        if let Some(rating) = end.rating {
            count.ratings += 1;
            count.stars += u32::from(rating.number());
        }
    }

    /// What can be told, by key.
    #[must_use]
    pub fn rows(self) -> Vec<SatisfactionRow> {
        let rows = self.0.into_iter().map(|(key, count)| SatisfactionRow {
            key,
            ends: count.ends,
            reopened_percent: share(count.reopened * 100, count.ends),
            ratings: count.ratings,
            average: share(count.stars, count.ratings),
        });
        rows.collect()
    }
}

/// To one decimal; nothing of too few.
fn share(sum: u32, of: u32) -> Option<f64> {
    (of >= LEAST).then(|| (f64::from(sum) * 10.0 / f64::from(of)).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_answers_are_counted_and_not_told() {
        let mut tally = Tally::default();
        for number in [5, 4, 4, 5] {
            let rating = Rating::try_from(number).ok();
            let reopened = false;
            tally.add("lamp", End { rating, reopened });
        }
        let few = tally.clone().rows().remove(0);
        assert_eq!((few.ends, few.ratings), (4, 4));
        assert_eq!((few.average, few.reopened_percent), (None, None));
        tally.add(
            "lamp",
            End {
                rating: None,
                reopened: true,
            },
        );
        let row = tally.clone().rows().remove(0);
        assert_eq!((row.average, row.reopened_percent), (None, Some(20.0)));
        let rating = Rating::try_from(1).ok();
        tally.add(
            "lamp",
            End {
                rating,
                reopened: false,
            },
        );
        let row = tally.rows().remove(0);
        assert_eq!((row.average, row.reopened_percent), (Some(3.8), Some(16.7)));
    }
}

//! Which category of the town another system's word means.

use std::collections::BTreeMap;

use kuitti_shared::domain::{Category, Localised, NoticeProof, Targets};
use kuitti_shared::id::CategoryCode;
use kuitti_shared::unit::Minutes;

use super::preset::Preset;
use crate::act::Act;
use crate::error::Result;
use crate::storage::{ReadTx, WriteTx};

/// For kinds of problems about which the town has not decided yet.
const TARGETS: Targets = Targets {
    warning: Minutes(5 * 24 * 60),
    breach: Minutes(10 * 24 * 60),
    in_office_hours: false,
};
const CODE_LENGTH: usize = 40;

/// The town's categories during an import.
#[derive(Debug)]
pub(super) struct Categories {
    known: BTreeMap<CategoryCode, Category>,
    /// Those that were made.
    pub(super) made: Vec<CategoryCode>,
}

/// A category, and whether it had to be made.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// The town has it.
    Known(Category),
    /// It was made for this line.
    Made(Category),
}

impl Categories {
    pub(super) async fn load(tx: &mut dyn ReadTx) -> Result<Self> {
        let known = tx.categories().await?.into_iter();
        Ok(Self {
            known: known.map(|category| (category.code.clone(), category)).collect(),
            made: Vec::new(),
        })
    }

    /// The category for a word: the one that the preset names, else one named like the word, else a new one that citizens
    /// do not see.
    pub(super) async fn find(
        &mut self,
        tx: &mut dyn WriteTx,
        preset: &Preset,
        word: &str,
        act: &Act,
    ) -> Result<Found> {
        let named = preset.categories.iter().find(|(theirs, _)| *theirs == word);
        let own = CategoryCode(code_of(word));
        let wanted = named
            .map(|(_, ours)| CategoryCode::from(*ours))
            .into_iter()
            .chain([own.clone()]);
        if let Some(category) = wanted.into_iter().find_map(|code| self.known.get(&code)) {
            return Ok(Found::Known(category.clone()));
        }
        let category = Category {
            name: Localised([(act.config.town.language, word.to_owned())].into()),
            skill: None,
            checklist: Vec::new(),
            evidence: Vec::new(),
            targets: TARGETS,
            assigns_itself: false,
            workers_take: false,
            publishes_after_photo: false,
            notice_proof: NoticeProof::default(),
            closes_after_days: None,
            public: false,
            code: own,
        };
        tx.put_category(&category).await?;
        self.made.push(category.code.clone());
        self.known.insert(category.code.clone(), category.clone());
        Ok(Found::Made(category))
    }
}

/// `Dead Animal Removal` becomes `dead_animal_removal`.
fn code_of(word: &str) -> String {
    let letters = word.chars().map(|character| {
        if character.is_alphanumeric() {
            character
        } else {
            ' '
        }
    });
    let lower = letters.collect::<String>().to_lowercase();
    let code = lower.split_whitespace().collect::<Vec<_>>().join("_");
    code.chars().take(CODE_LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_becomes_a_code() {
        assert_eq!(
            code_of("Metal/Household Appliances"),
            "metal_household_appliances"
        );
        assert_eq!(code_of(" <b>Löwe</b> "), "b_löwe_b");
    }
}

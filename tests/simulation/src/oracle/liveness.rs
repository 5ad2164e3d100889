//! Queues drain within three rounds once faults stop.

use super::Violation;
use crate::shelf::Shelf;
use crate::town::Town;

pub(crate) fn check(town: &Town) -> Result<(), Violation> {
    for phone in &town.phones {
        let shelf = Shelf::of(&phone.directory());
        let waiting = shelf
            .uploads
            .iter()
            .filter(|(_, state)| state != "arrived")
            .count();
        if !shelf.pending.is_empty() || waiting > 0 {
            let what = format!(
                "{} still has {} operations and {waiting} photos",
                phone.name,
                shelf.pending.len()
            );
            return Err(Violation::of("liveness", what));
        }
    }
    Ok(())
}

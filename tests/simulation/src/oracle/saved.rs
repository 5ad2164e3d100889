//! *Saved* is a promise: whatever a screen called saved is at the server in the end.

use super::Violation;
use crate::town::Town;

pub(crate) async fn check(town: &Town) -> Result<(), Violation> {
    let at_server = town.ops_at_server().await;
    for (op, saved) in town.world.model.expected() {
        if !at_server.contains(&op) {
            let phone = &town.phones[saved.phone];
            let is_on_phone = town.ops_on(phone).contains(&op);
            let what = format!(
                "{:?} {op} of {} is not at the server (on the phone: {is_on_phone})",
                saved.kind, phone.name
            );
            return Err(Violation::of("saved", what));
        }
    }
    Ok(())
}

//! Nothing acknowledged is lost: each is in the server's table, as it was sent.

use serde_json::Value;

use super::Violation;
use crate::model::without_number;
use crate::town::Town;

pub(crate) async fn check(town: &Town) -> Result<(), Violation> {
    let mut tx = town.server.look().await;
    for (op, sent) in town.world.model.acknowledged() {
        let Some(stored) = tx.operation(op).await.unwrap() else {
            let what = format!("{op} was acknowledged and is not at the server");
            return Err(Violation::of("acknowledged", what));
        };
        let body: Value = serde_json::from_str(&stored.body).unwrap_or_default();
        if without_number(body) != sent {
            let what = format!("{op} was sent as {sent} and is kept as {}", stored.body);
            return Err(Violation::of("acknowledged", what));
        }
    }
    Ok(())
}

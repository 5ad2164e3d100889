//! What is large waits for a network that costs nothing, when the worker wants that (SYNC.md rule 13): photos and the map.
//! What the office must know goes at once, whatever the network.

use super::Inner;
use crate::ports::Cost;
use crate::protocol::{Held, LargeOver};
use crate::store::meta;

/// Asks the platform what the network costs now, and answers whether anything large waits. The screens hear of a change.
pub(crate) async fn look(engine: &Inner) -> Option<Held> {
    let cost = engine.ports.link.cost().await;
    let before = held(engine);
    engine.live.borrow_mut().cost = cost;
    let held = held(engine);
    if held != before {
        engine.announce();
    }
    held
}

/// Does anything large wait, as far as the network is known?
pub(super) fn held(engine: &Inner) -> Option<Held> {
    let settings = meta::get(engine.store.borrow().read(), &meta::SETTINGS);
    let over = settings.ok().flatten().unwrap_or_default().large_over;
    let live = engine.live.borrow();
    match (over, live.cost) {
        (LargeOver::AnyNetwork, _) | (_, Cost::Free) => None,
        _ if live.sends_anyway => None,
        (LargeOver::WifiOnly, Cost::Metered) => Some(Held::ForWifi),
        (LargeOver::WifiOnly, Cost::Unknown) => Some(Held::ForWord),
    }
}

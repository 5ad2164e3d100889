//! An answer of the engine that stays up to date.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Problem, Reply, Request};

use super::phone::use_phone;

/// Asks `request` now and again whenever orders look different, or what `request` reads has changed.
///
/// The former answer stays until the new one is here, so that nothing flickers.
pub(super) fn use_answer<T: 'static>(
    request: impl Fn() -> Request + 'static,
    read: fn(Reply) -> Option<T>,
) -> Signal<Option<Result<T, Problem>>> {
    let phone = use_phone();
    let mut answer = use_signal(|| None);
    let _asking = use_resource(move || {
        let _asked_again_when_it_changes = (phone.revision)();
        let request = request();
        async move {
            let news = match phone.ask(request).await {
                Reply::Failed(problem) => Err(problem),
                reply => read(reply).ok_or(Problem::NotPossible),
            };
            answer.set(Some(news));
        }
    });
    answer
}

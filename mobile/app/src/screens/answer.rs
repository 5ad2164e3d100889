//! An answer of the engine that stays up to date.

use dioxus::prelude::*;
use kuitti_engine::protocol::{Problem, Reply, Request};

use super::phone::use_phone;

/// What the engine answered last; none before the first answer.
pub(super) type Answered<T> = Option<Result<T, Problem>>;

/// Asks `request` now and again whenever what it is about looks different, or what `request` reads has changed.
///
/// The former answer stays until the new one is here, so that nothing flickers. One question is under way at a time: what
/// changes meanwhile is asked for once, after it.
pub(super) fn use_answer<T: PartialEq + 'static>(
    request: impl Fn() -> Request + 'static,
    read: fn(Reply) -> Option<T>,
) -> Signal<Answered<T>> {
    let phone = use_phone();
    let mut answer = use_signal(|| None);
    let mut next = use_hook(|| CopyValue::new(None::<Request>));
    let mut is_asking = use_hook(|| CopyValue::new(false));
    let wanted = use_memo(move || {
        let request = request();
        (phone.revisions.read().of(&request), request)
    });
    use_effect(move || {
        next.set(Some(wanted.read().1.clone()));
        if is_asking.replace(true) {
            return;
        }
        spawn(async move {
            while let Some(request) = next.take() {
                let news = match phone.ask(request).await {
                    Reply::Failed(problem) => Err(problem),
                    reply => read(reply).ok_or(Problem::NotPossible),
                };
                let is_news = answer.peek().as_ref() != Some(&news);
                if is_news {
                    answer.set(Some(news));
                }
            }
            is_asking.set(false);
        });
    });
    answer
}

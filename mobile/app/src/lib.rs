//! The field app: the screens, and the shell that joins them to the engine.
//!
//! Everything that knows about a platform lies in [`shell`]; the screens know the engine's protocol and the domain.
//! In a browser the feature `screens` is the page's wasm, `worker` that of the workers. Natively `screens` is the whole app.

#![cfg_attr(
    feature = "screens",
    expect(unused_qualifications, reason = "rsx! writes its event handlers with them")
)]

#[cfg(feature = "screens")]
pub mod screens;
pub mod shell;

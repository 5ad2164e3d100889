//! The field app: the screens, and the shell that joins them to the engine.
//!
//! Everything that knows about a platform lies in [`shell`]; the screens know the engine's protocol and the domain.
//! The feature `screens` is the page's wasm, `worker` that of the workers.

#![cfg(target_arch = "wasm32")]
#![cfg_attr(
    feature = "screens",
    expect(unused_qualifications, reason = "rsx! writes its event handlers with them")
)]

#[cfg(feature = "screens")]
pub mod screens;
pub mod shell;

//! A time zone of the world: how far its clocks are from UTC at an instant.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod bundled;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::Zone;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use bundled::Zone;

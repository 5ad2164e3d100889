//! What the device's network costs whoever pays for it.

use super::PortFuture;

/// What the device's network costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// Wi-Fi or a cable; also where there is no network at all.
    Free,
    /// Mobile data: somebody may pay for every byte.
    Metered,
    /// The platform does not say.
    Unknown,
}

/// Asks the platform.
pub trait Link {
    /// What the network costs that is used now.
    fn cost(&self) -> PortFuture<'_, Cost>;
}

/// A device of which one thing is known for good.
#[derive(Debug, Clone, Copy)]
pub struct Always(pub Cost);

impl Link for Always {
    fn cost(&self) -> PortFuture<'_, Cost> {
        Box::pin(std::future::ready(self.0))
    }
}

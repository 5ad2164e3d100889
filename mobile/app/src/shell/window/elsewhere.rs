//! Links that are not the window's: Dioxus opens them in the system's browser, but Android wants to be asked otherwise for
//! navigation (`geo:`) and the telephone (`tel:`).

use super::bridge::{self, FromPage};

/// Opens what the page hands over, for as long as the window lives.
pub(super) fn serve() {
    let listener = bridge::listen(|message| {
        if let FromPage::Elsewhere { address } = message {
            open(address);
        }
    });
    listener.for_ever();
}

#[cfg(target_os = "android")]
fn open(address: &str) {
    super::android::open(address.to_owned());
}

/// The page hands nothing over elsewhere.
#[cfg(not(target_os = "android"))]
const fn open(_address: &str) {}

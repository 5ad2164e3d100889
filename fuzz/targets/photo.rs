//! Whatever a camera, a phone or a stranger calls a photo: it becomes smaller, or it is refused.
#![no_main]

use kuitti_photo::develop;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(developed) = develop(bytes) {
        // What we made ourselves can be read.
        assert!(develop(&developed.photo).is_ok() && develop(&developed.thumbnail).is_ok());
    }
});

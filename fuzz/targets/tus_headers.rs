//! What upload clients say in headers: it is understood or refused.
#![no_main]

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use kuitti_server::files::headers::{Checksum, check_content_type, check_version, content, length, offset};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 6] = [
    "tus-resumable",
    "upload-length",
    "upload-offset",
    "upload-metadata",
    "upload-checksum",
    "content-type",
];

// A line for each header, then the body.
fuzz_target!(|bytes: &[u8]| {
    let mut lines = bytes.splitn(NAMES.len() + 1, |byte| *byte == b'\n');
    let mut headers = HeaderMap::new();
    for (name, line) in NAMES.into_iter().zip(&mut lines) {
        if let Ok(value) = HeaderValue::from_bytes(line) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    let _refused = (check_version(&headers), check_content_type(&headers));
    let _read = (length(&headers), offset(&headers));
    if let Ok(hash) = content(&headers) {
        assert_eq!(hash.as_str().len(), 64);
    }
    if let Ok(Some(mut checksum)) = Checksum::of(&headers) {
        checksum.update(lines.next().unwrap_or_default());
        let _holds = checksum.holds();
    }
});

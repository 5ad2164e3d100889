//! What a file is, by looking at it: names and headers can say anything.

use kuitti_shared::sync::upload::UploadKind;

/// The media type of everything that is no picture, whatever it says that it is.
pub(super) const FILE: &str = "application/octet-stream";

/// The media type under which an upload's content is kept; none when it is not what was announced.
pub(super) fn media_type(kind: UploadKind, head: &[u8]) -> Option<&'static str> {
    match kind {
        UploadKind::Picture => picture_kind(head),
        UploadKind::File => Some(FILE),
    }
}

/// The media type of what came without a word about its kind. A JPEG that cannot be opened here is one that the device could not
/// open either.
pub(super) fn kind_of_whole(bytes: &[u8]) -> &'static str {
    match picture_kind(bytes) {
        Some("image/jpeg") if kuitti_photo::develop(bytes).is_err() => FILE,
        Some(picture) => picture,
        None => FILE,
    }
}

/// What a name may end in, so that programs that know such files open it. From a list of our own: no program runs what it names.
pub(super) fn extension(head: &[u8]) -> &'static str {
    match picture_kind(head) {
        Some("image/jpeg") => "jpg",
        Some("image/png") => "png",
        Some("image/webp") => "webp",
        _ => match head.get(4..12) {
            Some(b"ftypavif" | b"ftypavis") => "avif",
            Some(b"ftypheic" | b"ftypheix" | b"ftypheim" | b"ftypheis" | b"ftypmif1" | b"ftypmsf1") => "heic",
            _ => "bin",
        },
    }
}

/// The media type of a picture that browsers show, from its first bytes.
pub(super) fn picture_kind(head: &[u8]) -> Option<&'static str> {
    match head {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

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

/// The media type of what a rescue file brings, without a word about its kind. A device makes JPEGs that do not say when and where
/// they were taken: that is a picture. Whatever else it has could not be opened there.
pub(super) fn kind_of_whole(bytes: &[u8]) -> &'static str {
    let says_nothing =
        |photo: kuitti_photo::Developed| photo.facts.taken_at.is_none() && photo.facts.taken_where.is_none();
    let is_made_by_a_device =
        picture_kind(bytes) == Some("image/jpeg") && kuitti_photo::develop(bytes).is_ok_and(says_nothing);
    if is_made_by_a_device { "image/jpeg" } else { FILE }
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

#[cfg(test)]
mod tests {
    use jpeg_encoder::{ColorType, Encoder};

    use super::*;

    /// A camera's note of when the picture was taken: an EXIF block with one time.
    fn exif() -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0".to_vec();
        // One entry that leads to a directory with one entry, whose value stands behind it.
        tiff.extend(b"\x01\0\x69\x87\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0");
        tiff.extend(b"\x02\0\x03\x90\x02\0\x14\0\0\0\x38\0\0\0\x11\x90\x02\0\x07\0\0\0\x4c\0\0\0\0\0\0\0");
        tiff.extend(b"2026:11:20 10:00:00\0+02:00\0");
        [b"Exif\0\0".to_vec(), tiff].concat()
    }

    fn jpeg(note: Option<Vec<u8>>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 80);
        if let Some(note) = note {
            encoder.add_app_segment(1, &note).unwrap();
        }
        encoder.encode(&[128; 64 * 48], 64, 48, ColorType::Luma).unwrap();
        bytes
    }

    #[test]
    fn only_what_a_device_made_is_a_picture_of_a_rescue_file() {
        let whole = jpeg(None);
        assert_eq!(kind_of_whole(&whole), "image/jpeg");
        assert_eq!(kind_of_whole(&whole[..whole.len() / 4]), FILE);
        assert_eq!(kind_of_whole(&jpeg(Some(exif()))), FILE);
        assert_eq!(kind_of_whole(b"\x89PNG\r\n\x1a\n and more"), FILE);
    }
}

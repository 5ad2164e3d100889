//! Sealing and opening. The code has a hundred random bits, so that scrypt has little to add: it is kept at a few
//! milliseconds of a phone's time, and a reader refuses a file that asks for more.

use std::io::{Read as _, Write as _};
use std::iter::once;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use kuitti_shared::id::DeviceId;
use kuitti_shared::sync::rescue::RescueCode;

use super::{Head, MOST_BYTES, Rescue, RescueError};

const MAGIC: &str = "kuitti-rescue/";
const VERSION: &str = "1";
/// A first line is never longer.
const FIRST_LINE: usize = 80;
/// 2^12 rounds, 4 MiB: 20 ms on a phone.
const WORK: u8 = 12;
/// More than any file of ours asks for.
const MOST_WORK: u8 = 16;

/// Writes a file; `photos` are those of the head, in its order.
///
/// # Errors
/// [`RescueError::TooLarge`]; the caller leaves photos out until they fit.
pub fn seal(code: &RescueCode, head: &Head, photos: &[Vec<u8>]) -> Result<Vec<u8>, RescueError> {
    let written = serde_json::to_vec(head).map_err(|_| RescueError::Damaged)?;
    let size = photos.iter().map(Vec::len).sum::<usize>() + written.len();
    if size > MOST_BYTES {
        return Err(RescueError::TooLarge);
    }
    let mut recipient = scrypt::Recipient::new(passphrase(code));
    recipient.set_work_factor(WORK);
    let encryptor = Encryptor::with_recipients(once(&recipient as &dyn age::Recipient))
        .map_err(|_| RescueError::Damaged)?;
    let mut file = Vec::with_capacity(size + size / 1_024 + 1_024);
    file.extend_from_slice(format!("{MAGIC}{VERSION} {}\n", head.device).as_bytes());
    let mut inside = encryptor.wrap_output(file).map_err(damaged)?;
    inside
        .write_all(format!("{}\n", written.len()).as_bytes())
        .and_then(|()| inside.write_all(&written))
        .and_then(|()| photos.iter().try_for_each(|photo| inside.write_all(photo)))
        .map_err(damaged)?;
    inside.finish().map_err(damaged)
}

/// From which device a file is, before it is opened.
///
/// # Errors
/// [`RescueError::Other`], [`RescueError::Newer`].
pub fn device_of(file: &[u8]) -> Result<DeviceId, RescueError> {
    first_line(file).map(|(device, _)| device)
}

fn first_line(file: &[u8]) -> Result<(DeviceId, &[u8]), RescueError> {
    let end = file.iter().take(FIRST_LINE).position(|byte| *byte == b'\n');
    let (line, rest) = end
        .and_then(|end| file.split_at_checked(end))
        .ok_or(RescueError::Other)?;
    let line = str::from_utf8(line).map_err(|_| RescueError::Other)?;
    let (version, device) = line
        .strip_prefix(MAGIC)
        .and_then(|line| line.split_once(' '))
        .ok_or(RescueError::Other)?;
    if version != VERSION {
        return Err(RescueError::Newer);
    }
    let device = device.parse().map_err(|_| RescueError::Other)?;
    Ok((device, rest.get(1..).unwrap_or_default()))
}

/// Opens a file.
///
/// # Errors
/// [`RescueError`]; never a panic, whatever the bytes are.
pub fn open(code: &RescueCode, file: &[u8]) -> Result<Rescue, RescueError> {
    if file.len() > MOST_BYTES + MOST_BYTES / 1_024 {
        return Err(RescueError::TooLarge);
    }
    let (device, sealed) = first_line(file)?;
    let mut identity = scrypt::Identity::new(passphrase(code));
    identity.set_max_work_factor(MOST_WORK);
    let decryptor = Decryptor::new(sealed).map_err(|error| reason(&error))?;
    let mut inside = decryptor
        .decrypt(once(&identity as &dyn age::Identity))
        .map_err(|error| reason(&error))?;
    let mut content = Vec::with_capacity(sealed.len());
    inside.read_to_end(&mut content).map_err(damaged)?;
    let rescue = take_apart(&content).ok_or(RescueError::Damaged)?;
    // The first line is not sealed: whoever changed it would have one phone's work taken in as another's.
    if rescue.head.device == device {
        Ok(rescue)
    } else {
        Err(RescueError::Damaged)
    }
}

fn take_apart(content: &[u8]) -> Option<Rescue> {
    let end = content.iter().take(FIRST_LINE).position(|byte| *byte == b'\n')?;
    let (length, rest) = content.split_at_checked(end)?;
    let length: usize = str::from_utf8(length).ok()?.parse().ok()?;
    let (head, mut rest) = rest.get(1..)?.split_at_checked(length)?;
    let head: Head = serde_json::from_slice(head).ok()?;
    let mut photos = Vec::with_capacity(head.photos.len());
    for photo in &head.photos {
        let (bytes, behind) = rest.split_at_checked(usize::try_from(photo.size).ok()?)?;
        photos.push(bytes.to_vec());
        rest = behind;
    }
    rest.is_empty().then_some(Rescue { head, photos })
}

fn reason(error: &DecryptError) -> RescueError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::NoMatchingKeys => RescueError::Code,
        _ => RescueError::Damaged,
    }
}

fn damaged(_: std::io::Error) -> RescueError {
    RescueError::Damaged
}

fn passphrase(code: &RescueCode) -> SecretString {
    SecretString::from(code.as_str().to_owned())
}

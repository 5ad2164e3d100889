//! What is kept of a file that a worker picked as a photo: the picture that was made of it, or the file itself where nothing here
//! can open it. Evidence never vanishes because a program could not read it.

use kuitti_shared::domain::{Fix, Mark};
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::sync::limits;
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::{Metres, WallTime};
use sha2::{Digest, Sha256};

use crate::engine::Inner;
use crate::error::EngineError;
use crate::photo::{Developed, PhotoError, PhotoFacts};
use crate::ports::{BlobError, BlobKey};
use crate::protocol::Problem;

/// What a camera makes is larger than what is sent of it.
const MOST_PICKED: u64 = 4 * limits::PHOTO_BYTES;

/// A camera's picture with what was drawn on it.
pub(in crate::engine) struct Marked {
    /// The bytes as the camera made them.
    pub(in crate::engine) original: Vec<u8>,
    /// What was drawn.
    pub(in crate::engine) marks: Vec<Mark>,
}

impl Marked {
    /// Nothing was drawn.
    pub(in crate::engine) const fn plain(original: Vec<u8>) -> Self {
        Self {
            original,
            marks: Vec::new(),
        }
    }

    /// Is there anything in it, and not too much?
    pub(super) fn check(&self) -> Result<(), Problem> {
        if self.original.is_empty() {
            return Err(Problem::PhotoEmpty);
        }
        if is_longer(&self.original, MOST_PICKED) {
            return Err(Problem::PhotoFileTooLarge);
        }
        Ok(())
    }
}

/// What is kept, and sent.
pub(super) enum Kept {
    /// It was opened.
    Picture {
        /// What was made of it.
        made: Developed,
        /// The bytes that it came from.
        original: Vec<u8>,
    },
    /// It was not: these bytes, as they are.
    File {
        /// Their hash.
        sha256: Sha256Hex,
        /// All of them.
        bytes: Vec<u8>,
    },
}

/// Opens what was picked, or keeps it unopened.
///
/// # Errors
/// When there is nothing in it, when it is too large, or when somebody drew on what cannot be opened: what was blacked out must
/// not leave the phone.
pub(super) async fn develop(engine: &Inner, marked: Marked) -> Result<Kept, EngineError> {
    marked.check()?;
    let Marked { original, marks } = marked;
    let is_drawn_on = !marks.is_empty();
    let error = match engine.ports.lab.develop(original.clone(), marks).await {
        Ok(made) => return Ok(Kept::Picture { made, original }),
        Err(error) => error,
    };
    if error == PhotoError::LabGone {
        return Err(Problem::NotPossible.into());
    }
    if is_drawn_on {
        return Err(Problem::PhotoNotDrawn.into());
    }
    if is_longer(&original, limits::PHOTO_BYTES) {
        return Err(Problem::PhotoFileTooLarge.into());
    }
    engine.log(
        "photo_unopened",
        &format!("bytes={} because={error}", original.len()),
    );
    let hash: [u8; 32] = Sha256::digest(&original).into();
    Ok(Kept::File {
        sha256: hash.into(),
        bytes: original,
    })
}

fn is_longer(bytes: &[u8], most: u64) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most
}

impl Kept {
    pub(super) const fn kind(&self) -> UploadKind {
        match self {
            Self::Picture { .. } => UploadKind::Picture,
            Self::File { .. } => UploadKind::File,
        }
    }

    pub(super) const fn sha256(&self) -> &Sha256Hex {
        match self {
            Self::Picture { made, .. } => &made.facts.sha256,
            Self::File { sha256, .. } => sha256,
        }
    }

    /// The bytes that the office gets.
    pub(super) fn sent(&self) -> &[u8] {
        match self {
            Self::Picture { made, .. } => &made.photo,
            Self::File { bytes, .. } => bytes,
        }
    }

    /// Width and height: nothing says that it is no picture.
    pub(super) fn sides(&self) -> (u32, u32) {
        self.facts().map_or((0, 0), |facts| (facts.width, facts.height))
    }

    pub(super) fn taken_at(&self) -> Option<WallTime> {
        self.facts()?.taken_at
    }

    /// A camera writes where, not how exactly.
    pub(super) fn taken_where(&self, now: WallTime) -> Option<Fix> {
        const CAMERA_ACCURACY: Metres = Metres(50.0);
        let facts = self.facts()?;
        facts.taken_where.map(|position| Fix {
            position,
            accuracy: CAMERA_ACCURACY,
            at: facts.taken_at.unwrap_or(now),
        })
    }

    const fn facts(&self) -> Option<&PhotoFacts> {
        match self {
            Self::Picture { made, .. } => Some(&made.facts),
            Self::File { .. } => None,
        }
    }

    /// Writes what is sent, durably, and what lists show. The original is good to have and no more: a phone without room for it
    /// still keeps what is sent.
    pub(super) async fn write(&self, engine: &Inner) -> Result<(), EngineError> {
        let blobs = &engine.ports.blobs;
        let hash = self.sha256();
        blobs.write(&BlobKey::Photo(hash.clone()), self.sent()).await?;
        let Self::Picture { made, original } = self else {
            return Ok(());
        };
        blobs
            .write(&BlobKey::Thumbnail(hash.clone()), &made.thumbnail)
            .await?;
        match blobs.write(&BlobKey::Original(hash.clone()), original).await {
            Ok(()) | Err(BlobError::Full) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

//! The way to the server. [`crate::sync::HttpTransport`] goes over HTTP; tests put a server in its place.

use kuitti_shared::api::map::MapPack;
use kuitti_shared::id::Sha256Hex;
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::sync::upload::UploadKind;
use kuitti_shared::unit::{Millis, WallTime};

use super::PortFuture;
use crate::protocol::Problem;
pub use crate::store::meta::Session;
use crate::sync::Push;

/// Why the server could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// No answer.
    #[error("no answer from the server: {0}")]
    Unreachable(String),
    /// 401: the token is refused.
    #[error("the server refuses the token")]
    Unauthorised,
    /// 413: the request is too large.
    #[error("the request is too large for the server")]
    TooLarge,
    /// 429 or 503: the server has too much to do.
    #[error("the server is busy")]
    Busy {
        /// How long it asks to be left alone.
        retry_after: Option<Millis>,
    },
    /// 426: the server cannot read what this app says.
    #[error("the server needs a newer app")]
    UpgradeRequired,
    /// 404 or 410: it is not there, with the server's code.
    #[error("not there: {0}")]
    NotFound(String),
    /// 409: an upload continues somewhere else.
    #[error("the upload continues elsewhere")]
    Offset,
    /// 460: the bytes that arrived are not those that were announced.
    #[error("the bytes do not fit their hash")]
    Checksum,
    /// Any other refusal, with the server's code.
    #[error("refused with {status}: {code}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The problem's code, empty when there is none.
        code: String,
    },
    /// 5xx, or an answer that cannot be read.
    #[error("the server failed: {0}")]
    Failed(String),
}

impl TransportError {
    /// A code for the log: no address, no name.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Unreachable(_) => "unreachable".to_owned(),
            Self::Unauthorised => "token_refused".to_owned(),
            Self::TooLarge => "too_large".to_owned(),
            Self::Busy { .. } => "busy".to_owned(),
            Self::UpgradeRequired => "upgrade_required".to_owned(),
            Self::NotFound(code) => format!("not_found:{code}"),
            Self::Offset => "offset".to_owned(),
            Self::Checksum => "checksum".to_owned(),
            Self::Refused { status, code } => format!("refused:{status}:{code}"),
            Self::Failed(_) => "server_failed".to_owned(),
        }
    }

    /// What the worker has to know, with the time of the next try.
    #[must_use]
    pub fn problem(&self, retry_at: Option<WallTime>) -> Problem {
        match self {
            Self::Unreachable(_) => Problem::Unreachable { retry_at },
            Self::Unauthorised => Problem::Revoked,
            Self::Busy { .. } => Problem::ServerBusy { retry_at },
            Self::UpgradeRequired => Problem::UpgradeNeeded,
            Self::TooLarge
            | Self::NotFound(_)
            | Self::Offset
            | Self::Checksum
            | Self::Refused { .. }
            | Self::Failed(_) => Problem::ServerFailed { retry_at },
        }
    }
}

/// A photo that is announced to the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUpload {
    /// Hash of its bytes.
    pub sha256: Sha256Hex,
    /// Bytes.
    pub size: u64,
    /// What they are.
    pub kind: UploadKind,
}

/// Where an upload goes, and how much of it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadPlace {
    /// Its address.
    pub url: String,
    /// Bytes that are there.
    pub offset: u64,
}

/// The way to the server.
pub trait Transport {
    /// `POST /sync/v1/enrol`
    fn enrol<'a>(
        &'a self,
        server: &'a str,
        request: &'a EnrolRequest,
    ) -> PortFuture<'a, Result<EnrolResponse, TransportError>>;

    /// `POST /sync/v1`
    fn sync<'a>(
        &'a self,
        session: &'a Session,
        push: &'a Push,
    ) -> PortFuture<'a, Result<SyncResponse, TransportError>>;

    /// `POST /sync/v1/wait`: answers when something changed, or after a while.
    fn wait<'a>(
        &'a self,
        session: &'a Session,
        push: &'a Push,
    ) -> PortFuture<'a, Result<SyncResponse, TransportError>>;

    /// `POST /files/v1`: tus creation.
    fn create_upload<'a>(
        &'a self,
        session: &'a Session,
        upload: &'a NewUpload,
    ) -> PortFuture<'a, Result<UploadPlace, TransportError>>;

    /// `HEAD` of an upload: how many bytes are there.
    fn upload_offset<'a>(
        &'a self,
        session: &'a Session,
        url: &'a str,
    ) -> PortFuture<'a, Result<u64, TransportError>>;

    /// `PATCH` of an upload: appends, and says how many bytes are there then.
    fn append<'a>(
        &'a self,
        session: &'a Session,
        place: &'a UploadPlace,
        bytes: Vec<u8>,
    ) -> PortFuture<'a, Result<u64, TransportError>>;

    /// `GET /api/map/pack`: which street map the town has.
    fn map_pack<'a>(&'a self, session: &'a Session) -> PortFuture<'a, Result<MapPack, TransportError>>;

    /// `GET /api/map/tiles/{sha256}`: `length` bytes of it from `offset` on; fewer at its end.
    fn map_part<'a>(
        &'a self,
        session: &'a Session,
        pack: &'a MapPack,
        offset: u64,
        length: u64,
    ) -> PortFuture<'a, Result<Vec<u8>, TransportError>>;
}

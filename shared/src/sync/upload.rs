//! What a device uploads beside its operations (tus 1.0.0, `docs/SYNC.md`, *Photos*).

/// What the content of an upload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadKind {
    /// A picture, and nothing else.
    Picture,
    /// What a worker picked and the device could not open as a picture: kept as it is, for the office to fetch.
    File,
}

impl UploadKind {
    /// How devices, the server and their stores call it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::File => "file",
        }
    }

    /// By its name; what nobody knows is held to be a picture, of which the most is asked.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "file" => Self::File,
            _ => Self::Picture,
        }
    }
}

//! What screens and engine say to each other: one request enum, one reply enum, one event stream.
//!
//! Everything here is plain data that travels as JSON. Pictures travel beside the enums, as bytes: a page hands them to its
//! worker by `postMessage`, a native shell by a channel. The screens' bundle depends on this module alone.
//!
//! Enums stand under their variant's name (`{"today": {…}}`): a tag among the fields would make the reader keep a whole answer in
//! pieces before it knows what it is, and carry the code for that.

mod map;
mod order;
mod place;
mod problem;
mod receipt;
mod room;
mod status;
mod worker;

pub use map::{MapOnPhone, MapState};
pub use order::{News, OrderCard, OrderView, PhotoOnPhone, Today, UndoOffer, UndoTogether, Urgency, Way};
pub use place::{PlaceSource, Track, TrackPoint};
pub use problem::Problem;
pub use receipt::{
    LogLine, ReceiptLine, ReceiptState, ReceiptSubject, Receipts, ShiftSummary, TakenNumber, Tally,
};
pub use room::{RescueWritten, RoomOnPhone};
pub use status::{
    DeviceStatus, Enrolment, Held, LargeOver, Pending, Settings, Standing, SyncPhase, SyncState, Theme,
};
pub use worker::{StoreNumber, WorkerHere};

use kuitti_shared::domain::{Fix, Language, Mark, PhotoRole, Place};
use kuitti_shared::id::{CategoryCode, OpId, OrderId, PhotoId};
use kuitti_shared::operation::Action;
use kuitti_shared::sync::town::TownCard;
use kuitti_shared::unit::WallTime;
use serde::{Deserialize, Serialize};

/// What a screen asks of the engine. Each request gets exactly one [`Reply`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// How is the device? [`Reply::Status`]
    Status,
    /// Becomes a worker's device by a one-time code. A worker who is not here yet comes beside those who are, and is shown.
    /// [`Reply::Status`]
    Enrol {
        /// The server's address, for example `https://kuitti.town.example`.
        server: String,
        /// The code as typed or scanned.
        code: String,
        /// What the device calls itself.
        device_name: String,
    },
    /// The orders on this phone. [`Reply::Today`]
    Today,
    /// One order with everything on it. [`Reply::Order`]
    Order {
        /// Which.
        order: OrderId,
    },
    /// A tap: durable before the reply. [`Reply::Saved`]. Photos and reports have requests of their own.
    Perform {
        /// On which order.
        order: OrderId,
        /// What was done.
        action: Action,
        /// Where the device is, when it knows; the last [`Request::SetFix`] otherwise.
        fix: Option<Fix>,
    },
    /// A photo, its bytes beside the request as the camera made them. [`Reply::Saved`], also when it cannot be opened
    AddPhoto {
        /// On which order.
        order: OrderId,
        /// What it shows.
        role: PhotoRole,
        /// Where the device is; used when the picture itself does not say.
        fix: Option<Fix>,
        /// What was drawn on it, upright: part of the pixels of all that is sent or shown.
        marks: Vec<Mark>,
    },
    /// Several orders at one place are done. With bytes beside, they are a photo taken afterwards, and each order gets it.
    /// [`Reply::Saved`] with the last operation.
    FinishTogether {
        /// Which.
        orders: Vec<OrderId>,
        /// Where the device is.
        fix: Option<Fix>,
    },
    /// Moves are taken back: all of them, or none. [`Reply::Saved`] with the last operation.
    TakeBack {
        /// What an `undo` has to name on each order; at least one.
        moves: Vec<(OrderId, OpId)>,
    },
    /// The worker has looked at an order: its news are none any more. [`Reply::Done`]
    Seen {
        /// Which.
        order: OrderId,
    },
    /// Visits may be put into another order now, because nobody is reading the list. [`Reply::Done`]
    PlanVisits,
    /// A new problem, found on the way. Bytes beside are a photo of it. [`Reply::Saved`]
    Report {
        /// Kind of problem.
        category: CategoryCode,
        /// Plain text.
        description: String,
        /// Where.
        place: Place,
        /// Where the device is.
        fix: Option<Fix>,
    },
    /// A picture on this phone. [`Reply::Photo`] with its JPEG bytes beside.
    Photo {
        /// Which.
        photo: PhotoId,
        /// How large.
        size: PhotoSize,
    },
    /// Every operation and photo with its state. [`Reply::Receipts`]
    Receipts,
    /// What was done since a moment, and whether the office has all of it. [`Reply::Shift`]
    Shift {
        /// Since when, by the device's clock.
        since: WallTime,
    },
    /// What happened between this phone and the office. [`Reply::Log`]
    Log,
    /// What the town told its devices: articles, kinds of problems, colleagues. [`Reply::Town`]
    Town,
    /// Sync at once, for example because the network is back. [`Reply::Done`] when it has begun; events tell the rest.
    SyncNow,
    /// The app came to the front or left it: in front, the engine waits at the server for changes. [`Reply::Done`]
    SetVisibility {
        /// Which.
        visibility: Visibility,
    },
    /// Is the street map on this phone? [`Reply::Map`]
    Map,
    /// A tile of the street map. [`Reply::MapTile`], the vector tile beside; nothing beside where the map has nothing.
    MapTile {
        /// Zoom.
        z: u8,
        /// Column.
        x: u32,
        /// Row.
        y: u32,
    },
    /// The device knows where it is, or no longer. [`Reply::Done`]
    SetFix {
        /// Where.
        fix: Option<Fix>,
        /// Who says so: only what the device measured itself is told to the office.
        source: PlaceSource,
    },
    /// Reads a recorded track; the file's bytes beside. [`Reply::Track`]
    ReadTrack,
    /// The worker reads another language. [`Reply::Done`]
    SetLanguage {
        /// Which.
        language: Language,
    },
    /// The worker wants another look. [`Reply::Done`]
    SetTheme {
        /// Which.
        theme: Theme,
    },
    /// The worker wants photos and the map to travel otherwise. [`Reply::Done`]
    SetLargeOver {
        /// How.
        over: LargeOver,
    },
    /// Like [`Request::SyncNow`], and photos that wait for Wi-Fi go too, whatever it costs. [`Reply::Done`]
    SendPhotos,
    /// Drops a photo of which the worker has read that it can never be sent. [`Reply::Done`]
    DropTaken(TakenNumber),
    /// Drops copies of what the server has confirmed, to make room. [`Reply::Done`]
    ForgetSent,
    /// What takes room on this phone. [`Reply::Room`]
    Room,
    /// Everything unsent as a file that only the office can open. [`Reply::Rescue`] with the file beside.
    Rescue,
    /// Who works with this device. [`Reply::Workers`]
    Workers,
    /// Another worker takes the device: every other request is about this worker from now on. [`Reply::Done`]
    ShowWorker {
        /// Whose.
        store: StoreNumber,
    },
    /// A worker leaves the device, of whom it holds nothing that the office does not have. [`Reply::Done`]
    RemoveWorker {
        /// Whose.
        store: StoreNumber,
    },
}

/// How large a picture is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoSize {
    /// At most 256 pixels on the long edge.
    Thumbnail,
    /// As it is sent: at most 2048 pixels on the long edge.
    Full,
}

/// Does anybody look at the app?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Yes.
    Front,
    /// No.
    Back,
}

/// What the engine answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// How the device is.
    Status(Box<DeviceStatus>),
    /// The orders.
    Today(Box<Today>),
    /// One order.
    Order(Box<OrderView>),
    /// It is on disk.
    Saved {
        /// The operation that was made.
        op: OpId,
        /// The photo, when it was one.
        photo: Option<PhotoId>,
        /// The photo could not be opened as a picture: it is kept and sent as the file that it is.
        unopened: bool,
    },
    /// The bytes beside are a JPEG.
    Photo,
    /// The street map.
    Map(Box<MapOnPhone>),
    /// The bytes beside are a vector tile; there are none where the map has nothing.
    MapTile,
    /// Every operation and photo.
    Receipts(Box<Receipts>),
    /// A shift's work.
    Shift(ShiftSummary),
    /// The latest line first.
    Log(Vec<LogLine>),
    /// The town.
    Town(Box<TownCard>),
    /// What takes room.
    Room(RoomOnPhone),
    /// A recorded way.
    Track(Box<Track>),
    /// The bytes beside are a rescue file.
    Rescue(RescueWritten),
    /// Who works with this device, in the sequence in which they came.
    Workers(Vec<WorkerHere>),
    /// It was done, or begun.
    Done,
    /// It was not done, and why. Nothing was lost.
    Failed(Problem),
}

/// What the engine says unasked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Orders look different now: read them again. Empty means all of them, and the town too.
    ViewChanged {
        /// Which.
        orders: Vec<OrderId>,
    },
    /// A tap is on disk.
    Saved {
        /// Which operation.
        op: OpId,
        /// On which order.
        order: Option<OrderId>,
    },
    /// The device's state changed: syncing, age, counts, a problem.
    StatusChanged {
        /// The state now.
        status: Box<DeviceStatus>,
    },
    /// Another street map is here, or more of it.
    MapChanged,
    /// Another worker came, left or is shown, or the work of one who is not shown has moved.
    WorkersChanged,
    /// Bytes of a photo reached the server.
    PhotoProgress {
        /// Which.
        photo: PhotoId,
        /// So many bytes so far.
        sent: u64,
        /// Of so many.
        size: u64,
    },
}

/// A request with the number by which its reply is found again. Bytes travel beside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Chosen by the caller, unique among the open calls.
    pub id: u64,
    /// What is asked.
    pub request: Request,
}

/// What comes from the engine: the reply to a [`Call`], or an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromEngine {
    /// A reply. Bytes travel beside.
    Answer {
        /// Of which call.
        id: u64,
        /// What the engine says.
        answer: Reply,
    },
    /// An event.
    Event {
        /// What happened.
        event: Event,
    },
}

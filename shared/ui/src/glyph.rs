//! Our own icons, compiled in: an icon must show without a network.
use dioxus::prelude::*;
use kuitti_shared::domain::{OrderStatus, RequestStage};

macro_rules! glyphs {
    ($($name:ident => $file:literal,)+) => {
        /// A drawing of `assets/icons`, named as its file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each name says what is drawn")]
        pub enum Glyph { $($name),+ }

        impl Glyph {
            /// The drawing as SVG, from our own file.
            pub const fn svg(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("../../../assets/icons/", $file, ".svg"))),+ }
            }
        }
    };
}

glyphs! {
    ArrowUp => "arrow-up",
    Bin => "bin",
    BoxSelect => "box-select",
    Camera => "camera",
    Car => "car",
    Category => "category",
    Check => "check",
    Checklist => "checklist",
    ChevronDown => "chevron-down",
    ChevronLeft => "chevron-left",
    ChevronRight => "chevron-right",
    Clock => "clock",
    Close => "close",
    Compass => "compass",
    Conflict => "conflict",
    Crew => "crew",
    Device => "device",
    Download => "download",
    External => "external",
    Eye => "eye",
    File => "file",
    Filter => "filter",
    Import => "import",
    Info => "info",
    Key => "key",
    Keyboard => "keyboard",
    Kuitti => "kuitti",
    Lamp => "lamp",
    Language => "language",
    Link => "link",
    List => "list",
    Lock => "lock",
    LogOut => "log-out",
    Map => "map",
    Material => "material",
    Merge => "merge",
    Minus => "minus",
    Moon => "moon",
    Navigate => "navigate",
    Note => "note",
    Notice => "notice",
    Offline => "offline",
    Online => "online",
    Order => "order",
    Pause => "pause",
    Person => "person",
    Phone => "phone",
    Photo => "photo",
    Pin => "pin",
    Play => "play",
    Plus => "plus",
    Print => "print",
    Qr => "qr",
    Receipt => "receipt",
    Refresh => "refresh",
    Request => "request",
    Ruler => "ruler",
    Search => "search",
    Settings => "settings",
    Share => "share",
    Signature => "signature",
    Star => "star",
    StatusAssigned => "status-assigned",
    StatusCancelled => "status-cancelled",
    StatusClosed => "status-closed",
    StatusDeclined => "status-declined",
    StatusFinished => "status-finished",
    StatusFinishedUnconfirmed => "status-finished-unconfirmed",
    StatusInWork => "status-in-work",
    StatusNew => "status-new",
    StatusReopened => "status-reopened",
    Sun => "sun",
    Target => "target",
    Today => "today",
    Undo => "undo",
    Upload => "upload",
    Warning => "warning",
    ZoomFit => "zoom-fit",
}

impl Glyph {
    /// Whether it points along the line of text, so that it turns round where text runs from right to left. Arrows of a
    /// compass and tools that a hand holds do not.
    pub const fn is_read_onwards(self) -> bool {
        matches!(
            self,
            Self::Checklist
                | Self::ChevronLeft
                | Self::ChevronRight
                | Self::External
                | Self::List
                | Self::LogOut
                | Self::Undo
        )
    }

    /// The sign of an order's status; each has its own silhouette.
    pub const fn of_status(status: OrderStatus) -> Self {
        match status {
            OrderStatus::New => Self::StatusNew,
            OrderStatus::Assigned => Self::StatusAssigned,
            OrderStatus::InWork => Self::StatusInWork,
            OrderStatus::Finished => Self::StatusFinished,
            OrderStatus::FinishedUnconfirmed => Self::StatusFinishedUnconfirmed,
            OrderStatus::Closed => Self::StatusClosed,
            OrderStatus::Declined => Self::StatusDeclined,
            OrderStatus::Cancelled => Self::StatusCancelled,
            OrderStatus::Reopened => Self::StatusReopened,
        }
    }

    /// The sign of a request's stage.
    pub const fn of_stage(stage: RequestStage) -> Self {
        match stage {
            RequestStage::Received => Self::StatusNew,
            RequestStage::Planned => Self::StatusAssigned,
            RequestStage::InWork => Self::StatusInWork,
            RequestStage::Done => Self::StatusFinished,
            RequestStage::NotDone => Self::StatusDeclined,
            RequestStage::NeedsVisit | RequestStage::Reopened => Self::StatusReopened,
        }
    }
}

/// A drawing as tall as the text beside it. It says nothing to a screen reader: the word beside it does.
#[component]
pub fn Icon(of: Glyph) -> Element {
    rsx! {
        span { class: "icon", "data-mirror": of.is_read_onwards().then_some(""), aria_hidden: "true", dangerous_inner_html: of.svg() }
    }
}

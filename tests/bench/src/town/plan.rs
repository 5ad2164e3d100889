//! What a measure wants of its town.

/// What a town has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Plan {
    /// Devices, each with a worker of its own.
    pub(crate) devices: u32,
    /// Orders of each device.
    pub(crate) orders_each: u32,
    /// Does each order answer a citizen who wants to be told?
    pub(crate) reported: bool,
    /// Orders of other workers, who are not measured.
    pub(crate) backlog: u32,
    /// Citizens whose first message waits to leave.
    pub(crate) waiting: u32,
    /// The port of the message centre, where text messages go to one.
    pub(crate) message_centre: Option<u16>,
}

impl Plan {
    /// For the server's program and for those who fill its town.
    pub(super) fn settings(self) -> String {
        // Where messages are measured they leave at once; elsewhere when the window of the undo is over, as in any town.
        let centre = self.message_centre.map_or_else(
            || "demo_inbox = true\n".to_owned(),
            |port| {
                format!("undo_window_seconds = 0\n[sms.smpp]\nhost = \"127.0.0.1\"\nport = {port}\nsystem_id = \"kuitti\"\nsource = \"Kuitti\"\nwindow = {WINDOW}\n")
            },
        );
        format!("{centre}[quiet_hours]\nenabled = false\n")
    }
}

/// Parts on their way to the message centre at once.
pub(crate) const WINDOW: u16 = 50;

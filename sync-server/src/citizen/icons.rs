//! The drawings that citizens' pages use, placed inline so that they take the colour of the words beside them.

macro_rules! drawings {
    ($($name:literal),+ $(,)?) => {
        /// Name and drawing.
        const DRAWINGS: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../assets/icons/", $name, ".svg"))),)+
        ];
    };
}

drawings! {
    "check", "clock", "conflict", "info", "kuitti", "lamp", "notice", "phone", "plus", "receipt", "refresh", "status-assigned",
    "status-declined", "status-finished", "status-in-work", "status-new", "status-reopened", "target", "today", "warning",
}

/// The drawing in its frame; the logo stands without one. An unknown name draws nothing.
pub(super) fn markup(name: &str) -> String {
    let drawing = DRAWINGS.iter().find(|(known, _)| *known == name);
    let drawing = drawing.map_or("", |(_, drawing)| drawing.trim());
    if name == "kuitti" {
        return drawing.to_owned();
    }
    format!("<span class=\"icon\" aria-hidden=\"true\">{drawing}</span>")
}

//! The few things that Dioxus leaves to the browser: modal dialogs, keeping the focus, catching a pointer.
//! Elsewhere than in a browser they do nothing, and the parts still work.

#[cfg(target_arch = "wasm32")]
mod browser {
    use dioxus::{prelude::MountedData, web::WebEventExt as _};
    use wasm_bindgen::JsCast as _;
    use web_sys::{HtmlDialogElement, HtmlElement, window};

    /// Gives the focus back to where it was when this is dropped.
    pub(crate) struct FocusKept(Option<HtmlElement>);

    impl Drop for FocusKept {
        fn drop(&mut self) {
            if let Some(element) = &self.0 {
                // Fails only when the element has left the page, and then there is nowhere to return to.
                let _ = element.focus();
            }
        }
    }

    pub(crate) fn show_modal(dialog: &MountedData) -> FocusKept {
        let before = window()
            .and_then(|window| window.document())
            .and_then(|document| document.active_element());
        let dialog = dialog
            .try_as_web_event()
            .and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog {
            // Refused only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
        FocusKept(before.and_then(|element| element.dyn_into().ok()))
    }

    pub(crate) fn catch_pointer(element: &MountedData, pointer: i32) {
        if let Some(element) = element.try_as_web_event() {
            // A pointer that is gone by now needs no catching.
            let _ = element.set_pointer_capture(pointer);
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod elsewhere {
    use dioxus::prelude::MountedData;

    pub(crate) struct FocusKept;

    pub(crate) fn show_modal(_dialog: &MountedData) -> FocusKept {
        FocusKept
    }

    pub(crate) fn catch_pointer(_element: &MountedData, _pointer: i32) {}
}

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{FocusKept, catch_pointer, show_modal};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use elsewhere::{FocusKept, catch_pointer, show_modal};

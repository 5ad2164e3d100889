//! Functions of angles and powers. A browser has its own: those that a program brings along are some ten kilobytes of numbers that no
//! packing makes smaller.

#[cfg(target_arch = "wasm32")]
pub(super) use js_sys::Math::{asinh, atan, cos, log2, log10, pow, sinh, tan};

#[cfg(not(target_arch = "wasm32"))]
pub(super) use native::{asinh, atan, cos, log2, log10, pow, sinh, tan};

#[cfg(not(target_arch = "wasm32"))]
mod native {
    pub(in crate::map) fn asinh(value: f64) -> f64 {
        value.asinh()
    }

    pub(in crate::map) fn atan(value: f64) -> f64 {
        value.atan()
    }

    pub(in crate::map) fn cos(angle: f64) -> f64 {
        angle.cos()
    }

    pub(in crate::map) fn log2(value: f64) -> f64 {
        value.log2()
    }

    pub(in crate::map) fn log10(value: f64) -> f64 {
        value.log10()
    }

    pub(in crate::map) fn pow(base: f64, exponent: f64) -> f64 {
        base.powf(exponent)
    }

    pub(in crate::map) fn sinh(value: f64) -> f64 {
        value.sinh()
    }

    pub(in crate::map) fn tan(angle: f64) -> f64 {
        angle.tan()
    }
}

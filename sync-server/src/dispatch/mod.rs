//! Who gets which order.

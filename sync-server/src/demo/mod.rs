//! A town to try out.

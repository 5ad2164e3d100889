//! Gateways as their descriptions in `docs/gateways` have them, against a small provider in this process.
#![cfg(test)]

mod examples;
mod provider;
mod wrong;

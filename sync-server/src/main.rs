//! The program `kuitti-server`.

fn main() {}

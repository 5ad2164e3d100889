//! The standard library makes symbols of a backtrace readable. A browser's program has no symbols and is never asked for a
//! backtrace (there is no environment that could), so what would be read is not worth a fiftieth of what a phone loads.

use walrus::{FunctionKind, Module, passes};

/// The roots of it: how a frame and a symbol are written.
const ROOTS: [&str; 2] = ["::backtrace_rs::", "::DemangleStyle "];

/// Leaves out what only a backtrace needs. Who got there all the same would be stopped like after a panic.
pub(super) fn leave_out(module: &mut Module) {
    for function in module.funcs.iter_mut() {
        let is_root = |name: &str| ROOTS.iter().any(|root| name.contains(root));
        let FunctionKind::Local(body) = &mut function.kind else {
            continue;
        };
        if function.name.as_deref().is_some_and(is_root) {
            let entry = body.entry_block();
            body.block_mut(entry).instrs.clear();
            body.builder_mut().func_body().unreachable();
        }
    }
    passes::gc::run(module);
}

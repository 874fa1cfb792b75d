//! What JavaScript sees: four functions and the memory.
#![allow(unsafe_code, reason = "a function is exported under its own name only by an attribute that counts as unsafe")]

use std::cell::RefCell;

use super::Session;

/// One conversation: a module of WebAssembly has one thread.
#[derive(Default)]
struct Conversation {
    session: Session,
    input: Vec<u8>,
    output: Vec<u8>,
}

thread_local! {
    static CONVERSATION: RefCell<Conversation> = RefCell::default();
}

/// Room for a request of `length` bytes.
#[unsafe(no_mangle)]
pub extern "C" fn saksama_input(length: usize) -> *mut u8 {
    CONVERSATION.with_borrow_mut(|conversation| {
        conversation.input.clear();
        conversation.input.resize(length, 0);
        conversation.input.as_mut_ptr()
    })
}

/// Takes the request as settings; returns the length of the answer in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn saksama_configure() -> usize {
    answer(Session::configure)
}

/// Takes the request as a text to lint; returns the length of the answer in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn saksama_lint() -> usize {
    answer(Session::lint)
}

/// Where the last answer stands.
#[unsafe(no_mangle)]
pub extern "C" fn saksama_output() -> *const u8 {
    CONVERSATION.with_borrow(|conversation| conversation.output.as_ptr())
}

fn answer(answered: impl FnOnce(&mut Session, &[u8]) -> String) -> usize {
    CONVERSATION.with_borrow_mut(|Conversation { session, input, output }| {
        *output = answered(session, input).into_bytes();
        output.len()
    })
}

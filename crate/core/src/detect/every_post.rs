//! What is asked of every post. It is asked only where the post's acting
//! account is known: a bare text, as at the command line, is judged as a text.

use super::account::handle;
use super::{Context, Hit};
use crate::{Concern, Message, Strength};

/// Asks it of the post.
pub fn ask(context: &Context<'_>, concern: Concern, message: Message, hits: &mut Vec<Hit>) {
    if handle(context.post.account.as_deref()).is_some() {
        hits.push(of_context(concern, Strength::Strong, message));
    }
}

/// A hit that is about the context and has no place in the text.
pub fn of_context(concern: Concern, strength: Strength, message: Message) -> Hit {
    Hit {
        concern,
        span: None,
        strength,
        message,
        fixes: Vec::new(),
    }
}

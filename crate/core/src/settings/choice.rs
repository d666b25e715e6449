use serde::{Deserialize, Serialize};

use super::Kind;
use super::key::Setting;

/// What happens to a post that can't be checked: no engine, a broken pack, a
/// torn storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unchecked {
    /// It is held; emergency posting stays possible.
    Hold,
    /// It goes, and is recorded.
    Allow,
}

impl Setting for Unchecked {
    const KIND: Kind = Kind::Choice(&["hold", "allow"]);
}

/// What happens to a request on a publishing endpoint whose text can't be
/// read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadableRequest {
    /// It goes, and is recorded.
    Allow,
    /// It is stopped.
    Stop,
}

impl Setting for UnreadableRequest {
    const KIND: Kind = Kind::Choice(&["allow", "stop"]);
}

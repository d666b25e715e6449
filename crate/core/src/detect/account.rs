//! Whose account a handle names.

use super::Context;
use crate::{Platform, Settings};

/// An account, as the municipality sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose<'a> {
    /// Nobody said which account it is.
    Unknown,
    /// The acting account, or an official one.
    Own,
    /// Somebody else's, with its handle.
    Other(&'a str),
}

/// Whose account a field of the post names.
pub fn whose<'a>(context: &Context<'_>, field: Option<&'a str>) -> Whose<'a> {
    let acting = handle(context.post.account.as_deref());
    match handle(field) {
        None => Whose::Unknown,
        Some(named)
            if acting.is_some_and(|acting| acting.eq_ignore_ascii_case(named))
                || is_official(named, context.post.platform, context.settings) =>
        {
            Whose::Own
        }
        Some(named) => Whose::Other(named),
    }
}

/// The handle without `@`; `None` where the field is empty.
pub fn handle(field: Option<&str>) -> Option<&str> {
    field
        .map(|field| field.trim().trim_start_matches(['@', '＠']))
        .filter(|handle| !handle.is_empty())
}

/// Whether the settings name the account as an official one of the platform,
/// or of any where the platform is unknown.
pub fn is_official(named: &str, platform: Option<Platform>, settings: &Settings) -> bool {
    official(platform, settings).any(|official| official.eq_ignore_ascii_case(named))
}

/// The handles of the official accounts.
pub fn official(platform: Option<Platform>, settings: &Settings) -> impl Iterator<Item = &str> {
    settings
        .official_accounts
        .iter()
        .filter(move |(own, _)| platform.is_none_or(|platform| **own == platform))
        .flat_map(|(_, accounts)| accounts)
        .filter_map(|account| handle(Some(account)))
}

//! Adapters: where on a platform's page the compose boxes are, and which of its
//! requests publish. Data, no code: a selector can be mended without a new
//! engine.

mod adapter;
mod request;

pub use adapter::{
    Adapter, Control, Editor, EditorKind, Endpoint, EndpointSurface, Handle, MediaSelectors, Place,
    SendKey, SurfaceRule, Unless,
};
pub use request::{Body, Request, read};

/// Every adapter that ships, as the JSON that the content script is built
/// with. The build script reads them from `data`, and puts the places that
/// every platform has last, those of `data/fallback.toml`, at their ends.
pub const ADAPTERS: &str = include_str!(concat!(env!("OUT_DIR"), "/adapters.json"));

/// Every adapter that ships.
pub fn adapters() -> Vec<Adapter> {
    serde_json::from_str(ADAPTERS)
        .unwrap_or_else(|error| panic!("not what the build script wrote: {error}"))
}

/// The JSON Schema of an adapter.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Adapter).to_value()
}

/// An adapter that settings put in the place of one that ships, from its JSON;
/// it has the places that every platform has last, where it names none of its own.
///
/// # Errors
/// What is wrong in it.
pub fn mended(json: &str) -> Result<Adapter, serde_json::Error> {
    let mut adapter: Adapter = serde_json::from_str(json)?;
    if !adapter.place.iter().any(|place| place.fallback) {
        let shipped = adapters().into_iter().next();
        let last = shipped.into_iter().flat_map(|adapter| adapter.place);
        adapter.place.extend(last.filter(|place| place.fallback));
    }
    Ok(adapter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_box_a_way_to_send_and_a_scope() {
        for adapter in adapters() {
            assert!(!adapter.hosts.is_empty(), "{}", adapter.name);
            for place in adapter.place {
                let (name, is) = (&adapter.name, place.is);
                assert!(!place.editor.is_empty(), "{name} {is:?}");
                assert!(!place.send.is_empty(), "{name} {is:?}");
                assert!(!place.scopes.is_empty(), "{name} {is:?}");
                assert!(
                    place.hosts.iter().all(|host| adapter.hosts.contains(host)),
                    "{name} {is:?}"
                );
            }
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let text = ADAPTERS.replace("parts_hidden_by", "parts_hiden_by");
        let refused = serde_json::from_str::<Vec<Adapter>>(&text).unwrap_err();
        assert!(refused.to_string().contains("parts_hiden_by"));
    }
}

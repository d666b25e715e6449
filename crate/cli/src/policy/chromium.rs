//! The policies of Chrome and Edge, as the JSON object that every format is made from.

use serde_json::{Map, Value, json};

use super::install::{PrivateWindows, Source};

/// A Chromium browser with policies of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Google Chrome, and Chromium.
    Chrome,
    /// Microsoft Edge.
    Edge,
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Chrome, Self::Edge];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Edge => "edge",
        }
    }

    /// Its name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chrome => "Chrome",
            Self::Edge => "Edge",
        }
    }

    /// Where its policies stand in Windows' registry, below the hive.
    pub const fn registry(self) -> &'static str {
        match self {
            Self::Chrome => r"SOFTWARE\Policies\Google\Chrome",
            Self::Edge => r"SOFTWARE\Policies\Microsoft\Edge",
        }
    }

    /// The domain of its policies on macOS.
    pub const fn domain(self) -> &'static str {
        match self {
            Self::Chrome => "com.google.Chrome",
            Self::Edge => "com.microsoft.Edge",
        }
    }

    /// The update manifest of its own store.
    const fn store(self) -> &'static str {
        match self {
            Self::Chrome => "https://clients2.google.com/service/update2/crx",
            Self::Edge => "https://edge.microsoft.com/extensionwebstorebase/v1/crx",
        }
    }

    /// The policy that shuts private windows where it is 1.
    pub const fn private_windows(self) -> &'static str {
        match self {
            Self::Chrome => "IncognitoModeAvailability",
            Self::Edge => "InPrivateModeAvailability",
        }
    }

    /// The extension's entry in ExtensionSettings.
    pub fn installation(self, source: &Source) -> Map<String, Value> {
        let mut entry = Map::new();
        entry.insert("installation_mode".into(), "force_installed".into());
        let own_store = || self.store().to_owned();
        let url = source.update_url.clone().unwrap_or_else(own_store);
        entry.insert("update_url".into(), url.into());
        if source.update_url.is_some() {
            // Else an update is looked for where the package itself says.
            entry.insert("override_update_url".into(), true.into());
        }
        let (key, value) = match self {
            Self::Chrome => ("toolbar_pin", "force_pinned"),
            Self::Edge => ("toolbar_state", "force_shown"),
        };
        entry.insert(key.into(), value.into());
        entry
    }

    /// Every policy, by name.
    pub fn policies(
        self,
        source: &Source,
        private_windows: Option<PrivateWindows>,
        settings: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut policies = self.installing(source, private_windows);
        policies.insert(
            "3rdparty".into(),
            json!({ "extensions": { &source.id: settings } }),
        );
        policies
    }

    /// The policies that are not the extension's own settings.
    pub fn installing(
        self,
        source: &Source,
        private_windows: Option<PrivateWindows>,
    ) -> Map<String, Value> {
        let mut policies = Map::new();
        policies.insert(
            "ExtensionSettings".into(),
            json!({ &source.id: self.installation(source) }),
        );
        match (self, private_windows) {
            (_, Some(PrivateWindows::Off)) => {
                policies.insert(self.private_windows().into(), 1.into());
            }
            // Chrome has no such policy: there the user lets it into private windows.
            (Self::Edge, Some(PrivateWindows::Allowed)) => {
                let ids = json!([source.id]);
                policies.insert("MandatoryExtensionsForInPrivateNavigation".into(), ids);
            }
            (Self::Chrome, Some(PrivateWindows::Allowed)) | (_, None) => {}
        }
        policies
    }
}

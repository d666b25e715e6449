//! The manifests of the browsers, derived from the one manifest.json.

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use crate::paths::in_repo;

/// A browser family that gets its own package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chrome, Edge and other Chromium browsers.
    Chrome,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Chrome, Self::Firefox];

    /// Its folder under dist/.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Firefox => "firefox",
        }
    }
}

/// The one manifest.json.
#[derive(Debug)]
pub struct Manifest(Map<String, Value>);

impl Manifest {
    /// Reads manifest.json of the repository.
    pub fn read() -> Result<Self> {
        Self::parse(&fs_err::read_to_string(in_repo("manifest.json"))?).context("manifest.json")
    }

    fn parse(json: &str) -> Result<Self> {
        let manifest: Map<String, Value> = serde_json::from_str(json)?;
        ensure!(
            !manifest.contains_key("version"),
            "must have no version: that stands in Cargo.toml alone"
        );
        Ok(Self(manifest))
    }

    /// The manifest for `browser`, as JSON text.
    ///
    /// Chromium refuses `background.scripts`, and either browser warns about the other's keys.
    pub fn derive(&self, browser: Browser, version: &str) -> Result<String> {
        let mut manifest = self.0.clone();
        manifest.insert("version".into(), version.into());
        let background = manifest
            .get_mut("background")
            .and_then(Value::as_object_mut)
            .context("manifest.json: background is missing")?;
        let foreign = match browser {
            Browser::Chrome => "scripts",
            Browser::Firefox => "service_worker",
        };
        background
            .remove(foreign)
            .with_context(|| format!("manifest.json: background.{foreign} is missing"))?;
        match browser {
            Browser::Chrome => {
                manifest.remove("browser_specific_settings");
            }
            Browser::Firefox => {
                // Firefox hands on whatever is in its policies.json.
                manifest.remove("storage");
                // Its addresses of extensions are random as they are.
                let accessible = manifest.get_mut("web_accessible_resources");
                let entries = accessible.and_then(Value::as_array_mut);
                for entry in entries
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_object_mut)
                {
                    entry.remove("use_dynamic_url");
                }
            }
        }
        let mut json = serde_json::to_string_pretty(&manifest)?;
        json.push('\n');
        Ok(json)
    }

    /// The file with the schema of managed settings, for a browser that takes one.
    pub fn managed_schema(&self, browser: Browser) -> Option<&str> {
        match browser {
            Browser::Chrome => self.0.get("storage")?.get("managed_schema")?.as_str(),
            Browser::Firefox => None,
        }
    }

    /// The browsers to bundle for, as esbuild names them.
    pub fn targets(&self) -> Result<String> {
        Ok(format!(
            "chrome{},firefox{}",
            self.minimum_chrome_version()?,
            self.minimum_firefox_version()?
        ))
    }

    /// The oldest Chromium that is supported.
    pub fn minimum_chrome_version(&self) -> Result<u32> {
        major(self.0.get("minimum_chrome_version"))
            .context("manifest.json: minimum_chrome_version must be like \"140\"")
    }

    /// The oldest Firefox that is supported.
    pub fn minimum_firefox_version(&self) -> Result<u32> {
        let gecko = self
            .0
            .get("browser_specific_settings")
            .and_then(|it| it.pointer("/gecko/strict_min_version"));
        major(gecko).context(
            "manifest.json: browser_specific_settings.gecko.strict_min_version must be like \"140.0\"",
        )
    }
}

fn major(version: Option<&Value>) -> Option<u32> {
    version?.as_str()?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sample() -> Value {
        json!({
            "manifest_version": 3,
            "minimum_chrome_version": "140",
            "background": { "service_worker": "worker.js", "scripts": ["worker.js"], "type": "module" },
            "browser_specific_settings": { "gecko": { "id": "a@b", "strict_min_version": "140.0" } },
            "permissions": ["storage"],
            "storage": { "managed_schema": "managed_schema.json" },
            "web_accessible_resources": [{ "resources": ["panel.html"], "use_dynamic_url": true }],
        })
    }

    fn derived(browser: Browser) -> Value {
        let manifest = Manifest::parse(&sample().to_string()).unwrap();
        serde_json::from_str(&manifest.derive(browser, "1.2.3").unwrap()).unwrap()
    }

    #[test]
    fn chrome_gets_the_service_worker_alone() {
        let manifest = derived(Browser::Chrome);
        assert_eq!(
            manifest["background"],
            json!({ "service_worker": "worker.js", "type": "module" })
        );
        assert_eq!(manifest.get("browser_specific_settings"), None);
        assert_eq!(manifest["storage"], sample()["storage"]);
    }

    #[test]
    fn firefox_gets_the_event_page_and_its_own_settings() {
        let manifest = derived(Browser::Firefox);
        assert_eq!(
            manifest["background"],
            json!({ "scripts": ["worker.js"], "type": "module" })
        );
        assert_eq!(
            manifest["browser_specific_settings"],
            sample()["browser_specific_settings"]
        );
        assert_eq!(manifest.get("storage"), None);
        assert_eq!(
            manifest["web_accessible_resources"],
            json!([{ "resources": ["panel.html"] }])
        );
    }

    #[test]
    fn the_rest_is_the_same_in_both() {
        for manifest in Browser::ALL.map(derived) {
            assert_eq!(manifest["version"], "1.2.3");
            assert_eq!(manifest["permissions"], sample()["permissions"]);
            assert_eq!(manifest["minimum_chrome_version"], "140");
        }
    }

    #[test]
    fn a_second_version_is_refused() {
        let mut manifest = sample();
        manifest["version"] = "9".into();
        let error = Manifest::parse(&manifest.to_string()).unwrap_err();
        assert!(error.to_string().contains("Cargo.toml"), "{error}");
    }

    #[test]
    fn a_missing_background_is_named() {
        let manifest = Manifest::parse(r#"{"background": {"scripts": []}}"#).unwrap();
        let error = manifest.derive(Browser::Firefox, "1").unwrap_err();
        assert!(
            error.to_string().contains("background.service_worker"),
            "{error}"
        );
    }

    #[test]
    fn the_oldest_browsers_are_read() {
        let manifest = Manifest::parse(&sample().to_string()).unwrap();
        assert_eq!(manifest.minimum_chrome_version().unwrap(), 140);
        assert_eq!(manifest.targets().unwrap(), "chrome140,firefox140");

        let manifest = Manifest::parse("{}").unwrap();
        assert!(manifest.minimum_chrome_version().is_err());
        assert!(manifest.targets().is_err());
    }

    #[test]
    fn nothing_is_asked_for_that_no_feature_uses_and_nothing_can_connect() {
        let Manifest(manifest) = Manifest::read().unwrap();
        // Settings and record; the network guard, on the platforms' hosts alone.
        assert_eq!(
            manifest["permissions"],
            json!([
                "storage",
                "unlimitedStorage",
                "webRequest",
                "webRequestBlocking"
            ])
        );
        for key in [
            "optional_permissions",
            "optional_host_permissions",
            "externally_connectable",
        ] {
            assert_eq!(manifest.get(key), None, "{key}");
        }
        let policy = manifest["content_security_policy"]["extension_pages"].as_str();
        let directives: Vec<_> = policy.unwrap().split(';').map(str::trim).collect();
        for directive in [
            "default-src 'none'",
            "connect-src 'none'",
            "form-action 'none'",
        ] {
            assert!(directives.contains(&directive), "{directive}");
        }
    }

    #[test]
    fn every_platform_is_named_wherever_the_manifest_names_hosts() {
        let Manifest(manifest) = Manifest::read().unwrap();
        let manifest = Value::Object(manifest);
        let adapters = kakunin_platforms::adapters();
        let hosts: Vec<String> = adapters.into_iter().flat_map(|it| it.hosts).collect();
        let matches: Value = hosts.iter().map(|it| format!("https://{it}/*")).collect();
        assert_eq!(manifest["host_permissions"], matches);
        assert_eq!(manifest["content_scripts"][0]["matches"], matches);
        assert_eq!(manifest["web_accessible_resources"][0]["matches"], matches);
        let policy = manifest["content_security_policy"]["extension_pages"]
            .as_str()
            .unwrap();
        let ancestors: Vec<String> = hosts.iter().map(|it| format!("https://{it}")).collect();
        let wanted = format!("frame-ancestors 'self' {}", ancestors.join(" "));
        assert!(policy.ends_with(&wanted), "{policy}");
    }
}

use serde_json::{Map, Value, json};

use super::{Key, Kind, Settings};
use crate::Platform;

/// The schema of managed storage, as Chromium takes it, with Japanese texts.
///
/// It tells types only, nothing of forms or choices: what Chromium's schema
/// refuses never reaches the extension, which then could not say what is wrong.
pub fn managed_schema() -> Value {
    let properties: Map<String, Value> = Key::ALL
        .iter()
        .map(|key| (key.id.to_owned(), key.schema()))
        .collect();
    json!({ "type": "object", "properties": properties })
}

impl Key {
    /// The key's schema, with its Japanese texts.
    pub fn schema(&self) -> Value {
        let mut schema = self.kind.schema();
        schema["title"] = self.title_ja.into();
        schema["description"] = format!("{}。例: {}", self.ja, self.example).into();
        schema
    }

    /// The value in force where nobody sets one, as JSON.
    pub fn default(&self) -> Option<Value> {
        let defaults = serde_json::to_value(Settings::default()).ok()?;
        defaults.get(self.id).cloned()
    }
}

impl Kind {
    fn schema(self) -> Value {
        match self {
            Self::Flag => json!({ "type": "boolean" }),
            Self::Number => json!({ "type": "integer" }),
            Self::Text | Self::Choice(_) | Self::Time => json!({ "type": "string" }),
            Self::Texts | Self::Days => {
                json!({ "type": "array", "items": { "type": "string" } })
            }
            Self::TextsByPlatform => {
                let lists: Map<String, Value> = Platform::ALL
                    .iter()
                    .map(|it| (it.id().to_owned(), Self::Texts.schema()))
                    .collect();
                json!({ "type": "object", "properties": lists })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_type_a_title_and_a_description() {
        let schema = managed_schema();
        let properties = schema["properties"].as_object().unwrap();
        assert_eq!(properties.len(), Key::ALL.len());
        for (id, schema) in properties {
            for part in ["type", "title", "description"] {
                assert!(schema[part].is_string(), "{id}.{part}");
            }
        }
    }

    #[test]
    fn chromium_gets_only_words_that_it_knows() {
        fn check(schema: &Value) {
            for (word, value) in schema.as_object().unwrap() {
                match word.as_str() {
                    "type" | "title" | "description" => assert!(value.is_string(), "{value}"),
                    "items" => check(value),
                    "properties" => value.as_object().unwrap().values().for_each(check),
                    word => panic!("{word}"),
                }
            }
        }
        check(&managed_schema());
    }

    #[test]
    fn defaults_are_those_of_the_settings() {
        let default = |id| Key::find(id).unwrap().default();
        assert_eq!(default("officeHoursStart"), Some("08:30".into()));
        assert_eq!(default("managedDevice"), Some(false.into()));
        assert_eq!(default("guideline"), None);
    }
}

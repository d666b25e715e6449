//! The tables of a pack, read key by key. What serde would derive for TOML
//! weighs many times as much, and the browser carries it.

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde::de::value::{Error, StrDeserializer};
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong, and with which bytes of the pack.
pub struct Wrong {
    pub span: Range<usize>,
    pub reason: String,
}

type Found<'p> = Spanned<DeValue<'p>>;

/// A table whose keys are taken one by one.
pub struct Keys<'p> {
    table: DeTable<'p>,
    span: Range<usize>,
    /// The keys that it may have.
    known: Vec<&'static str>,
}

impl<'p> Keys<'p> {
    /// The tables of a whole pack.
    pub fn parse(pack: &'p str) -> Result<Self, Wrong> {
        match DeTable::parse(pack) {
            Ok(table) => Ok(Self::of(table.span(), table.into_inner())),
            Err(error) => Err(Wrong {
                span: error.span().unwrap_or_default(),
                reason: error.message().to_owned(),
            }),
        }
    }

    fn of(span: Range<usize>, table: DeTable<'p>) -> Self {
        Self {
            table,
            span,
            known: Vec::new(),
        }
    }

    /// The text of a key that the table has to have.
    pub fn text(&mut self, key: &'static str) -> Result<Spanned<String>, Wrong> {
        let text = self.optional_text(key)?;
        text.ok_or_else(|| self.missing(key))
    }

    /// The text of a key, if the table has it.
    pub fn optional_text(&mut self, key: &'static str) -> Result<Option<Spanned<String>>, Wrong> {
        self.take(key).map(text).transpose()
    }

    /// Texts; none where there is no such key.
    pub fn texts(&mut self, key: &'static str) -> Result<Vec<Spanned<String>>, Wrong> {
        self.list(key)?.into_iter().map(text).collect()
    }

    /// The one table of a key.
    pub fn table(&mut self, key: &'static str) -> Result<Self, Wrong> {
        let found = self.take(key).ok_or_else(|| self.missing(key))?;
        table(found)
    }

    /// Tables; none where there is no such key.
    pub fn tables(&mut self, key: &'static str) -> Result<Vec<Self>, Wrong> {
        self.list(key)?.into_iter().map(table).collect()
    }

    /// One of the words that `T` knows.
    pub fn word<T: DeserializeOwned>(&mut self, key: &'static str) -> Result<T, Wrong> {
        let word = self.optional_word(key)?;
        word.ok_or_else(|| self.missing(key))
    }

    /// One of the words that `T` knows, if the table has the key.
    pub fn optional_word<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
    ) -> Result<Option<T>, Wrong> {
        let Some(word) = self.optional_text(key)? else {
            return Ok(None);
        };
        T::deserialize(StrDeserializer::<Error>::new(word.get_ref()))
            .map(Some)
            .map_err(|error| wrong(word.span(), error.to_string()))
    }

    /// What JSON of the same shape means; the default where there is no such
    /// key.
    pub fn json<T: DeserializeOwned + Default>(&mut self, key: &'static str) -> Result<T, Wrong> {
        let Some(found) = self.take(key) else {
            return Ok(T::default());
        };
        let span = found.span();
        T::deserialize(json(found)?).map_err(|error| wrong(span, error.to_string()))
    }

    /// Refuses the keys that nobody took.
    pub fn end(self) -> Result<(), Wrong> {
        match self.table.keys().next() {
            None => Ok(()),
            Some(key) => Err(wrong(
                key.span(),
                format!(
                    "unknown field `{}`, expected one of `{}`",
                    key.get_ref(),
                    self.known.join("`, `")
                ),
            )),
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Found<'p>> {
        self.known.push(key);
        self.table.remove(key)
    }

    fn list(&mut self, key: &'static str) -> Result<Vec<Found<'p>>, Wrong> {
        let Some(found) = self.take(key) else {
            return Ok(Vec::new());
        };
        let span = found.span();
        match found.into_inner() {
            DeValue::Array(list) => Ok(list.into_iter().collect()),
            _ => Err(wrong(span, "expected a list")),
        }
    }

    fn missing(&self, key: &str) -> Wrong {
        wrong(self.span.clone(), format!("missing field `{key}`"))
    }
}

fn text(found: Found<'_>) -> Result<Spanned<String>, Wrong> {
    let span = found.span();
    match found.into_inner() {
        DeValue::String(text) => Ok(Spanned::new(span, text.into_owned())),
        _ => Err(wrong(span, "expected a text")),
    }
}

fn table(found: Found<'_>) -> Result<Keys<'_>, Wrong> {
    let span = found.span();
    match found.into_inner() {
        DeValue::Table(table) => Ok(Keys::of(span, table)),
        _ => Err(wrong(span, "expected a table")),
    }
}

fn json(found: Found<'_>) -> Result<Value, Wrong> {
    let span = found.span();
    Ok(match found.into_inner() {
        DeValue::String(text) => Value::String(text.into_owned()),
        DeValue::Boolean(is) => Value::Bool(is),
        DeValue::Array(list) => Value::Array(list.into_iter().map(json).collect::<Result<_, _>>()?),
        DeValue::Table(table) => {
            let mut object = Map::new();
            for (key, value) in table {
                object.insert(key.into_inner().into_owned(), json(value)?);
            }
            Value::Object(object)
        }
        _ => return Err(wrong(span, "a pack holds no numbers and no dates")),
    })
}

fn wrong(span: Range<usize>, reason: impl Into<String>) -> Wrong {
    Wrong {
        span,
        reason: reason.into(),
    }
}

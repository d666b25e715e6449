use kakunin_core::{Platform, Surface};
use serde::{Deserialize, Serialize};

/// What the content script knows of a platform's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Adapter {
    /// The platform.
    pub platform: Platform,
    /// Its name, as people say it.
    pub name: String,
    /// Exact hosts of its pages.
    pub hosts: Vec<String>,
    /// Where the acting account's handle stands, anywhere on the page.
    #[serde(default)]
    pub account: Vec<Handle>,
    /// Where one can write; a box belongs to the first that has it.
    pub place: Vec<Place>,
    /// The requests that publish.
    #[serde(default)]
    pub endpoint: Vec<Endpoint>,
}

/// A request that publishes, and where in its body the text lies. The body is
/// read as one object: JSON as it is, a form by its fields, where a field
/// that holds JSON is that JSON.
///
/// A path names keys from the outside in, e.g. `variables.tweet_text`; `*` is
/// any key or item, `**` any number of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// Path of the address; `*` stands for any characters.
    pub path: String,
    /// Name of the operation, in the form field `fb_api_req_friendly_name`,
    /// where one path serves many; `*` stands for any characters.
    pub operation: Option<String>,
    /// The surface, where no rule of `surface` fits.
    pub is: Surface,
    /// Rules that tell the surface by what the body has; the first that fits.
    #[serde(default)]
    pub surface: Vec<EndpointSurface>,
    /// Paths of the texts, each a part of the post; of several paths the
    /// first that finds any.
    #[serde(default)]
    pub text: Vec<String>,
    /// A path that is there where the post has no text, as with pictures
    /// alone.
    pub textless: Option<String>,
    /// Values by path that make it no publication, e.g. a draft.
    #[serde(default)]
    pub unless: Vec<Unless>,
    /// Whether nobody but the page can read it.
    #[serde(default)]
    pub encrypted: bool,
}

/// A surface that a body tells by having something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EndpointSurface {
    /// The surface.
    pub is: Surface,
    /// The path of what it has.
    pub has: String,
}

/// A value that makes a request no publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unless {
    /// The value's path.
    pub path: String,
    /// The value, as text.
    pub is: String,
}

/// A kind of place to write in, and all that belongs to one send there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The surface, where no rule of `surface` fits.
    pub is: Surface,
    /// Hosts, where it is only on some of the platform's.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Whether nobody has seen it on the platform's own page.
    #[serde(default)]
    pub unverified: bool,
    /// Whether it stands in for places that are not found: it has a box only
    /// where no other place has it, and only beside one of its controls.
    #[serde(default)]
    pub fallback: bool,
    /// Selectors of what one send sends, the nearest first.
    pub scopes: Vec<String>,
    /// Compose boxes, in order of trust.
    pub editor: Vec<Editor>,
    /// The send controls.
    pub send: Vec<Control>,
    /// Keys that send from within a box.
    #[serde(default)]
    pub send_key: Vec<SendKey>,
    /// Selector of what hides the other parts of a thread while it is open.
    pub parts_hidden_by: Option<String>,
    /// Whether a box may leave the page before what it holds is sent.
    #[serde(default)]
    pub has_steps: bool,
    /// How a scope's surface is told; the first that fits.
    #[serde(default)]
    pub surface: Vec<SurfaceRule>,
    /// Where the handle of the post that is answered stands, within the scope.
    #[serde(default)]
    pub reply_to: Vec<Handle>,
    /// Where the handle of the post that is quoted stands, within the scope.
    #[serde(default)]
    pub quotes: Vec<Handle>,
    /// Attached media.
    #[serde(default)]
    pub media: MediaSelectors,
}

/// A kind of compose box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Editor {
    /// Selector of the editable element itself, or of its host.
    pub selector: String,
    /// How its text is read and replaced.
    pub kind: EditorKind,
}

/// A control that sends: an element, and what is written on it where that
/// tells it from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// Selector of the element.
    pub selector: String,
    /// Its accessible name is one of these, without characters that nobody
    /// sees; none: whatever it is called.
    #[serde(default)]
    pub labels: Vec<String>,
}

/// How a box's text is read and replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EditorKind {
    /// Draft.js: a block a line.
    Draft,
    /// Lexical: a paragraph a line, line breaks within.
    Lexical,
    /// Any other editable element.
    Editable,
    /// A plain `<textarea>`.
    Textarea,
    /// A `<textarea>` in the open shadow root of the selected element.
    ShadowTextarea,
}

/// A key that sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SendKey {
    /// `KeyboardEvent.key`.
    pub key: String,
    /// Whether Ctrl or Command must be down.
    #[serde(default)]
    pub ctrl_or_meta: bool,
    /// Whether it makes a new line while Shift is down.
    #[serde(default)]
    pub not_shift: bool,
}

/// Where a handle stands: after `prefix` in the attribute or the text of an
/// element, or in the address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Handle {
    /// Selector of the element; without one the page's path is read.
    pub selector: Option<String>,
    /// The element's attribute; without one its text is read.
    pub attribute: Option<String>,
    /// What stands before the handle.
    pub prefix: String,
    /// What has to stand after it.
    pub suffix: Option<String>,
}

/// A condition that tells the surface; all parts given must fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurfaceRule {
    /// The surface.
    pub is: Surface,
    /// Selector that the scope itself matches.
    pub scope: Option<String>,
    /// Selector of something within the scope.
    pub has: Option<String>,
    /// Part of the page's path.
    pub path: Option<String>,
}

/// Selectors of attached media within a scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MediaSelectors {
    /// Pictures; the alternative text is their `alt`.
    pub image: Option<String>,
    /// Videos.
    pub video: Option<String>,
}

//! Reads the posts out of a request that publishes.

use kakunin_core::{Post, Surface};
use serde_json::{Map, Value};
use url::{Url, form_urlencoded};
use wildmatch::WildMatch;

use crate::{Adapter, Endpoint};

/// The body of a request, as far as the browser shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The fields of a form, of either content type.
    Form(Vec<(String, String)>),
    /// The bytes as they are sent.
    Bytes(Vec<u8>),
    /// The browser does not show it.
    Hidden,
}

/// What a request does.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// It publishes nothing.
    Other,
    /// It publishes these posts.
    Publishes(Vec<Post>),
    /// It publishes, but what can't be read here.
    Unreadable(Surface),
    /// It publishes what only the page can read: the compose box is the only
    /// place to check it.
    Encrypted(Surface),
}

/// Reads a request that a page of the adapter's platform makes. Its body, which
/// may be a whole film, is asked for only where the address may publish.
pub fn read(adapter: &Adapter, url: &Url, body: impl FnOnce() -> Body) -> Request {
    let on_path: Vec<_> = adapter
        .endpoint
        .iter()
        .filter(|endpoint| WildMatch::new(&endpoint.path).matches(url.path()))
        .collect();
    if on_path.is_empty() {
        return Request::Other;
    }
    let object = object(&body());
    let operation = object
        .as_ref()
        .and_then(|object| object[OPERATION].as_str())
        .unwrap_or_default();
    let endpoint = on_path.into_iter().find(|endpoint| {
        endpoint
            .operation
            .as_deref()
            .is_none_or(|pattern| WildMatch::new(pattern).matches(operation))
    });
    match (endpoint, object) {
        (None, _) => Request::Other,
        (Some(endpoint), _) if endpoint.encrypted => Request::Encrypted(endpoint.is),
        (Some(endpoint), None) => Request::Unreadable(endpoint.is),
        (Some(endpoint), Some(object)) => posts(adapter, endpoint, &object),
    }
}

/// The form field in which Meta's pages name the operation.
const OPERATION: &str = "fb_api_req_friendly_name";

fn posts(adapter: &Adapter, endpoint: &Endpoint, object: &Value) -> Request {
    let is_none = endpoint.unless.iter().any(|unless| {
        all_at(object, &unless.path)
            .iter()
            .any(|value| written(value).as_deref() == Some(&unless.is))
    });
    if is_none {
        return Request::Other;
    }
    let surface = endpoint
        .surface
        .iter()
        .find(|rule| {
            all_at(object, &rule.has)
                .iter()
                .any(|value| !value.is_null())
        })
        .map_or(endpoint.is, |rule| rule.is);
    let texts = endpoint.text.iter().find_map(|path| {
        let texts: Vec<_> = all_at(object, path)
            .into_iter()
            .filter_map(Value::as_str)
            .collect();
        (!texts.is_empty()).then_some(texts)
    });
    let is_textless = endpoint
        .textless
        .as_deref()
        .is_some_and(|path| !all_at(object, path).is_empty());
    let texts = match texts {
        Some(texts) => texts,
        None if is_textless => vec![""],
        None => return Request::Unreadable(surface),
    };
    let post = |text: &str| Post {
        text: text.to_owned(),
        platform: Some(adapter.platform),
        surface,
        ..Post::default()
    };
    Request::Publishes(texts.into_iter().map(post).collect())
}

/// A body as one object; `None` where it is none that can be read.
fn object(body: &Body) -> Option<Value> {
    match body {
        Body::Hidden => None,
        Body::Form(fields) => Some(match fields.as_slice() {
            // Instagram sends JSON and calls it a form.
            [(name, rest), ..] if name.starts_with('{') => {
                let json = if rest.is_empty() {
                    name.clone()
                } else {
                    format!("{name}={rest}")
                };
                serde_json::from_str(&json).ok()?
            }
            fields => form(fields.iter().cloned()),
        }),
        Body::Bytes(bytes) => match serde_json::from_slice(bytes) {
            Ok(value @ Value::Object(_)) => Some(value),
            Ok(_) => None,
            Err(_) => {
                let text = std::str::from_utf8(bytes).ok()?;
                let fields = form_urlencoded::parse(text.as_bytes()).into_owned();
                text.contains('=').then(|| form(fields))
            }
        },
    }
}

fn form(fields: impl Iterator<Item = (String, String)>) -> Value {
    let fields: Map<_, _> = fields
        .map(|(name, value)| {
            let json = value
                .starts_with(['{', '['])
                .then(|| serde_json::from_str(&value).ok())
                .flatten();
            (name, json.unwrap_or(Value::String(value)))
        })
        .collect();
    Value::Object(fields)
}

/// Everything that a path leads to, in the body's order.
fn all_at<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    let keys: Vec<_> = path.split('.').collect();
    let mut found = Vec::new();
    walk(value, &keys, &mut found);
    found
}

fn walk<'a>(value: &'a Value, keys: &[&str], found: &mut Vec<&'a Value>) {
    let Some((&key, rest)) = keys.split_first() else {
        found.push(value);
        return;
    };
    let children: Box<dyn Iterator<Item = &'a Value>> = match value {
        Value::Object(fields) => Box::new(fields.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => Box::new(std::iter::empty()),
    };
    match key {
        "**" => {
            walk(value, rest, found);
            children.for_each(|child| walk(child, keys, found));
        }
        "*" => children.for_each(|child| walk(child, rest, found)),
        key => {
            if let Some(child) = value.get(key) {
                walk(child, rest, found);
            }
        }
    }
}

fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapters;

    #[track_caller]
    fn check(url: &str, body: &Body, expected: &[(Surface, &str)]) {
        let Request::Publishes(posts) = request(url, body) else {
            panic!("not read: {:?}", request(url, body));
        };
        let got: Vec<_> = posts
            .iter()
            .map(|post| (post.surface, post.text.as_str()))
            .collect();
        assert_eq!(got, expected);
    }

    fn request(url: &str, body: &Body) -> Request {
        let url = Url::parse(url).unwrap();
        let adapters = adapters();
        let adapter = adapters
            .iter()
            .find(|adapter| {
                adapter
                    .hosts
                    .iter()
                    .any(|host| Some(host.as_str()) == url.host_str())
            })
            .unwrap();
        read(adapter, &url, || body.clone())
    }

    fn json(text: &str) -> Body {
        Body::Bytes(text.as_bytes().to_vec())
    }

    fn meta(operation: &str, variables: &str) -> Body {
        Body::Form(vec![
            ("av".to_owned(), "1".to_owned()),
            (OPERATION.to_owned(), operation.to_owned()),
            ("variables".to_owned(), variables.to_owned()),
        ])
    }

    const X: &str = "https://x.com/i/api/graphql/Ab-1_c/";
    const FACEBOOK: &str = "https://www.facebook.com/api/graphql/";
    const INSTAGRAM: &str = "https://www.instagram.com/api/graphql";
    const MEDIA: &str = "https://www.instagram.com/api/v1/media/";
    const CHAT: &str = "https://chat.line.biz/api/v1/bots/U1/chats/U2/messages/";
    const MANAGER: &str = "https://manager.line.biz/api/bots/@city/";

    #[test]
    fn reads_posts_of_x() {
        let post = json(r#"{"variables":{"tweet_text":"本文"}}"#);
        check(
            &format!("{X}CreateTweet"),
            &post,
            &[(Surface::Post, "本文")],
        );
        check(
            &format!("{X}CreateNoteTweet"),
            &post,
            &[(Surface::Post, "本文")],
        );
        let reply = json(
            r#"{"variables":{"tweet_text":"返信","reply":{"in_reply_to_tweet_id":"1"},"attachment_url":null}}"#,
        );
        check(
            &format!("{X}CreateTweet"),
            &reply,
            &[(Surface::Reply, "返信")],
        );
        let quote =
            json(r#"{"variables":{"tweet_text":"","attachment_url":"https://x.com/a/status/1"}}"#);
        check(&format!("{X}CreateTweet"), &quote, &[(Surface::Quote, "")]);
        let scheduled =
            json(r#"{"variables":{"post_tweet_request":{"status":"予約"},"execute_at":1}}"#);
        check(
            &format!("{X}CreateScheduledTweet"),
            &scheduled,
            &[(Surface::Post, "予約")],
        );
        let profile = Body::Form(vec![("description".to_owned(), "紹介".to_owned())]);
        check(
            "https://x.com/i/api/1.1/account/update_profile.json",
            &profile,
            &[(Surface::Profile, "紹介")],
        );
    }

    #[test]
    fn reads_what_meta_sends() {
        check(
            FACEBOOK,
            &meta(
                "ComposerStoryCreateMutation",
                r#"{"input":{"message":{"text":"本文"}}}"#,
            ),
            &[(Surface::Post, "本文")],
        );
        check(
            FACEBOOK,
            &meta(
                "useCometUFICreateCommentMutation",
                r#"{"input":{"message":{"text":"返事"}}}"#,
            ),
            &[(Surface::Comment, "返事")],
        );
        check(
            "https://business.facebook.com/api/graphql/",
            &meta(
                "BusinessComposerStoryCreationMutation",
                r#"{"input":{"base":{"message":{"text":"本文"}},"channels":[]}}"#,
            ),
            &[(Surface::Post, "本文")],
        );
        check(
            INSTAGRAM,
            &meta(
                "PolarisPostCommentInputRevampedMutation",
                r#"{"data":{"comment_text":"返事"}}"#,
            ),
            &[(Surface::Comment, "返事")],
        );
        check(
            INSTAGRAM,
            &meta(
                "IGDirectTextSendMutation",
                r#"{"text":{"sensitive_string_value":"伝言"}}"#,
            ),
            &[(Surface::DirectMessage, "伝言")],
        );
    }

    #[test]
    fn reads_captions() {
        let caption = Body::Form(vec![("caption".to_owned(), "説明".to_owned())]);
        check(
            &format!("{MEDIA}configure/"),
            &caption,
            &[(Surface::Post, "説明")],
        );
        let json_as_form = Body::Form(vec![(
            r#"{"caption":"a=b","children":[]}"#.to_owned(),
            String::new(),
        )]);
        check(
            &format!("{MEDIA}configure_sidecar/"),
            &json_as_form,
            &[(Surface::Post, "a=b")],
        );
        let split = Body::Form(vec![(r#"{"caption":"a"#.to_owned(), r#"b"}"#.to_owned())]);
        check(
            &format!("{MEDIA}configure_sidecar/"),
            &split,
            &[(Surface::Post, "a=b")],
        );
        let raw = json("caption=%E8%AA%AC%E6%98%8E&upload_id=1");
        check(
            &format!("{MEDIA}configure/"),
            &raw,
            &[(Surface::Post, "説明")],
        );
    }

    #[test]
    fn reads_what_line_sends() {
        let balloons = json(
            r#"{"status":"SCHEDULED","balloons":[{"contentType":"TEXT","text":"一"},{"contentType":"IMAGE"},{"contentType":"TEXT","text":"二"}]}"#,
        );
        let expected = [(Surface::Broadcast, "一"), (Surface::Broadcast, "二")];
        check(&format!("{MANAGER}broadcasts"), &balloons, &expected);
        check(&format!("{MANAGER}broadcasts/v2"), &balloons, &expected);
        check(
            &format!("{CHAT}send"),
            &json(r#"{"type":"text","text":"返事","sendId":"1"}"#),
            &[(Surface::Chat, "返事")],
        );
        check(
            &format!("{CHAT}scheduled"),
            &json(r#"{"message":{"type":"textV2","text":"後で"},"scheduledAt":1}"#),
            &[(Surface::Chat, "後で")],
        );
        check(
            &format!("{MANAGER}broadcasts"),
            &json(r#"{"balloons":[{"contentType":"IMAGE"}]}"#),
            &[(Surface::Broadcast, "")],
        );
    }

    #[test]
    fn drafts_tests_and_reading_publish_nothing() {
        for (url, body) in [
            (
                format!("{X}CreateDraftTweet"),
                r#"{"variables":{"post_tweet_request":{"status":"a"}}}"#,
            ),
            (format!("{X}HomeTimeline"), "{}"),
            (format!("{MANAGER}message/test"), r#"{"balloons":[]}"#),
            (
                format!("{MANAGER}broadcasts"),
                r#"{"status":"DRAFT","balloons":[{"text":"a"}]}"#,
            ),
        ] {
            assert_eq!(request(&url, &json(body)), Request::Other, "{url}");
        }
        let other = meta("CometNewsFeedQuery", "{}");
        assert_eq!(request(FACEBOOK, &other), Request::Other);
    }

    #[test]
    fn what_cannot_be_read_is_said_to_be_so() {
        let post = format!("{X}CreateTweet");
        assert_eq!(
            request(&post, &Body::Hidden),
            Request::Unreadable(Surface::Post)
        );
        assert_eq!(
            request(&post, &json("[1]")),
            Request::Unreadable(Surface::Post)
        );
        assert_eq!(
            request(&post, &json("{}")),
            Request::Unreadable(Surface::Post)
        );
        let chat = format!("{X}SendMessageMutation");
        assert_eq!(
            request(&chat, &json(r#"{"variables":{}}"#)),
            Request::Encrypted(Surface::DirectMessage)
        );
    }
}

//! The frame: answers for the page's boxes and shows the panel.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};

use js_sys::Promise;
use kakunin_core::{Action, Concern, Finding, Message, Post, Report, Text};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, MessagePort};

use crate::Engine;
use crate::dom;
use crate::language::Language;
use crate::messages::{Answer, BoxId, FromFrame, ToFrame};
use crate::panel::{self, FindingView, PartView, View};
use crate::storage;

thread_local! {
    static FRAME: RefCell<Option<Frame>> = const { RefCell::new(None) };
}

/// Starts the frame: it answers as soon as the engine and the content script's
/// port are there.
#[wasm_bindgen(js_name = startFrame)]
pub async fn start_frame() {
    console_error_panic_hook::set_once();
    let port = port_with_key();
    let engine = storage::load_engine().await;
    let port: MessagePort = JsFuture::from(port)
        .await
        .expect_throw("the promise is never rejected")
        .unchecked_into();
    dom::on(&port, "message", |event: MessageEvent| {
        if let Ok(message) = serde_wasm_bindgen::from_value(event.data()) {
            with_frame(|frame| frame.hear(message));
        }
    });
    port.start();
    FRAME.set(Some(Frame::new(port, engine)));
    with_frame(|frame| frame.say(&FromFrame::Ready));
    panel::start();
    storage::listen(|| {
        spawn_local(async {
            let engine = storage::load_engine().await;
            with_frame(|frame| frame.take_engine(engine));
        });
    });
}

/// Promises the one port that comes with this frame's key: the address's hash,
/// which only the content script knows. Listens from now on.
fn port_with_key() -> Promise {
    let window = dom::window();
    let hash = window.location().hash().unwrap_or_default();
    let key = hash.trim_start_matches('#').to_owned();
    Promise::new(&mut |resolve, _| {
        let key = key.clone();
        dom::on(&window, "message", move |event: MessageEvent| {
            if !key.is_empty() && event.data().as_string().as_deref() == Some(&key) {
                // Only the first call counts.
                let _ = resolve.call1(&JsValue::NULL, &event.ports().get(0));
            }
        });
    })
}

/// What the operator does in the panel.
pub enum Deed {
    /// Takes a repair.
    Replace {
        id: BoxId,
        start: usize,
        end: usize,
        with: String,
    },
    /// Answers a confirm, or takes the answer back.
    Answer {
        id: BoxId,
        finding: usize,
        yes: bool,
    },
    /// Looks at a finding.
    Point { id: BoxId, start: usize, end: usize },
    /// Looks away.
    Unpoint,
    /// Goes back to writing.
    Leave,
}

/// Does what the operator did. Nothing happens where a render of our own set
/// the event off.
pub fn act(deed: Deed) {
    with_frame(|frame| frame.act(deed));
}

/// Why a URL can't take a shortened one's place, in the operator's words.
pub fn refuses(url: &str) -> Option<String> {
    let mut refusal = None;
    with_frame(|frame| refusal = frame.refuses(url));
    refusal
}

fn with_frame(act: impl FnOnce(&mut Frame)) {
    FRAME.with(|cell| {
        if let Ok(mut cell) = cell.try_borrow_mut()
            && let Some(frame) = cell.as_mut()
        {
            act(frame);
        }
    });
}

struct Frame {
    port: MessagePort,
    engine: Engine,
    language: Language,
    boxes: BTreeMap<BoxId, BoxState>,
    /// The boxes of the send that the operator is at.
    present: Vec<BoxId>,
    /// Whether nobody has seen them on the platform's own page.
    is_unverified: bool,
    shown: Option<View>,
}

/// What is known about a box.
struct BoxState {
    request: u32,
    post: Post,
    outcome: Result<Report, Message>,
    answered: HashSet<Question>,
    was_held: bool,
    was_not_replaced: bool,
}

/// What was asked: the same concern about the same words. What is asked about
/// the context is asked about the whole text.
#[derive(PartialEq, Eq, Hash)]
struct Question(Concern, String);

impl BoxState {
    fn question(&self, finding: &Finding) -> Question {
        let about = finding.text.as_ref().unwrap_or(&self.post.text);
        Question(finding.concern, about.clone())
    }

    fn is_answered(&self, finding: &Finding) -> bool {
        self.answered.contains(&self.question(finding))
    }

    fn holds(&self) -> bool {
        let Ok(report) = &self.outcome else {
            return true;
        };
        report.findings.iter().any(|finding| match finding.action {
            Action::Block => true,
            Action::Confirm => !self.is_answered(finding),
            Action::Warn | Action::Remind => false,
        })
    }
}

impl Frame {
    fn new(port: MessagePort, engine: Engine) -> Self {
        Self {
            port,
            engine,
            language: storage::language(),
            boxes: BTreeMap::new(),
            present: Vec::new(),
            is_unverified: false,
            shown: None,
        }
    }

    fn hear(&mut self, message: ToFrame) {
        match message {
            ToFrame::Check { id, request, post } => self.check(id, request, post),
            ToFrame::Boxes { boxes, unverified } => {
                self.present = boxes;
                self.is_unverified = unverified;
            }
            ToFrame::Held => {
                for id in &self.present {
                    if let Some(state) = self.boxes.get_mut(id) {
                        state.was_held = true;
                    }
                }
            }
            ToFrame::NotReplaced { id } => {
                if let Some(state) = self.boxes.get_mut(&id) {
                    state.was_not_replaced = true;
                }
            }
        }
        self.show();
    }

    fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Replace {
                id,
                start,
                end,
                with,
            } => {
                let Some(state) = self.boxes.get_mut(&id) else {
                    return;
                };
                state.was_not_replaced = false;
                let was = Text::new(&state.post.text).original(start..end);
                self.say(&FromFrame::Replace {
                    id,
                    start,
                    end,
                    was,
                    with,
                });
            }
            Deed::Answer { id, finding, yes } => self.take_answer(id, finding, yes),
            Deed::Point { id, start, end } => self.say(&FromFrame::Point { id, start, end }),
            Deed::Unpoint => self.say(&FromFrame::Unpoint),
            Deed::Leave => {
                if let Some(&id) = self.present.first() {
                    self.say(&FromFrame::Leave { id });
                }
            }
        }
        self.show();
    }

    fn check(&mut self, id: BoxId, request: u32, post: Post) {
        let outcome = self.engine.check(&post);
        let before = self.boxes.remove(&id);
        let is_same = before.as_ref().is_some_and(|before| before.post == post);
        self.boxes.insert(
            id,
            BoxState {
                request,
                post,
                outcome,
                was_held: is_same && before.as_ref().is_some_and(|before| before.was_held),
                was_not_replaced: is_same
                    && before
                        .as_ref()
                        .is_some_and(|before| before.was_not_replaced),
                answered: before.map(|before| before.answered).unwrap_or_default(),
            },
        );
        self.answer(id);
    }

    fn take_answer(&mut self, id: BoxId, finding: usize, yes: bool) {
        let Some(state) = self.boxes.get_mut(&id) else {
            return;
        };
        let Ok(report) = &state.outcome else { return };
        let Some(finding) = report.findings.get(finding) else {
            return;
        };
        let question = state.question(finding);
        if yes {
            state.answered.insert(question);
        } else {
            state.answered.remove(&question);
        }
        self.answer(id);
    }

    fn take_engine(&mut self, engine: Engine) {
        let before = std::mem::replace(&mut self.engine, Engine::unset());
        self.engine = before.replaced_by(engine);
        let ids: Vec<_> = self.boxes.keys().copied().collect();
        for id in ids {
            if let Some(state) = self.boxes.get_mut(&id) {
                state.outcome = self.engine.check(&state.post);
            }
            self.answer(id);
        }
        self.show();
    }

    fn refuses(&self, text: &str) -> Option<String> {
        let language = self.language;
        let is_web = url::Url::parse(text)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if !is_web {
            return Some(
                language
                    .pick(
                        "https:// から始まる元のURLを入れてください。",
                        "Enter the original URL, starting with https://.",
                    )
                    .to_owned(),
            );
        }
        let post = Post {
            text: text.to_owned(),
            ..Post::default()
        };
        let report = self.engine.check(&post).ok()?;
        let finding = report
            .findings
            .iter()
            .find(|finding| finding.action == Action::Block)?;
        Some(language.of(&finding.message).to_owned())
    }

    fn answer(&self, id: BoxId) {
        let Some(state) = self.boxes.get(&id) else {
            return;
        };
        self.say(&FromFrame::Answer {
            id,
            request: state.request,
            answer: Answer::new(&state.outcome, state.holds(), self.language),
        });
    }

    fn say(&self, message: &FromFrame) {
        if let Ok(message) = dom::to_js(message) {
            // A closed port means that the page has let go of this frame.
            let _ = self.port.post_message(&message);
        }
    }

    /// Shows what is known, where it isn't on the screen already.
    fn show(&mut self) {
        let view = self.view();
        if self.shown.as_ref() != Some(&view) {
            let height = panel::render(&view);
            self.shown = Some(view);
            self.say(&FromFrame::Size { height });
        }
    }

    fn view(&self) -> View {
        let is_thread = self.present.len() > 1;
        let parts = self
            .present
            .iter()
            .filter_map(|id| Some((*id, self.boxes.get(id)?)))
            .enumerate()
            .map(|(index, (id, state))| self.part(id, state, is_thread.then_some(index + 1)))
            .collect();
        View {
            language: self.language,
            municipality: self
                .engine
                .guideline()
                .map(|guideline| guideline.municipality.clone()),
            may_choose: self.engine.is_unset(),
            rejected: self
                .engine
                .rejected
                .iter()
                .map(|reason| self.language.of(reason).to_owned())
                .collect(),
            is_unverified: self.is_unverified,
            parts,
        }
    }

    fn part(&self, id: BoxId, state: &BoxState, number: Option<usize>) -> PartView {
        let findings = match &state.outcome {
            Ok(report) => report
                .findings
                .iter()
                .map(|finding| self.finding(state, finding))
                .collect(),
            Err(_) => Vec::new(),
        };
        PartView {
            id,
            number,
            is_empty: state.post.text.trim().is_empty() && state.post.media.is_empty(),
            failure: state
                .outcome
                .as_ref()
                .err()
                .map(|reason| self.language.of(reason).to_owned()),
            findings,
            holds: state.holds(),
            was_held: state.was_held,
            was_not_replaced: state.was_not_replaced,
        }
    }

    fn finding(&self, state: &BoxState, finding: &Finding) -> FindingView {
        let guideline = self.engine.guideline();
        let clauses = |ids: &[String]| {
            ids.iter()
                .filter_map(|id| guideline?.clause(id).cloned())
                .collect()
        };
        FindingView {
            finding: finding.clone(),
            clauses: clauses(&finding.clauses),
            related: clauses(&finding.related),
            own_name: guideline
                .map(|guideline| guideline.own_name.clone())
                .unwrap_or_default(),
            is_answered: state.is_answered(finding),
        }
    }
}

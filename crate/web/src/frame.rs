//! The frame: answers for the page's boxes and shows the panel.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use js_sys::Promise;
use kakunin_core::{Action, Ask, Clause, Concern, Finding, Message, Post, Report, Text};
use kakunin_record::{Event, Given};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, MessagePort};

use crate::checklist::{self, Question};
use crate::journal::Entry;
use crate::language::Language;
use crate::messages::{Answer, BoxId, FromFrame, ToFrame, ToWorker};
use crate::panel::{self, FindingView, PartView, View};
use crate::stored::{self, Emergency};
use crate::{Engine, chrome, dom, engine, sight};

thread_local! {
    static FRAME: RefCell<Option<Frame>> = const { RefCell::new(None) };
}

/// Starts the frame: it answers as soon as the engine and the content script's
/// port are there.
#[wasm_bindgen(js_name = startFrame)]
pub async fn start_frame() {
    console_error_panic_hook::set_once();
    let port = port_with_key();
    let engine = stored::load_engine().await;
    let approvers = stored::approvers().await;
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
    FRAME.set(Some(Frame::new(port, engine, approvers)));
    with_frame(|frame| frame.say(&FromFrame::Ready));
    panel::start();
    chrome::on_stored(stored::KEYS, renew);
    with_frame(|frame| renew_after(frame.engine.emergency.as_ref()));
}

/// Makes the engine anew: something that it is made from has changed.
fn renew() {
    spawn_local(async {
        let engine = stored::load_engine().await;
        renew_after(engine.emergency.as_ref());
        with_frame(|frame| frame.take_engine(engine));
    });
}

/// Makes the engine anew when emergency posting runs out.
fn renew_after(emergency: Option<&Emergency>) {
    let Some(emergency) = emergency else { return };
    let left = emergency.until - js_sys::Date::now();
    let renew = Closure::once_into_js(renew);
    // Where no timer can be set, the next thing stored makes it anew.
    let _ = dom::window().set_timeout_with_callback_and_timeout_and_arguments_0(
        renew.unchecked_ref(),
        left as i32 + 1,
    );
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
    /// Answers everything that the held send needs said, and sends it.
    Release { answers: Vec<Given> },
    /// Turns emergency posting on, with the reason, or off.
    Emergency { reason: Option<String> },
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

const NOT_RECORDED: (&str, &str) = (
    "記録を保存できなかったため、まだ送信していません。もう一度押してください。直らないときは管理者に連絡してください。",
    "It could not be recorded, so nothing was sent yet. Press again. If that does not help, tell your administrator.",
);
const COVERED: (&str, &str) = (
    "この欄の上に何かが重なっているため、操作を受け付けませんでした。重なりをなくして、もう一度押してください。",
    "Something covers this panel, so nothing was done. Uncover it and press again.",
);

/// Tells the worker what can wait.
fn tell_worker(message: ToWorker) {
    spawn_local(async move {
        // Nobody waits for it, and nothing is let go by it.
        let _ = chrome::ask_worker(&message).await;
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
    /// Who approved last, by account.
    approvers: BTreeMap<String, String>,
    /// What of the operator's doing did not succeed.
    trouble: Option<String>,
    shown: Option<View>,
}

/// What is known about a box.
struct BoxState {
    request: u32,
    post: Post,
    outcome: Result<Report, Message>,
    answered: HashMap<Subject, Given>,
    was_held: bool,
    was_not_replaced: bool,
}

/// What is asked about: a concern and the words that are marked. What is asked
/// about the context is asked about the whole text.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Subject(Concern, String);

impl BoxState {
    fn subject(&self, finding: &Finding) -> Subject {
        let about = finding.text.as_ref().unwrap_or(&self.post.text);
        Subject(finding.concern, about.clone())
    }

    fn is_answered(&self, finding: &Finding) -> bool {
        finding.ask().is_some() && self.answered.contains_key(&self.subject(finding))
    }

    /// What is found that holds the post and isn't answered.
    fn open(&self) -> impl Iterator<Item = &Finding> {
        engine::open(&self.outcome, |finding| self.is_answered(finding))
    }
}

impl Frame {
    fn new(port: MessagePort, engine: Engine, approvers: BTreeMap<String, String>) -> Self {
        Self {
            port,
            engine,
            language: stored::language(),
            approvers,
            trouble: None,
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
            ToFrame::Held => self.held(),
            ToFrame::Sending => self.sending(),
            ToFrame::NotReplaced { id } => {
                if let Some(state) = self.boxes.get_mut(&id) {
                    state.was_not_replaced = true;
                }
            }
        }
        self.show();
    }

    /// A send was held: what it needs said is asked.
    fn held(&mut self) {
        for id in &self.present {
            if let Some(state) = self.boxes.get_mut(id) {
                state.was_held = true;
            }
        }
        let entries = self
            .present()
            .filter(|(_, state)| self.holds(state))
            .map(|(_, state)| self.entry(Event::Held, state))
            .collect();
        tell_worker(ToWorker::Release {
            posts: Vec::new(),
            entries,
        });
        self.show();
        checklist::focus();
    }

    /// A send goes: the network guard is told, and what goes only because
    /// nothing is held, or could be checked, is recorded.
    fn sending(&self) {
        let passing = self.present().filter_map(|(_, state)| {
            let is_answered = |finding: &Finding| state.is_answered(finding);
            let event = self.engine.passes_as(&state.outcome, is_answered)?;
            Some(self.entry(event, state))
        });
        tell_worker(ToWorker::Release {
            posts: self.posts(),
            entries: passing.collect(),
        });
    }

    /// The operator has answered: that is recorded, then the send goes.
    fn release(&self, answers: Vec<Given>) {
        let ids: Vec<_> = self.present().map(|(id, _)| id).collect();
        let questions = self.questions();
        let mut taken = Vec::new();
        let mut entries = Vec::new();
        for (id, state) in self.present() {
            let open: Vec<_> = state.open().collect();
            let given: Vec<_> = open
                .iter()
                .filter_map(|finding| {
                    let about = self.question(state, finding)?;
                    let index = questions.iter().position(|one| *one == about)?;
                    Some((*finding, answers.get(index)?.clone()))
                })
                .collect();
            if given.is_empty() {
                continue;
            }
            let is_override = given
                .iter()
                .any(|(finding, _)| finding.action == Action::Block);
            let event = if is_override {
                Event::Overridden
            } else {
                Event::Answered
            };
            let mut entry = self.entry(event, state);
            entry.record.answers = given.iter().map(|(_, given)| given.clone()).collect();
            entries.push(entry);
            for (finding, given) in given {
                taken.push((id, state.subject(finding), given));
            }
        }
        let message = ToWorker::Release {
            posts: self.posts(),
            entries,
        };
        spawn_local(async move {
            let outcome = chrome::ask_worker(&message).await;
            with_frame(|frame| frame.released(&ids, taken, outcome.is_ok()));
        });
    }

    /// What was answered is recorded, or could not be.
    fn released(&mut self, ids: &[BoxId], taken: Vec<(BoxId, Subject, Given)>, is_recorded: bool) {
        if !is_recorded {
            self.fail(NOT_RECORDED);
            self.show();
            return;
        }
        for (id, subject, given) in taken {
            let Some(state) = self.boxes.get_mut(&id) else {
                continue;
            };
            if given.concern == Concern::Approval
                && let Some(account) = &state.post.account
            {
                self.approvers.insert(account.clone(), given.words.clone());
            }
            state.answered.insert(subject, given);
        }
        let approvers = self.approvers.clone();
        spawn_local(async move {
            // What can't be kept is typed again.
            let _ = stored::keep_approvers(&approvers).await;
        });
        for &id in ids {
            self.answer(id);
        }
        self.say(&FromFrame::Release);
        self.show();
    }

    /// Has the panel say that something did not succeed.
    fn fail(&mut self, (ja, en): (&str, &str)) {
        self.trouble = Some(self.language.pick(ja, en).to_owned());
    }

    fn switch_emergency(&self, reason: Option<String>) {
        spawn_local(async move {
            if chrome::ask_worker(&ToWorker::Emergency { reason })
                .await
                .is_err()
            {
                with_frame(|frame| {
                    frame.fail(NOT_RECORDED);
                    frame.show();
                });
            }
        });
    }

    /// The boxes of the send that the operator is at, as far as they are known.
    fn present(&self) -> impl Iterator<Item = (BoxId, &BoxState)> {
        let known = |id: &BoxId| Some((*id, self.boxes.get(id)?));
        self.present.iter().filter_map(known)
    }

    fn posts(&self) -> Vec<Post> {
        self.present()
            .map(|(_, state)| state.post.clone())
            .collect()
    }

    fn holds(&self, state: &BoxState) -> bool {
        self.engine
            .holds(&state.outcome, |finding| state.is_answered(finding))
    }

    fn entry(&self, event: Event, state: &BoxState) -> Entry {
        Entry::new(self.engine.record(event, &state.post, &state.outcome))
    }

    /// What the held send needs said, each thing once; nothing where nothing
    /// said could release it.
    fn questions(&self) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for (_, state) in self.present() {
            if state.outcome.is_err() {
                return Vec::new();
            }
            for finding in state.open() {
                match self.question(state, finding) {
                    None => return Vec::new(),
                    Some(question) if questions.contains(&question) => {}
                    Some(question) => questions.push(question),
                }
            }
        }
        questions
    }

    fn question(&self, state: &BoxState, finding: &Finding) -> Option<Question> {
        let ask = finding.ask()?;
        let clauses = self.clauses(&finding.clauses);
        let cases: Vec<_> = clauses
            .iter()
            .flat_map(|clause| &clause.enforce)
            .filter(|enforce| enforce.concern == finding.concern)
            .flat_map(|enforce| enforce.cases.clone())
            .collect();
        let account = state.post.account.as_deref().unwrap_or_default();
        let approver = self.approvers.get(account).filter(|_| ask == Ask::Approver);
        let emergency = self.engine.emergency.as_ref();
        let why = emergency.filter(|_| ask == Ask::Reason && finding.action == Action::Confirm);
        Some(Question {
            ask,
            concern: finding.concern,
            action: finding.action,
            written: finding.text.clone(),
            message: finding.message.clone(),
            cases: self.clauses(&cases),
            clauses,
            prefilled: approver
                .or(why.map(|emergency| &emergency.reason))
                .cloned()
                .unwrap_or_default(),
        })
    }

    fn clauses(&self, ids: &[String]) -> Vec<Clause> {
        let guideline = self.engine.guideline();
        ids.iter()
            .filter_map(|id| guideline?.clause(id).cloned())
            .collect()
    }

    fn act(&mut self, deed: Deed) {
        self.trouble = None;
        match deed {
            Deed::Release { .. } | Deed::Emergency { .. } if !sight::is_clear() => {
                self.fail(COVERED);
            }
            Deed::Release { answers } => self.release(answers),
            Deed::Emergency { reason } => self.switch_emergency(reason),
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
        // The next post in the same box is another one.
        let is_begun = !post.text.trim().is_empty() || !post.media.is_empty();
        let before = self.boxes.remove(&id).filter(|_| is_begun);
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
            answer: Answer::new(&state.outcome, self.holds(state), self.language),
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
        let was_held = self.present().any(|(_, state)| state.was_held);
        let parts = self
            .present()
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
            questions: if was_held {
                self.questions()
            } else {
                Vec::new()
            },
            emergency: self.engine.emergency.clone(),
            trouble: self.trouble.clone(),
            is_pilot: self.engine.settings.pilot_mode,
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
            holds: self.holds(state),
            was_held: state.was_held,
            was_not_replaced: state.was_not_replaced,
        }
    }

    fn finding(&self, state: &BoxState, finding: &Finding) -> FindingView {
        FindingView {
            finding: finding.clone(),
            clauses: self.clauses(&finding.clauses),
            related: self.clauses(&finding.related),
            own_name: self
                .engine
                .guideline()
                .map(|guideline| guideline.own_name.clone())
                .unwrap_or_default(),
            is_answered: state.is_answered(finding),
        }
    }
}

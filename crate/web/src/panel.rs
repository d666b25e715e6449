//! The panel: what was found, on what ground, and what to do about it.

use kakunin_core::{Action, Clause, Finding, Fix};
use kakunin_guidelines::SHIPPED;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

use crate::checklist::{self, Question};
use crate::dom::{append, attribute, by_id, document, element, field, on, text};
use crate::frame::{self, Deed};
use crate::language::Language;
use crate::messages::BoxId;
use crate::stored::{self, Emergency};
use crate::{emergency, sight};

/// Everything that the panel shows.
#[derive(PartialEq)]
pub struct View {
    pub language: Language,
    /// Whose guideline is in force.
    pub municipality: Option<String>,
    /// Whether the operator may choose a guideline: nobody has yet.
    pub may_choose: bool,
    /// What of the settings could not be taken.
    pub rejected: Vec<String>,
    /// Whether nobody has tried this screen on the platform's own page.
    pub is_unverified: bool,
    pub parts: Vec<PartView>,
    /// What the held send needs said; empty where nothing said could release
    /// it.
    pub questions: Vec<Question>,
    /// Emergency posting, while it is on.
    pub emergency: Option<Emergency>,
    /// What of the operator's doing did not succeed.
    pub trouble: Option<String>,
    /// Whether everything is shown and nothing held.
    pub is_pilot: bool,
}

/// One box: a post, or a part of a thread.
#[derive(PartialEq)]
pub struct PartView {
    pub id: BoxId,
    /// Its place in a thread, from 1.
    pub number: Option<usize>,
    /// Whether nothing is written or attached yet.
    pub is_empty: bool,
    /// Why it could not be checked.
    pub failure: Option<String>,
    pub findings: Vec<FindingView>,
    pub holds: bool,
    pub was_held: bool,
    pub was_not_replaced: bool,
}

/// A finding with its clauses in full.
#[derive(PartialEq)]
pub struct FindingView {
    pub finding: Finding,
    pub clauses: Vec<Clause>,
    pub related: Vec<Clause>,
    pub own_name: String,
    pub is_answered: bool,
}

/// Listens to what concerns the panel as a whole.
pub fn start() {
    sight::watch(&by_id("panel"));
    on(&document(), "keydown", |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            frame::act(Deed::Leave);
        }
    });
}

/// Shows the view and says how high the panel is then, in CSS pixels; 0 where
/// there is nothing to show.
pub fn render(view: &View) -> f64 {
    let language = view.language;
    attribute(&by_id("panel"), "lang", language.tag());
    let is_idle = view.parts.iter().all(|part| part.is_empty);
    let is_needed = view.emergency.is_some() && !view.parts.is_empty();
    if is_idle && !is_needed && !view.parts.iter().any(|part| part.was_held) {
        return 0.0;
    }
    let state = state(view);
    by_id("panel").set_class_name(state.class());
    say("headline", state.headline(language));
    say("alert", &alert(view));
    by_id("municipality").set_text_content(view.municipality.as_deref());
    let unverified = language.pick(
        "この画面での動作は未検証です。送信の前に内容を見直してください。",
        "Not verified on this screen yet. Read the post again before you send it.",
    );
    by_id("unverified").set_text_content(view.is_unverified.then_some(unverified));
    let kept = Kept::take();
    let body = by_id("body");
    body.set_text_content(None);
    for child in children(view) {
        append(&body, &child);
    }
    kept.put_back();
    by_id("panel").get_bounding_client_rect().height()
}

/// The panel in one word.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Failed,
    Blocked,
    NeedsAnswer,
    Answered,
    Warned,
    Clear,
}

impl State {
    fn class(self) -> &'static str {
        match self {
            Self::Failed | Self::Blocked => "blocked",
            Self::NeedsAnswer => "needs-answer",
            Self::Warned => "warned",
            Self::Answered | Self::Clear => "clear",
        }
    }

    fn headline(self, language: Language) -> &'static str {
        match self {
            Self::Failed => language.pick("確認できません", "Can't be checked"),
            Self::Blocked => {
                language.pick("このままでは送信できません", "This can't be sent as it is")
            }
            Self::NeedsAnswer => language.pick(
                "送信の前に確認してください",
                "Please confirm before sending",
            ),
            Self::Answered => {
                language.pick("確認済みです。送信できます", "Confirmed. You can send it")
            }
            Self::Warned => language.pick(
                "送信できますが、注意があります",
                "You can send it, but take note",
            ),
            Self::Clear => language.pick("問題は見つかりませんでした", "Nothing found"),
        }
    }
}

fn state(view: &View) -> State {
    if view.parts.iter().any(|part| part.failure.is_some()) {
        return State::Failed;
    }
    let strictest = view
        .parts
        .iter()
        .flat_map(|part| &part.findings)
        .map(|finding| finding.finding.action)
        .max();
    match strictest {
        _ if view.is_pilot && strictest > Some(Action::Warn) => State::Warned,
        Some(Action::Block) if !view.parts.iter().any(|part| part.holds) => State::Answered,
        Some(Action::Block) => State::Blocked,
        Some(Action::Confirm) if view.parts.iter().any(|part| part.holds) => State::NeedsAnswer,
        Some(Action::Confirm) => State::Answered,
        Some(Action::Warn) => State::Warned,
        Some(Action::Remind) | None => State::Clear,
    }
}

/// What just happened, for the eye and the screen reader.
fn alert(view: &View) -> String {
    let language = view.language;
    let mut lines = Vec::new();
    if view.parts.iter().any(|part| part.was_held && part.holds) {
        lines.push(language.pick(
            "送信を止めました。投稿はまだ公開されていません。",
            "The post was held. It has not been published.",
        ));
    }
    lines.extend(view.trouble.as_deref());
    if view.parts.iter().any(|part| part.was_not_replaced) {
        lines.push(language.pick(
            "自動では置き換えられませんでした。投稿欄で直接直してください。",
            "The text could not be replaced. Please edit it in the compose box.",
        ));
    }
    lines.join("\n")
}

fn children(view: &View) -> Vec<Element> {
    let language = view.language;
    let mut children = Vec::new();
    if let Some(emergency) = &view.emergency {
        children.push(emergency::banner(emergency, language, switch_emergency));
    }
    if view.is_pilot {
        let line = language.pick(
            "試行中：記録だけを行い、送信は止めません。",
            "Pilot: posts are recorded, none is held.",
        );
        children.push(text("p", "rejected", line));
    }
    for reason in &view.rejected {
        children.push(text("p", "rejected", reason));
    }
    if view.may_choose {
        children.push(chooser(view.language));
    }
    if !view.questions.is_empty() {
        let municipality = view.municipality.as_deref().unwrap_or_default();
        children.push(checklist::render(&view.questions, municipality, language));
    }
    let is_held = view.parts.iter().any(|part| part.was_held && part.holds);
    if is_held && view.emergency.is_none() {
        children.push(emergency::offer(language, switch_emergency));
    }
    for part in &view.parts {
        if let Some(number) = part.number
            && !(part.findings.is_empty() && part.failure.is_none())
        {
            let title = match view.language {
                Language::Japanese => format!("{number}件目の投稿"),
                Language::English => format!("Post {number}"),
            };
            children.push(text("h2", "", &title));
        }
        if let Some(failure) = &part.failure {
            children.push(text("p", "failure", failure));
        }
        for (index, finding) in part.findings.iter().enumerate() {
            let place = Place {
                language: view.language,
                municipality: view.municipality.as_deref().unwrap_or_default(),
                id: part.id,
                index,
            };
            children.push(place.finding(finding));
        }
    }
    children
}

fn switch_emergency(reason: Option<String>) {
    frame::act(Deed::Emergency { reason });
}

/// Lets the operator choose a guideline, where IT has not.
fn chooser(language: Language) -> Element {
    let select = element("select", "", &[]);
    attribute(&select, "id", "guideline");
    for id in SHIPPED {
        if let Some(guideline) = kakunin_guidelines::shipped(id) {
            let option = text("option", "", &guideline.municipality);
            attribute(&option, "value", id);
            append(&select, &option);
        }
    }
    let label = text("label", "", language.pick("自治体", "Municipality"));
    attribute(&label, "for", "guideline");
    let button = text(
        "button",
        "",
        language.pick("このガイドラインで確認する", "Use this guideline"),
    );
    attribute(&button, "type", "button");
    on(&button, "click", {
        let select: HtmlSelectElement = select.clone().unchecked_into();
        move |event: Event| {
            if event.is_trusted() {
                let id = select.value();
                spawn_local(async move {
                    if stored::choose_guideline(&id).await.is_err() {
                        say(
                            "alert",
                            "設定を保存できませんでした。/ The setting could not be saved.",
                        );
                    }
                });
            }
        }
    });
    element("div", "chooser", &[&label, &select, &button])
}

/// Where on the panel a finding stands.
struct Place<'a> {
    language: Language,
    municipality: &'a str,
    id: BoxId,
    index: usize,
}

impl Place<'_> {
    fn finding(&self, view: &FindingView) -> Element {
        let finding = &view.finding;
        let (class, label) = match finding.action {
            Action::Block => ("block", self.language.pick("禁止", "Not allowed")),
            Action::Confirm => ("confirm", self.language.pick("要確認", "Confirm")),
            Action::Warn | Action::Remind => ("warn", self.language.pick("注意", "Note")),
        };
        let title = element(
            "h3",
            "",
            &[
                &text("span", "action", label),
                &text("span", "concern", self.language.concern(finding.concern)),
            ],
        );
        let article = element("article", class, &[&title]);
        let add = |child: Element| append(&article, &child);
        if let Some(written) = &finding.text {
            add(text("p", "written", written));
        }
        add(text("p", "message", self.language.of(&finding.message)));
        for (index, fix) in finding.fixes.iter().enumerate() {
            add(self.fix(index, fix));
        }
        if view.is_answered {
            let line = self.language.pick("確認済み", "Confirmed");
            add(text("p", "answered", line));
        }
        add(if finding.start.is_some() {
            self.ground(view)
        } else {
            self.folded_ground(view)
        });
        self.point_at(&article, finding);
        article
    }

    /// The clauses word for word; where there is none, that it is the
    /// product's own default.
    fn ground(&self, view: &FindingView) -> Element {
        let ground = element("div", "ground", &[]);
        let add = |child: &Element| append(&ground, child);
        for clause in &view.clauses {
            add(&self.clause(clause));
        }
        if view.clauses.is_empty() {
            let own_name = &view.own_name;
            let line = match self.language {
                Language::Japanese => format!("{own_name}の規定に明文なし（Kakunin の既定）"),
                Language::English => format!(
                    "No clause of {}'s guideline says so (Kakunin's default)",
                    self.municipality
                ),
            };
            add(&text("p", "default", &line));
        }
        if !view.related.is_empty() {
            let summary = text(
                "summary",
                "",
                self.language.pick("関連する規定", "Related clauses"),
            );
            attribute(&summary, "id", &self.key("related"));
            let details = element("details", "", &[&summary]);
            for clause in &view.related {
                append(&details, &self.clause(clause));
            }
            add(&details);
        }
        ground
    }

    /// The ground under its citation: what is asked of every post would
    /// otherwise push what is wrong with this one out of sight.
    fn folded_ground(&self, view: &FindingView) -> Element {
        let cites: Vec<_> = view
            .clauses
            .iter()
            .map(|clause| clause.cite.as_str())
            .collect();
        let line = if cites.is_empty() {
            self.language
                .pick("規定に明文なし", "No clause says so")
                .to_owned()
        } else {
            format!("{} {}", self.municipality, cites.join("、"))
        };
        let summary = text("summary", "", &line);
        attribute(&summary, "id", &self.key("ground"));
        element("details", "folded", &[&summary, &self.ground(view)])
    }

    fn clause(&self, clause: &Clause) -> Element {
        let cite = format!("{} {}", self.municipality, clause.cite);
        let mut parts = vec![text("cite", "", &cite)];
        if let Some(heading) = &clause.heading {
            parts.push(text("span", "heading", heading));
        }
        // The guideline is Japanese in every language of the screen.
        let words = text("blockquote", "", &clause.text);
        attribute(&words, "lang", "ja");
        parts.push(words);
        element("div", "clause", &parts.iter().collect::<Vec<_>>())
    }

    fn fix(&self, index: usize, fix: &Fix) -> Element {
        let key = self.key(&format!("fix{index}"));
        match fix {
            Fix::Replace {
                start,
                end,
                with,
                label,
            } => {
                let button = text("button", "fix", self.language.of(label));
                attribute(&button, "type", "button");
                attribute(&button, "id", &key);
                let (id, start, end, with) = (self.id, *start, *end, with.clone());
                on(&button, "click", move |event: Event| {
                    if event.is_trusted() {
                        frame::act(Deed::Replace {
                            id,
                            start,
                            end,
                            with: with.clone(),
                        });
                    }
                });
                button
            }
            Fix::AskUrl { start, end } => self.ask_url(&key, *start, *end),
        }
    }

    /// A field for the URL that a shortened one stands for: only the operator
    /// knows it without a request leaving the machine.
    fn ask_url(&self, key: &str, start: usize, end: usize) -> Element {
        let label = text("label", "", self.language.pick("元のURL", "Original URL"));
        attribute(&label, "for", key);
        let error = text("p", "error", "");
        let error_key = format!("{key}-error");
        let field = field(&[
            ("id", key),
            ("inputmode", "url"),
            ("spellcheck", "false"),
            ("placeholder", "https://"),
            ("aria-describedby", &error_key),
        ]);
        attribute(&error, "id", &error_key);
        attribute(&error, "role", "alert");
        let button = text("button", "fix", self.language.pick("置き換える", "Replace"));
        let row = element("div", "row", &[&field, &button]);
        let form = element("form", "ask", &[&label, &row, &error]);
        let id = self.id;
        on(&form, "submit", move |event: Event| {
            event.prevent_default();
            if !event.is_trusted() {
                return;
            }
            let url = field.unchecked_ref::<HtmlInputElement>().value();
            let url = url.trim();
            let refusal = frame::refuses(url);
            error.set_text_content(refusal.as_deref());
            if refusal.is_none() {
                frame::act(Deed::Replace {
                    id,
                    start,
                    end,
                    with: url.to_owned(),
                });
            }
        });
        form
    }

    /// Shows the finding's place in the text while the operator looks at it.
    fn point_at(&self, article: &Element, finding: &Finding) {
        let (Some(start), Some(end)) = (finding.start, finding.end) else {
            return;
        };
        let id = self.id;
        for event in ["pointerenter", "focusin"] {
            on(article, event, move |_: Event| {
                frame::act(Deed::Point { id, start, end })
            });
        }
        for event in ["pointerleave", "focusout"] {
            on(article, event, |_: Event| frame::act(Deed::Unpoint));
        }
    }

    /// An element id that stays the same as long as the finding does.
    fn key(&self, part: &str) -> String {
        format!("{}-{}-{part}", self.id, self.index)
    }
}

/// What the operator has under the hand while the panel is made anew: the
/// focus, what stands in the fields, and what is unfolded.
struct Kept {
    focus: Option<String>,
    fields: Vec<HtmlInputElement>,
    open: Vec<String>,
}

impl Kept {
    fn take() -> Self {
        Self {
            focus: document().active_element().map(|element| element.id()),
            fields: all("form input, form select"),
            open: all::<Element>("details[open] > summary")
                .iter()
                .map(Element::id)
                .collect(),
        }
    }

    fn put_back(self) {
        for field in self.fields {
            if let Some(now) = document().get_element_by_id(&field.id()) {
                let now: HtmlInputElement = now.unchecked_into();
                now.set_value(&field.value());
                if field.type_() == "checkbox" {
                    now.set_checked(field.checked());
                }
            }
        }
        for id in self.open {
            let summary = document().get_element_by_id(&id);
            if let Some(details) = summary.and_then(|summary| summary.parent_element()) {
                attribute(&details, "open", "");
            }
        }
        let focus = self.focus.filter(|id| !id.is_empty());
        if let Some(element) = focus.and_then(|id| document().get_element_by_id(&id)) {
            // Where the focus can't go back it is at the panel's start.
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }
}

/// Every element that a constant selector finds.
fn all<E: JsCast>(selector: &str) -> Vec<E> {
    let found = document()
        .query_selector_all(selector)
        .expect_throw("the selector is a constant");
    (0..found.length())
        .filter_map(|index| found.get(index))
        .map(JsCast::unchecked_into)
        .collect()
}

/// Says a line, unless it stands there already: a live region that is written
/// again is read out again.
fn say(id: &str, line: &str) {
    let region = by_id(id);
    if region.text_content().as_deref() != Some(line) {
        region.set_text_content(Some(line));
    }
}

//! The checklist before a held send: everything that the post needs said, once
//! for the whole post.

use kakunin_core::{Action, Ask, Clause, Concern, Message};
use kakunin_record::Given;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::dom::{append, attribute, document, element, field, on, text};
use crate::frame::{self, Deed};
use crate::language::Language;

/// One thing that is asked, about all the parts of a post that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub ask: Ask,
    pub concern: Concern,
    pub action: Action,
    /// The marked words, where it is about words.
    pub written: Option<String>,
    pub message: Message,
    pub clauses: Vec<Clause>,
    /// Clauses whose cases the operator may name.
    pub cases: Vec<Clause>,
    /// What was answered before for this account.
    pub prefilled: String,
}

/// The form that asks; one element.
pub fn render(questions: &[Question], municipality: &str, language: Language) -> Element {
    let title = text("h2", "", language.pick("送信前の確認", "Before you send"));
    attribute(&title, "id", "checklist-title");
    let form = element("form", "checklist", &[&title]);
    attribute(&form, "id", "checklist");
    attribute(&form, "aria-labelledby", "checklist-title");
    for (index, question) in questions.iter().enumerate() {
        let row = Row {
            index,
            question,
            municipality,
            language,
        };
        append(&form, &row.render());
    }
    let error = text("p", "error", "");
    attribute(&error, "id", "checklist-error");
    attribute(&error, "role", "alert");
    append(&form, &error);
    let button = text(
        "button",
        "go",
        language.pick("確認して送信する", "Confirm and send"),
    );
    attribute(&button, "type", "submit");
    attribute(&button, "id", "checklist-go");
    append(&form, &button);
    let questions = questions.to_vec();
    on(&form, "submit", move |event: Event| {
        event.prevent_default();
        if event.is_trusted() {
            submit(&questions, language, &error);
        }
    });
    form
}

/// Puts the focus on the first thing that is asked.
pub fn focus() {
    let first = document().query_selector("#checklist input, #checklist select");
    if let Ok(Some(field)) = first {
        // Where it can't be focused the operator gets there with Tab.
        let _ = field.unchecked_into::<HtmlElement>().focus();
    }
}

/// Takes the answers, or says which is missing and goes there.
fn submit(questions: &[Question], language: Language, error: &Element) {
    let mut answers = Vec::new();
    for (index, question) in questions.iter().enumerate() {
        let Some(field) = document().get_element_by_id(&key(index, question)) else {
            return;
        };
        let field: HtmlInputElement = field.unchecked_into();
        let words = match question.ask {
            Ask::Tick => String::new(),
            Ask::Approver | Ask::Reason => field.value().trim().to_owned(),
        };
        let is_answered = match question.ask {
            Ask::Tick => field.checked(),
            ask => ask.takes(&words),
        };
        if !is_answered {
            error.set_text_content(Some(missing(question.ask, language)));
            attribute(&field, "aria-invalid", "true");
            // It is on the screen: a field of the form that was submitted.
            let _ = field.focus();
            return;
        }
        answers.push(Given {
            concern: question.concern,
            clauses: question
                .clauses
                .iter()
                .map(|clause| clause.id.clone())
                .collect(),
            words,
            case: case_of(index, question),
        });
    }
    frame::act(Deed::Release { answers });
}

fn missing(ask: Ask, language: Language) -> &'static str {
    match ask {
        Ask::Tick => language.pick(
            "確認した項目にチェックを入れてください。",
            "Tick what you have checked.",
        ),
        Ask::Approver => language.pick(
            "決裁した人の役職か氏名を入れてください。",
            "Enter the name or title of who approved it.",
        ),
        Ask::Reason => language.pick(
            "理由を具体的に書いてください（6文字以上）。",
            "Give the reason in a few words.",
        ),
    }
}

/// The case that was chosen for a question.
fn case_of(index: usize, question: &Question) -> Option<String> {
    let select = document().get_element_by_id(&case_key(index, question))?;
    let case = select.unchecked_into::<HtmlSelectElement>().value();
    (!case.is_empty()).then_some(case)
}

/// An element id that stays the same as long as the question does.
fn key(index: usize, question: &Question) -> String {
    format!("question-{index}-{}", question.concern)
}

fn case_key(index: usize, question: &Question) -> String {
    format!("{}-case", key(index, question))
}

struct Row<'a> {
    index: usize,
    question: &'a Question,
    municipality: &'a str,
    language: Language,
}

impl Row<'_> {
    fn key(&self) -> String {
        key(self.index, self.question)
    }

    fn render(&self) -> Element {
        let row = element("div", "question", &[]);
        match self.question.ask {
            Ask::Tick => append(&row, &self.tick()),
            Ask::Approver => {
                append(&row, &self.message());
                let label = self
                    .language
                    .pick("決裁した人（役職・氏名）", "Approved by (title, name)");
                self.field(&row, label);
                if !self.question.cases.is_empty() {
                    append(&row, &self.cases());
                }
            }
            Ask::Reason => {
                append(&row, &self.message());
                let label = if self.question.action == Action::Block {
                    self.language.pick(
                        "それでも送信する理由（記録されます）",
                        "Why it is sent all the same (recorded)",
                    )
                } else {
                    self.language
                        .pick("理由（記録されます）", "Reason (recorded)")
                };
                if self.question.action == Action::Block {
                    self.overridden(&row);
                }
                self.field(&row, label);
            }
        }
        row
    }

    /// What is overridden, clause by clause.
    fn overridden(&self, row: &Element) {
        for clause in &self.question.clauses {
            let words = text("blockquote", "overridden", &clause.text);
            attribute(&words, "lang", "ja");
            append(row, &words);
        }
    }

    fn tick(&self) -> Element {
        let tick = element("input", "", &[]);
        attribute(&tick, "type", "checkbox");
        attribute(&tick, "id", &self.key());
        element("label", "tick", &[&tick, &self.message()])
    }

    fn field(&self, row: &Element, label: &str) {
        let label = text("label", "", label);
        attribute(&label, "for", &self.key());
        let field = field(&[
            ("id", &self.key()),
            ("value", &self.question.prefilled),
            ("aria-describedby", "checklist-error"),
        ]);
        append(row, &label);
        append(row, &field);
    }

    /// In which of the guideline's cases, word for word.
    fn cases(&self) -> Element {
        let label = text(
            "label",
            "",
            self.language
                .pick("口頭で決裁を受けたとき", "If approved orally"),
        );
        attribute(&label, "for", &case_key(self.index, self.question));
        let select = element("select", "", &[]);
        attribute(&select, "id", &case_key(self.index, self.question));
        let none = self
            .language
            .pick("口頭ではない（文書で決裁）", "Not orally (in writing)");
        let option = text("option", "", none);
        attribute(&option, "value", "");
        append(&select, &option);
        for case in &self.question.cases {
            let option = text("option", "", &format!("{} {}", case.marker, case.text));
            attribute(&option, "value", &case.id);
            attribute(&option, "lang", "ja");
            append(&select, &option);
        }
        element("div", "cases", &[&label, &select])
    }

    /// What is asked, and on what ground.
    fn message(&self) -> Element {
        let question = self.question;
        let message = element("span", "asked", &[]);
        append(
            &message,
            &text("strong", "", self.language.concern(question.concern)),
        );
        if let Some(written) = &question.written {
            append(&message, &text("span", "about", &format!("「{written}」")));
        }
        append(
            &message,
            &text("span", "", self.language.of(&question.message)),
        );
        let cites: Vec<_> = question
            .clauses
            .iter()
            .map(|clause| clause.cite.as_str())
            .collect();
        if !cites.is_empty() {
            let line = format!("{} {}", self.municipality, cites.join("、"));
            append(&message, &text("span", "cites", &line));
        }
        message
    }
}

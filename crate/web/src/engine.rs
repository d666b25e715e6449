use std::cell::OnceCell;

use kakunin_core::{
    Checker, Finding, Guideline, Message, Post, Report, Settings, SettingsError, Unchecked,
};
use kakunin_guidelines::PackError;
use kakunin_platforms::Adapter;
use kakunin_record::{Event, Record, Subject};

use crate::journal;
use crate::stored::Emergency;

/// The checker that the settings ask for, or why there is none.
pub struct Engine {
    law: Law,
    /// The settings in force.
    pub settings: Settings,
    /// Emergency posting, while it is on.
    pub emergency: Option<Emergency>,
    /// Adapters that take the place of the ones that ship.
    mended: Vec<Adapter>,
    adapters: OnceCell<Vec<Adapter>>,
    /// What of the settings could not be taken.
    pub rejected: Vec<Message>,
}

enum Law {
    InForce(Box<Checker>),
    NotChosen,
    Broken(Message),
}

impl Engine {
    /// Makes the checker that the settings ask for.
    pub fn new(
        settings: Settings,
        errors: Vec<SettingsError>,
        emergency: Option<Emergency>,
    ) -> Self {
        let mut rejected: Vec<_> = errors.into_iter().map(|error| error.reason).collect();
        let mut mended = Vec::new();
        for adapter in &settings.platform_adapters {
            match kakunin_platforms::mended(adapter) {
                Ok(adapter) => mended.push(adapter),
                Err(reason) => rejected.push(Message::new(
                    format!("設定「platformAdapters」は使えません（{reason}）。"),
                    format!("The setting \"platformAdapters\" can't be used ({reason})."),
                )),
            }
        }
        Self {
            law: law(settings.clone()),
            settings,
            emergency,
            mended,
            adapters: OnceCell::new(),
            rejected,
        }
    }

    /// The engine before anything is known.
    pub fn unset() -> Self {
        Self {
            law: Law::NotChosen,
            settings: Settings::default(),
            emergency: None,
            mended: Vec::new(),
            adapters: OnceCell::new(),
            rejected: Vec::new(),
        }
    }

    /// The same, but a guideline in force stays where the new one is broken.
    #[must_use]
    pub fn replaced_by(self, new: Self) -> Self {
        match (self.law, new.law) {
            (Law::InForce(good), Law::Broken(reason)) => {
                let mut rejected = new.rejected;
                rejected.push(reason);
                Self {
                    law: Law::InForce(good),
                    rejected,
                    ..new
                }
            }
            (_, law) => Self { law, ..new },
        }
    }

    /// The adapters in force.
    pub fn adapters(&self) -> &[Adapter] {
        self.adapters.get_or_init(|| {
            let shipped = kakunin_platforms::adapters();
            let is_mended = |adapter: &Adapter| {
                self.mended
                    .iter()
                    .any(|mended| mended.platform == adapter.platform)
            };
            let shipped = shipped.into_iter().filter(|adapter| !is_mended(adapter));
            self.mended.iter().cloned().chain(shipped).collect()
        })
    }

    /// The adapters that take the place of the ones that ship.
    pub fn mended(&self) -> &[Adapter] {
        &self.mended
    }

    /// A line of the record about a post.
    pub fn record(&self, event: Event, post: &Post, outcome: &Result<Report, Message>) -> Record {
        let report = outcome.as_ref().ok();
        Record {
            subject: Subject::new(post, report, self.guideline(), self.settings.record_text),
            reason: outcome.as_ref().err().map(|reason| reason.ja.clone()),
            ..journal::record(event)
        }
    }

    /// The guideline in force.
    pub fn guideline(&self) -> Option<&Guideline> {
        match &self.law {
            Law::InForce(checker) => Some(checker.guideline()),
            Law::NotChosen | Law::Broken(_) => None,
        }
    }

    /// Whether nobody has chosen a guideline yet.
    pub fn is_unset(&self) -> bool {
        matches!(self.law, Law::NotChosen)
    }

    /// The report on a post.
    ///
    /// # Errors
    /// Why nothing can be checked, in the operator's words.
    pub fn check(&self, post: &Post) -> Result<Report, Message> {
        match &self.law {
            Law::InForce(checker) if self.emergency.is_some() => Ok(checker.check(&Post {
                emergency: true,
                ..post.clone()
            })),
            Law::InForce(checker) => Ok(checker.check(post)),
            Law::NotChosen => Err(Message::new(
                "ガイドラインがまだ選ばれていないため、送信を止めています。どの自治体のガイドラインで確認するかを選んでください。",
                "No guideline has been chosen yet, so the post is held. Choose the municipality whose guideline applies.",
            )),
            Law::Broken(reason) => Err(reason.clone()),
        }
    }

    /// What is recorded of a post that goes although it could not be checked, or
    /// would have been held, or while emergency posting is on; `None` where it
    /// simply goes.
    pub fn passes_as(
        &self,
        outcome: &Result<Report, Message>,
        is_answered: impl Fn(&Finding) -> bool,
    ) -> Option<Event> {
        match outcome {
            Err(_) => Some(Event::Unchecked),
            Ok(_) if open(outcome, is_answered).next().is_some() => Some(Event::Pilot),
            Ok(_) if self.emergency.is_some() => Some(Event::Emergency),
            Ok(_) => None,
        }
    }

    /// Whether a post waits for answers: what is found in it, but for what is
    /// answered, or that it could not be checked at all.
    pub fn holds(
        &self,
        outcome: &Result<Report, Message>,
        is_answered: impl Fn(&Finding) -> bool,
    ) -> bool {
        let is_held = match outcome {
            Ok(_) => open(outcome, is_answered).next().is_some(),
            Err(_) => self.emergency.is_none() && self.settings.unchecked == Unchecked::Hold,
        };
        is_held && !self.settings.pilot_mode
    }
}

/// What is found that holds a post and isn't answered.
pub fn open(
    outcome: &Result<Report, Message>,
    is_answered: impl Fn(&Finding) -> bool,
) -> impl Iterator<Item = &Finding> {
    let findings = outcome.iter().flat_map(|report| &report.findings);
    findings.filter(move |finding| finding.holds() && !is_answered(finding))
}

fn law(settings: Settings) -> Law {
    let loaded = match (&settings.guideline_pack, &settings.guideline) {
        (Some(pack), _) => kakunin_guidelines::load("guidelinePack", pack).and_then(|guideline| {
            match kakunin_guidelines::run_examples("guidelinePack", &guideline) {
                wrong if wrong.is_empty() => Ok(guideline),
                wrong => Err(wrong),
            }
        }),
        (None, Some(id)) => match kakunin_guidelines::shipped(id) {
            Some(guideline) => Ok(guideline),
            None => {
                return Law::Broken(Message::new(
                    format!(
                        "設定のガイドライン「{id}」がないため、送信を止めています。管理者に連絡してください。"
                    ),
                    format!(
                        "There is no guideline \"{id}\", which the settings name, so the post is held. Tell your administrator."
                    ),
                ));
            }
        },
        (None, None) => return Law::NotChosen,
    };
    match loaded {
        Ok(guideline) => Law::InForce(Box::new(Checker::new(guideline, settings))),
        Err(errors) => Law::Broken(refused(&errors)),
    }
}

fn refused(errors: &[PackError]) -> Message {
    let lines: Vec<_> = errors.iter().map(PackError::message).collect();
    let join = |language: fn(&Message) -> &str| {
        let lines: Vec<_> = lines.iter().map(language).collect();
        lines.join("\n")
    };
    Message::new(
        format!(
            "ガイドラインのファイルに誤りがあり、使えません。管理者に連絡してください。\n{}",
            join(|line| &line.ja)
        ),
        format!(
            "The guideline's file has errors and can't be used. Tell your administrator.\n{}",
            join(|line| &line.en)
        ),
    )
}

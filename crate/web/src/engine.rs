use kakunin_core::{Checker, Guideline, Message, Post, Report, Settings, SettingsError};
use kakunin_guidelines::PackError;

/// The checker that the settings ask for, or why there is none.
pub struct Engine {
    law: Law,
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
    pub fn new(settings: Settings, errors: Vec<SettingsError>) -> Self {
        Self {
            law: law(settings),
            rejected: errors.into_iter().map(|error| error.reason).collect(),
        }
    }

    /// The engine before anything is known.
    pub fn unset() -> Self {
        Self {
            law: Law::NotChosen,
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
                }
            }
            (_, law) => Self { law, ..new },
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
            Law::InForce(checker) => Ok(checker.check(post)),
            Law::NotChosen => Err(Message::new(
                "ガイドラインがまだ選ばれていないため、送信を止めています。どの自治体のガイドラインで確認するかを選んでください。",
                "No guideline has been chosen yet, so the post is held. Choose the municipality whose guideline applies.",
            )),
            Law::Broken(reason) => Err(reason.clone()),
        }
    }
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

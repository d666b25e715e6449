//! What the words around a long number say that it is.

use std::ops::Range;

use super::super::Context;
use super::cues::{Cue, CueSet};

/// What a number is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberLabel {
    /// The very kind that was asked for.
    Wanted,
    /// Something else: an order, a parcel, an account, a phone.
    Other,
    /// Nothing is said.
    None,
}

const OTHER: CueSet = CueSet::of(&[
    Cue::Account,
    Cue::Card,
    Cue::Fax,
    Cue::Insurance,
    Cue::Licence,
    Cue::Mobile,
    Cue::MyNumber,
    Cue::OtherNumber,
    Cue::Passport,
    Cue::Pension,
    Cue::Phone,
    Cue::Recipient,
    Cue::Reference,
    Cue::ResidenceCard,
    Cue::ResidentCode,
    Cue::Staff,
    Cue::Student,
]);

/// What the number at `range` is said to be: by the nearest label before it,
/// or by one just after it.
pub fn label(context: &Context<'_>, range: &Range<usize>, wanted: Cue) -> NumberLabel {
    let text = context.text.folded();
    let words = &context.personal().words;
    // 返金先カード: no account has as many digits as a card.
    let skipped = wanted == Cue::Card;
    let wanted = CueSet::of(&[wanted]);
    let back = super::around(text, range, 150, 0);
    let nearest = words
        .nearest(back.start..range.start, OTHER)
        .filter(|word| !(skipped && word.cues.has(Cue::Account)));
    if let Some(word) = nearest {
        if word.cues.meets(wanted) {
            return NumberLabel::Wanted;
        }
        // カード番号の例 speaks of a card; the kind that was asked for may
        // still stand a little further off.
        if words.tell(word.end.saturating_sub(60)..word.start, wanted) {
            return NumberLabel::Wanted;
        }
        return NumberLabel::Other;
    }
    let ahead = super::in_line(text, range, 0, 60);
    if words.tell(range.end..ahead.end, wanted) {
        NumberLabel::Wanted
    } else {
        NumberLabel::None
    }
}

/// Where the value of a label starts: past `：`, は, 番号 and the like.
pub fn value_start(text: &str, label_end: usize) -> usize {
    const JOINTS: &[&str] = &[
        "番号",
        "記号",
        "コード",
        "です",
        "は",
        "が",
        "の",
        "を",
        "も",
        "no.",
        "no",
        "№",
        "第",
        "id",
        "について",
        "として",
        "次のとおり",
        "以下のとおり",
        "以下",
        "下記",
        "欄",
        "等",
        "情報",
        "確認",
        "内容",
        "表",
        "証",
        "西暦",
        "和暦",
    ];
    let mut at = label_end;
    for _ in 0..12 {
        let rest = &text[at..];
        let trimmed = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || ":;=-ー―—→➡⇒「」『』【】[]()<>〔〕,、.・/|*\"'".contains(c)
        });
        if rest.len() - trimmed.len() > 16 {
            break;
        }
        at = text.len() - trimmed.len();
        match JOINTS
            .iter()
            .find(|joint| starts_with_folded(trimmed, joint))
        {
            Some(joint) => at += joint.len(),
            // 長崎県第123号
            None => match issuer(trimmed) {
                Some(len) => at += len,
                None => break,
            },
        }
    }
    at
}

/// How long the name of a public body is that stands before 第.
fn issuer(text: &str) -> Option<usize> {
    let (at, c) = text
        .char_indices()
        .take(6)
        .find(|(_, c)| "都道府県市区町村".contains(*c))?;
    let end = at + c.len_utf8();
    text[end..].trim_start().starts_with('第').then_some(end)
}

/// `no` in any case.
fn starts_with_folded(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

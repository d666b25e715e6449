//! Bank accounts of private people.

use std::ops::Range;

use super::personal::{Cue, CueSet, Gap, around, char_after, hit, is_linked, value_start};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::BankAccount,
    finds: || {
        Message::new(
            "個人の銀行口座と思われるもの。銀行名や支店名、預金の種類、口座番号、ゆうちょ銀行の記号番号などが並んで書かれたものです。義援金などの振込先として案内する団体の口座は含みません。",
            "Bank accounts that seem to be private: bank, branch, kind of account and number together, or the numbers of a Japan Post Bank account. Accounts of organisations given for donations and the like don't count.",
        )
    },
    why: || {
        Message::new(
            "個人の口座番号は財産に関わる情報で、詐欺に使われます。",
            "A private bank account is financial information and is used for fraud.",
        )
    },
    examples: &[
        "十八親和銀行 県庁支店 普通 1234567 ヤマダタロウ",
        "口座番号：１２３４５６７",
        "ゆうちょ銀行 記号12340 番号12345671",
        "還付先は〇〇信用金庫本店 当座預金 0123456です",
        "ゆうちょ銀行 一二八支店（普）7654321",
    ],
    near_misses: &[
        "市税は口座振替が便利です。095-829-1130",
        "義援金の振込先：十八親和銀行 県庁支店 普通 1234567 長崎市会計管理者",
        "ゆうちょ銀行 00120-1-123456 日本赤十字社",
        "普通救命講習 定員1234人",
        "口座番号の分かるものをお持ちください。",
        "銀行振込 5,000円",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    let words = &context.personal().words;
    let mut end = 0;
    for word in words.within(
        0..text.len(),
        CueSet::of(&[Cue::Account, Cue::AccountType, Cue::Bank]),
    ) {
        let start = value_start(text, word.end);
        let Some(range) = value(context, start) else {
            continue;
        };
        let only_bank = !word
            .cues
            .meets(CueSet::of(&[Cue::Account, Cue::AccountType]));
        if only_bank && !is_postal(text, &range) {
            continue;
        }
        if range.start < end || is_linked(context, &range) {
            continue;
        }
        let back = around(text, &range, 210, 0);
        let at_bank = words.tell(
            back.start..word.start,
            CueSet::of(&[Cue::Bank, Cue::Branch]),
        );
        let of_money = words.tell(
            back.start..word.start,
            CueSet::of(&[Cue::Account, Cue::Transfer]),
        );
        let is_account = word.cues.has(Cue::Account);
        let base = match (at_bank || only_bank, is_account || of_money) {
            (true, _) => Strength::Strong,
            (false, true) if text[word.start..word.end].starts_with("記号") => continue,
            (false, true) if is_account => Strength::Strong,
            (false, true) => Strength::Weak,
            (false, false) => continue,
        };
        if let Some(strength) = published(context, &range, base) {
            end = range.end;
            hits.push(hit(
                context,
                Concern::BankAccount,
                range,
                strength,
                message(strength),
            ));
        }
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "個人の口座番号とみられます。削除してください。",
            "This looks like a private bank account. Delete it.",
        ),
        Strength::Weak => Message::new(
            "口座番号です。公表している振込先か確かめ、個人の口座であれば削除してください。",
            "This is a bank account. Make sure that it is a published one; if it is somebody's own, delete it.",
        ),
    }
}

/// The number that starts here: seven digits as a rule, or a postal account's
/// 12340-12345671.
fn value(context: &Context<'_>, start: usize) -> Option<Range<usize>> {
    let text = context.text.folded();
    let numbers = &context.personal().numbers;
    let first = numbers.from(start);
    let run = *numbers.runs().get(first)?;
    if run.start != start {
        return None;
    }
    let postal = run.len() == 5 && {
        let next = numbers.runs().get(first + 1);
        next.is_some_and(|next| {
            let between = &text[run.end..next.start];
            (1..=8).contains(&next.len())
                && between.len() <= 18
                && (between.contains("番号")
                    || matches!(numbers.gap(text, first), Some(Gap::Dash | Gap::Space)))
        })
    };
    let runs = if postal {
        first..first + 2
    } else {
        [7, 8, 6].into_iter().find_map(|count| {
            numbers.exactly(text, first, count, |gap| {
                matches!(gap, Gap::None | Gap::Space | Gap::Dash)
            })
        })?
    };
    let range = numbers.range(runs.clone());
    let digits = numbers.digits(runs.clone());
    let more = matches!(
        numbers.gap(text, runs.end - 1),
        Some(Gap::Dash | Gap::Comma | Gap::Dot)
    );
    let measure = char_after(text, range.end).is_some_and(|c| "円年月日時分人件名回".contains(c));
    (!more && !measure && digits.iter().any(|digit| digit != &digits[0])).then_some(range)
}

/// `12340-12345671`: the number of a postal account, which starts with 1.
fn is_postal(text: &str, range: &Range<usize>) -> bool {
    let sign = text[range.clone()]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    sign == 5 && text[range.clone()].starts_with('1') && range.len() > 7
}

/// An account to which people are asked to pay is published on purpose.
fn published(context: &Context<'_>, range: &Range<usize>, base: Strength) -> Option<Strength> {
    const HOLDERS: &[&str] = &[
        "会計管理者",
        "実行委員会",
        "協議会",
        "協会",
        "市長",
        "町長",
        "村長",
        "区長",
        "募金会",
        "赤十字",
        "義援金",
        "義捐金",
        "寄附",
        "寄付",
        "募金",
        "支援金",
        "災害対策",
        "組合",
        "委員会",
        "自治会",
        "町内会",
        "法人",
        "株式会社",
        "カイケイカンリシャ",
        "キョウギカイ",
        "ジツコウイインカイ",
        "ジッコウイインカイ",
        "ふるさと納税",
        "市役所",
        "町役場",
        "公金",
        "協賛金",
    ];
    let text = context.text.folded();
    let wide = around(text, range, 300, 120);
    if !context
        .personal()
        .words
        .tell(wide.clone(), CueSet::of(&[Cue::Transfer]))
    {
        return Some(base);
    }
    if HOLDERS
        .iter()
        .any(|holder| text[wide.clone()].contains(holder))
    {
        None
    } else {
        Some(Strength::Weak)
    }
}

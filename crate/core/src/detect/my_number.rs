//! My Number: twelve digits, the last of which checks the others.

use std::ops::Range;

use super::personal::numbers::is_dash;
use super::personal::{
    Cue, Gap, NumberLabel, char_after, char_before, hit, is_linked, label, runs_in,
};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::MyNumber,
    finds: || {
        Message::new(
            "マイナンバー（個人番号）と思われる12桁の数字。最後の桁が計算に合うか、マイナンバーとして書かれているかを確かめます。全角や漢数字、空白や改行で区切られたものも見つけます。",
            "Twelve digits that seem to be a My Number: the last digit fits the calculation, or the text calls it one. Found also in full-width digits or kanji numerals, and split by spaces or line breaks.",
        )
    },
    why: || {
        Message::new(
            "マイナンバーは法律で定められた場合のほかは提供も公開もできません（番号法）。",
            "The law (番号法) forbids giving or publishing a My Number except where it says so.",
        )
    },
    examples: &[
        "マイナンバーは1234 5678 9018です。",
        "個人番号：１２３４－５６７８－９０１８",
        "マイナンバー 123456789018",
        "1234-5678-9018",
        "個人番号は一二三四五六七八九〇一八です",
        "マイナンバー\n9876\n5432\n1093",
        "マイナンバー：123456789012",
    ],
    near_misses: &[
        "マイナンバーカードの受け取りは予約制です。0120-95-0178",
        "法人番号 7000012050002",
        "202604011030に更新",
        "伝票番号 1234-5678-9018",
        "0123-4567-8901-2345",
        "2020 2021 2022",
        "個人番号 0000-0000-0000",
        "https://example.lg.jp/123456789018/",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    let numbers = &context.personal().numbers;
    let mut done = 0;
    for first in 0..numbers.runs().len() {
        if first < done {
            continue;
        }
        let Some(runs) = numbers.exactly(text, first, 12, |gap| gap != Gap::Other) else {
            continue;
        };
        let range = numbers.range(runs.clone());
        if is_linked(context, &range) {
            continue;
        }
        if let Some(strength) = judge(context, runs.clone(), &range) {
            done = runs.end;
            hits.push(hit(
                context,
                Concern::MyNumber,
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
            "マイナンバー（個人番号）です。公開できません。削除してください。",
            "This is a My Number. It must not be published. Delete it.",
        ),
        Strength::Weak => Message::new(
            "マイナンバー（個人番号）かもしれない12桁の番号です。そうであれば削除してください。",
            "These twelve digits may be a My Number. If they are, delete them.",
        ),
    }
}

fn judge(context: &Context<'_>, runs: Range<usize>, range: &Range<usize>) -> Option<Strength> {
    let text = context.text.folded();
    let numbers = &context.personal().numbers;
    let digits = numbers.digits(runs.clone());
    if digits.iter().all(|digit| digit == &digits[0]) {
        return None;
    }
    let valid = is_valid(digits);
    let gap = |run: usize| numbers.gap(text, run).unwrap_or(Gap::Other);
    let inside: Vec<Gap> = (runs.start..runs.end - 1).map(gap).collect();
    let lens: Vec<usize> = numbers.runs()[runs.clone()]
        .iter()
        .map(|run| run.len())
        .collect();
    let bound = |c: char| c.is_ascii_alphanumeric() || is_dash(c) || "#./・円".contains(c);
    let bound_before = char_before(text, range.start)
        .is_some_and(|c| bound(c) && !c.is_ascii_alphanumeric() && c != 'ー');
    let bound_after =
        char_after(text, range.end).is_some_and(|c| bound(c) && c != '.' && c != '・');
    let joined_before = runs.start > 0 && gap(runs.start - 1).continues(&inside);
    let joined_after = runs.end < numbers.runs().len() && gap(runs.end - 1).continues(&inside);
    let alone = ![
        runs_in(context, runs.start),
        bound_before,
        bound_after,
        joined_before,
        joined_after,
    ]
    .contains(&true);
    if !valid && !alone {
        return None;
    }
    match label(context, range, Cue::MyNumber) {
        NumberLabel::Wanted if valid => Some(Strength::Strong),
        NumberLabel::Wanted => (alone && is_tidy(&lens, &inside)).then_some(Strength::Weak),
        NumberLabel::Other => None,
        NumberLabel::None if !valid || !alone => None,
        NumberLabel::None if lens == [4, 4, 4] => {
            let years = digits
                .chunks(4)
                .all(|year| matches!(year, [1, 9, ..] | [2, 0, ..]));
            let same = inside[0] == inside[1] && inside[0] != Gap::Comma;
            (same && !years).then_some(Strength::Strong)
        }
        NumberLabel::None => (is_tidy(&lens, &inside) && !is_timestamp(digits) && digits[0] != 0)
            .then_some(Strength::Weak),
    }
}

/// Whether somebody may write one number so: in one run, in fours, or digit by
/// digit.
fn is_tidy(lens: &[usize], gaps: &[Gap]) -> bool {
    matches!(
        lens,
        [12] | [4, 4, 4] | [4, 8] | [8, 4] | [6, 6] | [3, 3, 3, 3]
    ) || lens.iter().all(|len| *len == 1) && gaps.iter().all(|gap| gap == &gaps[0])
}

/// The rule of the check digit.
fn is_valid(digits: &[u8]) -> bool {
    let sum: u32 = digits[..11]
        .iter()
        .rev()
        .zip([2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6])
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum();
    let check = match sum % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    u32::from(digits[11]) == check
}

/// `202604011030`
fn is_timestamp(digits: &[u8]) -> bool {
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    matches!(digits, [1, 9, ..] | [2, 0, ..])
        && (1..=12).contains(&pair(4))
        && (1..=31).contains(&pair(6))
        && pair(8) < 25
        && pair(10) < 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_the_last_digit() {
        let valid = |number: &str| {
            let digits: Vec<u8> = number.bytes().map(|b| b - b'0').collect();
            is_valid(&digits)
        };
        assert!(valid("123456789018"));
        assert!(valid("987654321093"));
        assert!(!valid("123456789012"));
        assert!(!valid("987654321094"));
    }
}

//! Numbers of credit and debit cards.

use std::ops::Range;

use super::personal::{
    Cue, Gap, NumberLabel, char_after, char_before, hit, is_linked, label, runs_in,
};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PaymentCard,
    finds: || {
        Message::new(
            "クレジットカードやデビットカードの番号と思われる14桁から16桁の数字。最後の桁が計算に合うか、カード番号として書かれているかを確かめます。",
            "Fourteen to sixteen digits that seem to be a credit or debit card number: the last digit fits the calculation, or the text calls it one.",
        )
    },
    why: || {
        Message::new(
            "カード番号を公開すると、不正利用の被害が出ます。",
            "A published card number will be misused.",
        )
    },
    examples: &[
        "カード番号は4111 1111 1111 1111です。",
        "4111-1111-1111-1111",
        "アメックス 3782 822463 10005",
        "クレジットカード：３５３０１１１３３３３０００００",
        "5555555555554444（有効期限12/27）",
        "カード番号 4111 1111 1111 1112",
    ],
    near_misses: &[
        "クレジットカードで納付できます。お問い合わせは095-822-8888",
        "伝票番号 4111-1111-1111-1111",
        "4111 1111 1111 1112",
        "カード番号の下4桁 1234",
        "0000 0000 0000 0000",
        "ISBN 9784091234567",
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
        if !matches!(numbers.digits(first..first + 1), [2..=6 | 8, ..]) {
            continue;
        }
        for count in [16, 15, 14] {
            let Some(runs) = numbers.exactly(text, first, count, |gap| gap != Gap::Other) else {
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
                    Concern::PaymentCard,
                    range,
                    strength,
                    message(strength),
                ));
                break;
            }
        }
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "クレジットカードなどの番号とみられます。削除してください。",
            "This looks like a payment card number. Delete it.",
        ),
        Strength::Weak => Message::new(
            "クレジットカードなどの番号かもしれません。そうであれば削除してください。",
            "This may be a payment card number. If it is, delete it.",
        ),
    }
}

fn judge(context: &Context<'_>, runs: Range<usize>, range: &Range<usize>) -> Option<Strength> {
    let text = context.text.folded();
    let numbers = &context.personal().numbers;
    let digits = numbers.digits(runs.clone());
    if !has_issuer(digits) {
        return None;
    }
    let gap = |run: usize| numbers.gap(text, run).unwrap_or(Gap::Other);
    let inside: Vec<Gap> = (runs.start..runs.end - 1).map(gap).collect();
    let bound_before = char_before(text, range.start).is_some_and(|c| "-./".contains(c));
    let bound_after =
        char_after(text, range.end).is_some_and(|c| c.is_ascii_alphanumeric() || c == '円');
    let joined_before = runs.start > 0 && gap(runs.start - 1).continues(&inside);
    let joined_after = runs.end < numbers.runs().len()
        && gap(runs.end - 1).continues(&inside)
        && !matches!(gap(runs.end - 1), Gap::Space | Gap::Slash);
    let alone = ![
        runs_in(context, runs.start),
        bound_before,
        bound_after,
        joined_before,
        joined_after,
    ]
    .contains(&true);
    let lens: Vec<usize> = numbers.runs()[runs].iter().map(|run| run.len()).collect();
    let usual = matches!(
        lens[..],
        [14..=16] | [4, 4, 4, 4] | [4, 6, 5] | [4, 6, 4] | [4, 4, 4, 3]
    ) && inside.iter().all(|gap| gap == &inside[0]);
    let digitwise = lens.iter().all(|len| *len == 1) && inside.iter().all(|gap| gap == &inside[0]);
    if !passes_luhn(digits) && !(alone && (usual || digitwise)) {
        return None;
    }
    match label(context, range, Cue::Card) {
        NumberLabel::Wanted if passes_luhn(digits) => Some(Strength::Strong),
        NumberLabel::Wanted => (alone && (usual || digitwise)).then_some(Strength::Weak),
        NumberLabel::Other => None,
        NumberLabel::None => {
            (alone && (usual || digitwise) && passes_luhn(digits)).then_some(Strength::Strong)
        }
    }
}

/// Whether a card's issuer has numbers of this length that start so.
fn has_issuer(digits: &[u8]) -> bool {
    let start = digits[..4]
        .iter()
        .fold(0, |sum, digit| sum * 10 + u32::from(*digit));
    match digits.len() {
        16 => {
            matches!(start, 4000..=4999 | 5100..=5599 | 2221..=2720 | 3528..=3589 | 6011 | 6200..=6299 | 6440..=6599 | 8100..=8199)
        }
        15 => matches!(start, 3400..=3499 | 3700..=3799),
        14 => matches!(start, 3000..=3059 | 3095 | 3600..=3699 | 3800..=3999),
        _ => false,
    }
}

fn passes_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let doubled = u32::from(*digit) << (at % 2);
            doubled / 10 + doubled % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_the_last_digit() {
        let digits = |number: &str| number.bytes().map(|b| b - b'0').collect::<Vec<u8>>();
        for number in [
            "4111111111111111",
            "378282246310005",
            "30569309025904",
            "3530111333300000",
            "5555555555554444",
        ] {
            assert!(
                passes_luhn(&digits(number)) && has_issuer(&digits(number)),
                "{number}"
            );
        }
        assert!(!passes_luhn(&digits("4111111111111112")));
        assert!(!has_issuer(&digits("1234567812345670")));
    }
}

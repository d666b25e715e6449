//! Vehicle plates: 長崎 500 あ 12-34.

use std::ops::Range;
use std::sync::LazyLock;

use super::around::has;
use super::personal::numbers::{Script, is_dash};
use super::personal::{Cue, CueSet, around, char_after, hit, is_linked};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::VehiclePlate,
    finds: || {
        Message::new(
            "自動車やバイクのナンバー。地名、分類番号、ひらがな、一連番号がそろったもののほか、一部だけのものも見つけます。",
            "Plates of cars and motorcycles, whole (place, class number, hiragana, serial number) or in part.",
        )
    },
    why: || {
        Message::new(
            "自動車のナンバーから所有者が特定されることがあります。",
            "A vehicle plate can lead to its owner.",
        )
    },
    examples: &[
        "長崎 500 あ 12-34",
        "不審車両は長崎５００あ１２−３４です。",
        "佐世保 330 さ ・・12",
        "品川30A の 1234の車が止まっています",
        "車のナンバーは「あ 12-34」",
        "原付（長崎市 あ 1234）が放置されています",
        "大分のぬ1122（黒のワゴン）が常習です",
    ],
    near_misses: &[
        "マイナンバーカードの受け取りは予約制",
        "長崎 500円で1日乗り放題",
        "高速バス 長崎500系統の12便",
        "ナンバープレートの交付は12-34番窓口へ",
        "長崎市 3の12の34",
        "JR長崎 16番のりば",
        "ナンバー1を目指せ！33-33の同点",
    ],
    detect,
};

static OFFICES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("../../data/plate_offices.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    let mut end = 0;
    for (at, run) in context.personal().numbers.runs().iter().enumerate() {
        if run.start < end || run.script != Script::Ascii {
            continue;
        }
        let found = full(context, at)
            .or_else(|| moped(context, at))
            .or_else(|| partial(context, at));
        let Some((range, strength)) = found else {
            continue;
        };
        if is_linked(context, &range) || text[range.clone()].len() > 80 {
            continue;
        }
        end = range.end;
        hits.push(hit(
            context,
            Concern::VehiclePlate,
            range,
            strength,
            message(strength),
        ));
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "自動車の登録番号（ナンバー）とみられます。削除してください。",
            "This looks like a vehicle plate. Delete it.",
        ),
        Strength::Weak => Message::new(
            "車両のナンバーかもしれません。そうであれば削除してください。",
            "This may be a vehicle plate. If it is, delete it.",
        ),
    }
}

/// `長崎 500 あ 12-34`, from the class on.
fn full(context: &Context<'_>, at: usize) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let run = context.personal().numbers.runs()[at];
    if run.len() > 3 {
        return None;
    }
    // 30A, 3AA
    let letters = text[run.end..]
        .bytes()
        .take_while(u8::is_ascii_uppercase)
        .count();
    if run.len() + letters > 3 || letters > 2 {
        return None;
    }
    let kana_at = skip(text, run.end + letters);
    let (number, hyphen) = kana_and_number(text, kana_at)?;
    let place_end = skip_back(text, run.start);
    let sure = hyphen || says_plate(context, &(run.start..number.end));
    // 長崎500の12: the kana may be a particle.
    let particle = text[kana_at..].starts_with(['の', 'と', 'に', 'は', 'も', 'や', 'か', 'を']);
    let (start, strength) = match office_before(text, place_end) {
        Some(start) if sure => (start, Strength::Strong),
        Some(start) if run.len() + letters >= 2 && !particle => (start, Strength::Strong),
        Some(start) if run.len() + letters == 3 => (start, Strength::Weak),
        Some(_) => return None,
        // An office that the list doesn't know.
        None if run.len() == 3 && sure => (run.start, Strength::Weak),
        None => return None,
    };
    Some((start..number.end, strength))
}

/// `長崎市 あ 1234`: plates of small motorcycles name the municipality.
fn moped(context: &Context<'_>, at: usize) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let run = context.personal().numbers.runs()[at];
    let (kana_start, _) = kana_before(text, run.start)?;
    let place_end = skip_back(text, kana_start);
    let place = &text[..place_end];
    if !place.ends_with(['市', '区', '町', '村']) || !says_plate(context, &(kana_start..run.end))
    {
        return None;
    }
    let (number, _) = kana_and_number(text, kana_start)?;
    let start = place
        .char_indices()
        .rev()
        .take(8)
        .take_while(|&(_, c)| super::personal::names::is_name_kanji(c))
        .last()
        .map_or(place_end, |(at, _)| at);
    Some((start..number.end, Strength::Strong))
}

/// `ナンバーは「あ 12-34」`, `ナンバー・・12`
fn partial(context: &Context<'_>, at: usize) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let runs = context.personal().numbers.runs();
    let run = runs[at];
    let says_plate = || says_plate(context, &(run.start..run.end));
    if let Some((kana_start, _)) = kana_before(text, run.start)
        && let Some((number, plates)) = kana_and_number(text, kana_start)
        && says_plate()
    {
        // 大分のぬ1122
        let place = skip_back(text, kana_start);
        let place = text[..place].strip_suffix('の').map_or(place, str::len);
        if let Some(start) = office_before(text, place)
            && place < kana_start
            && number.end >= run.start + 4
        {
            return Some((start..number.end, Strength::Weak));
        }
        // 3?? さ 12-34 hides the rest.
        let masked = text[..kana_start]
            .trim_end()
            .ends_with(['?', '*', 'X', '×', '○']);
        if plates && !masked && !text[..kana_start].ends_with(super::personal::names::is_hiragana) {
            return Some((kana_start..number.end, Strength::Strong));
        }
    }
    let next = runs.get(at + 1)?;
    let hyphened = run.len() == 2
        && next.len() == 2
        && text[run.end..next.start].chars().count() == 1
        && text[run.end..next.start].chars().all(is_dash)
        && !char_after(text, next.end)
            .is_some_and(|c| is_dash(c) || "番窓時年月日人号".contains(c))
        && !text[..run.start].ends_with(is_dash);
    (hyphened && says_plate()).then_some((run.start..next.end, Strength::Weak))
}

/// Whether a word such as ナンバー stands just before; not マイナンバー.
fn says_plate(context: &Context<'_>, range: &Range<usize>) -> bool {
    let text = context.text.folded();
    let wide = around(text, range, 60, 45);
    let words = &context.personal().words;
    let plate = words
        .within(wide.clone(), CueSet::of(&[Cue::Plate]))
        .any(|word| {
            // ナンバー1, ナンバーワン
            let first = &text[word.end..];
            let best = first.starts_with("ワン")
                || first.strip_prefix('1').is_some_and(|rest| {
                    !rest.starts_with(|c: char| c.is_ascii_digit() || is_dash(c))
                });
            !best
                && !text[..word.start].ends_with("マイ")
                && !text[..word.start].ends_with("バック")
        });
    plate
        || has(
            &text[wide],
            &[
                "原付",
                "バイク",
                "放置車両",
                "不審車",
                "軽自動車",
                "車両",
                "の車",
                "駐車",
                "ワゴン",
                "ミニバン",
                "セダン",
                "軽トラ",
                "ひき逃げ",
                "当て逃げ",
            ],
        )
}

/// The kana and the number that start here: あ12-34, さ・・12. Says whether
/// the number is written as plates write it.
fn kana_and_number(text: &str, at: usize) -> Option<(Range<usize>, bool)> {
    let kana = text[at..].chars().next().filter(|&c| is_plate_kana(c))?;
    let behind = at + kana.len_utf8();
    let start = skip(text, behind);
    let dots = text[start..]
        .trim_start_matches(['・', '.', '･', '·'])
        .len();
    let dots_len = text.len() - start - dots;
    let number = &text[start + dots_len..];
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = start + dots_len + digits;
    let mut plates = dots_len > 0 || text[behind..start].contains('・');
    if digits == 0 || digits > 4 {
        return None;
    }
    if digits == 2 && dots_len == 0 {
        let rest = &text[end..];
        let joint = rest.trim_start_matches([' ']);
        if let Some(dash) = joint.chars().next().filter(|&c| is_dash(c) || c == '・') {
            let last = joint[dash.len_utf8()..].trim_start_matches([' ']);
            let last_len = last.bytes().take_while(u8::is_ascii_digit).count();
            if last_len == 2 {
                end = text.len() - last.len() + 2;
                plates = true;
            }
        }
    }
    if char_after(text, end).is_some_and(|c| {
        "円時年月日人個分歳回本枚%番号系便".contains(c) || c.is_ascii_alphanumeric()
    }) {
        return None;
    }
    Some((at..end, plates))
}

/// The kana just before a number, and where it ends.
fn kana_before(text: &str, number: usize) -> Option<(usize, usize)> {
    let before = text[..number].trim_end_matches(['・', '.', '･', ' ', '·']);
    let kana = before.chars().next_back().filter(|&c| is_plate_kana(c))?;
    (number - before.len() <= 12).then(|| (before.len() - kana.len_utf8(), before.len()))
}

/// All but お, し, へ and ん; the letters are of foreign forces.
fn is_plate_kana(c: char) -> bool {
    matches!(
        c,
        'あ'..='ろ' | 'わ' | 'を' | 'E' | 'H' | 'K' | 'M' | 'T' | 'Y'
    ) && !"おしへんぁぃぅぇぉっゃゅょがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ".contains(c)
}

fn office_before(text: &str, end: usize) -> Option<usize> {
    let before = &text[..end];
    before
        .char_indices()
        .rev()
        .take(5)
        .map(|(at, _)| at)
        .filter(|&at| OFFICES.binary_search(&&before[at..]).is_ok())
        .last()
}

fn skip(text: &str, at: usize) -> usize {
    let rest =
        text[at..].trim_start_matches(|c: char| c.is_whitespace() || "「」()-,、・/".contains(c));
    let skipped = text.len() - rest.len();
    if skipped - at > 14 { at } else { skipped }
}

fn skip_back(text: &str, at: usize) -> usize {
    let before =
        text[..at].trim_end_matches(|c: char| c.is_whitespace() || "「」()-,、・/".contains(c));
    let before = before.strip_suffix("ナンバー").unwrap_or(before);
    let before = before.strip_suffix("ナンバーの").unwrap_or(before);
    before.trim_end().len()
}

//! Addresses of private homes.

use std::ops::Range;

use super::personal::names::{self, is_hiragana, is_katakana, is_name_kanji};
use super::personal::numbers::is_dash;
use super::personal::{
    Cue, CueSet, CueWords, Owner, Surroundings, around, before, hit, in_line, is_linked,
    line_above, value_start,
};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PostalAddress,
    finds: || {
        Message::new(
            "番地や部屋番号まで書かれた、個人の住まいと思われる住所。会場、役所、店などの所在地として書かれた住所は含みません。",
            "Addresses down to the house or room number that seem to be somebody's home. Addresses of venues, offices and shops don't count.",
        )
    },
    why: || {
        Message::new(
            "個人の住所を公開すると、本人や家族の安全に関わります。",
            "A published home address endangers the person and the family.",
        )
    },
    examples: &[
        "山田さんの自宅は長崎市桜町2-22です。",
        "氏名：山田太郎\n住所：長崎市桜町2丁目22番3号",
        "長崎市桜町2-22 コーポ長崎203号室にお住まいの方から",
        "諫早市東小路町７番１号の佐藤様宅",
        "被害者の住所は、東京都港区芝公園一丁目五番二十五号",
        "鈴木花子様 〒850-0001 長崎市西山１−２−３",
        "火災があったのは桜町3の12、佐藤方です",
        "孤独死のあった部屋：市営栄団地2号棟305号室",
    ],
    near_misses: &[
        "会場：市民会館（長崎市魚の町5-1）",
        "〒850-8685 長崎市魚の町4-1 長崎市役所 広報広聴課",
        "場所 桜町公園（桜町2-22）",
        "申込み：住所、氏名を書き、〒850-8685魚の町4-1 生涯学習課へ。",
        "住所：桜野1234-5 電話222-3344 イチゴの直売所",
        "市営住宅の入居者を募集します。○○団地3号棟203号室",
        "桜町1丁目から3丁目まで断水します。",
        "1対1の3-1で勝ちました",
        "旭町ハイツ(旭町2-11-10) 3DK 1戸",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let mut end = 0;
    for first in 0..context.personal().numbers.runs().len() {
        if context.personal().numbers.runs()[first].start < end {
            continue;
        }
        let Some(address) = read(context, first) else {
            continue;
        };
        end = address.range.end;
        if is_linked(context, &address.range) {
            continue;
        }
        if let Some(strength) = judge(context, &address) {
            hits.push(hit(
                context,
                Concern::PostalAddress,
                address.range,
                strength,
                message(strength),
            ));
        }
    }
    rooms(context, hits);
}

/// `孤独死のあった部屋：市営栄団地2号棟305号室`: a room, in a line that tells
/// something grave.
fn rooms(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    let words = &context.personal().words;
    for word in words.within(0..text.len(), CueSet::of(&[Cue::Grave])) {
        let place = word.start..word.end;
        let line = in_line(text, &place, 120, 120);
        let Some(at) = text[line.clone()].find("号室") else {
            continue;
        };
        let end = line.start + at;
        let start = end
            - text[..end]
                .bytes()
                .rev()
                .take_while(u8::is_ascii_digit)
                .count();
        let span = context.text.utf16(start..end + "号室".len());
        let known = hits.iter().any(|hit| {
            hit.concern == Concern::PostalAddress
                && hit.span.as_ref().is_some_and(|known| known.end >= span.end)
        });
        if start < end && !known {
            hits.push(hit(
                context,
                Concern::PostalAddress,
                start..end + "号室".len(),
                Strength::Weak,
                message(Strength::Weak),
            ));
        }
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "個人の住所とみられます。削除するか、町名までにとどめてください。",
            "This looks like somebody's home address. Delete it, or name no more than the district.",
        ),
        Strength::Weak => Message::new(
            "個人の住所かもしれません。個人の住所であれば、削除するか、町名までにとどめてください。",
            "This may be somebody's home address. If it is, delete it, or name no more than the district.",
        ),
    }
}

/// A place down to the house number.
struct Address {
    range: Range<usize>,
    /// Whether one bare number is all that it has: 毛呂本郷1234.
    lone: bool,
    /// Whether it could hardly be anything but an address.
    sure: bool,
    /// Whether it goes on to a room.
    room: bool,
}

/// The address whose first number this is.
fn read(context: &Context<'_>, first: usize) -> Option<Address> {
    let text = context.text.folded();
    let run = context.personal().numbers.runs()[first];
    let next = text[run.end..].trim_start_matches(' ').chars().next();
    let goes_on = next
        .is_some_and(|c| matches!(c, '丁' | '番' | '号' | 'の' | '十' | '百' | '千') || is_dash(c));
    if !goes_on && run.len() < 3 {
        return None;
    }
    let House {
        mut end,
        parts,
        explicit,
    } = house(text, run.start)?;
    let town = town_before(text, run.start)?;
    let name = &text[town..run.start];
    let municipal = name.char_indices().any(|(at, c)| {
        let least = match c {
            '市' | '区' | '郡' => 3,
            // 島町 may be the rest of 隠岐の島町.
            '町' | '村' if text[..town].ends_with('の') => 3,
            '町' | '村' => 6,
            _ => return false,
        };
        at >= least && at + c.len_utf8() < name.len()
    });
    let is_town = name.ends_with(['町', '村', '丁', '通', '条', '字', '目', '区'])
        || name.contains('字')
        || explicit;
    let whole = parts >= 2 || text[..end].ends_with("番地");
    let lone = !whole && municipal && run.len() >= 3 && !explicit;
    if !(whole || lone) || !(municipal || is_town || parts >= 3) {
        return None;
    }
    let room = room_after(context, end);
    if let Some(room) = room {
        end = room;
    }
    Some(Address {
        range: town..end,
        lone,
        // 早岐2-14-6
        sure: municipal || is_town || parts == 3 && run.len() <= 2,
        room: room.is_some(),
    })
}

/// Where the names of places before a house number start.
fn town_before(text: &str, number: usize) -> Option<usize> {
    let before = text[..number].trim_end_matches(' ');
    let mut start = before.len();
    let mut after = ' ';
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        // は, に and the like end what goes before, unless kana follow: みはる野.
        let particle = matches!(c, 'は' | 'を' | 'に' | 'へ' | 'で') && !is_hiragana(after);
        let fits = is_name_kanji(c)
            || is_katakana(c)
            || is_hiragana(c) && !particle
            || c == ' ' && count > 2;
        if !fits || count == 24 {
            break;
        }
        start = at;
        after = c;
    }
    let mut name = &before[start..];
    // 自宅の長崎市…: what belongs to the sentence ends with a particle.
    while let Some(at) = name.rfind(['の', 'が', 'と', 'も', ' ']) {
        let (_, after) = name.split_at(at);
        let after = &after[after.chars().next().map_or(0, char::len_utf8)..];
        let whole = after
            .char_indices()
            .any(|(at, c)| at > 0 && "市区町村郡都道府県".contains(c))
            && after.chars().count() >= 3;
        if !whole {
            break;
        }
        name = after;
    }
    for label in [
        "住所",
        "居住地",
        "現住所",
        "自宅",
        "本籍",
        "在住",
        "場所",
        "会場",
        "所在地",
    ] {
        name = name.strip_prefix(label).unwrap_or(name);
    }
    let name = name.trim_start();
    let whole =
        name.chars().count() >= 2 || name.starts_with(|c| "東西南北中本栄旭緑泉港曙幸".contains(c));
    let numbered = ["番号", "型番", "品番"]
        .iter()
        .any(|end| name.ends_with(end));
    let opens = name.starts_with(|c| is_name_kanji(c) || is_katakana(c) || is_hiragana(c));
    (whole && opens && !numbered).then(|| before.len() - name.len())
}

/// A house number: 2丁目22番3号, 2-22-3, 二の二十二.
struct House {
    end: usize,
    /// How many numbers it has.
    parts: usize,
    /// Whether 丁目, 番地, or 番 and 号 say what it is.
    explicit: bool,
}

fn house(text: &str, start: usize) -> Option<House> {
    let mut house = House {
        end: start,
        parts: 0,
        explicit: false,
    };
    let mut at = start;
    // 7番1号 is a house, 1200-1300番 a queue.
    let mut counted = false;
    while house.parts < 5 {
        let Some(len) = number_len(&text[at..]) else {
            break;
        };
        let Some((end, sign)) = sign_after(text, at + len) else {
            break;
        };
        house.parts += 1;
        house.end = end;
        house.explicit |= counted || matches!(sign, Some("丁目" | "番地"));
        counted = sign == Some("番");
        let rest = text[end..].trim_start_matches([' ', 'の']);
        let joint = rest
            .chars()
            .next()
            .filter(|&c| is_dash(c) && !"~〜".contains(c));
        let next = text.len()
            - rest
                .trim_start_matches(|c| Some(c) == joint || c == ' ')
                .len();
        // Without a sign, a dash or の must join the numbers.
        let joined = sign.is_some() || joint.is_some() || text[end..next].contains('の');
        if !joined || next - end > 6 {
            break;
        }
        at = next;
    }
    (house.parts > 0).then_some(house)
}

/// Where the number goes on to after its 丁目, 番地 or 号; nothing if it
/// counts something else: 3番のりば, 16号線, 2年生.
fn sign_after(text: &str, at: usize) -> Option<(usize, Option<&'static str>)> {
    const OTHER: &[&str] = &[
        "線",
        "車",
        "機",
        "棟",
        "館",
        "室",
        "のりば",
        "店",
        "組",
        "台風",
        "ホール",
        "窓口",
        "議案",
        "ゲート",
        "出口",
        "勝負",
        "ブース",
        "目",
    ];
    let rest = text[at..].trim_start_matches(' ');
    if let Some(sign) = ["丁目", "番地", "番", "号"]
        .into_iter()
        .find(|sign| rest.starts_with(sign))
    {
        let end = text.len() - rest.len() + sign.len();
        let other = OTHER.iter().any(|word| text[end..].starts_with(word));
        return (!other || sign == "丁目").then_some((end, Some(sign)));
    }
    let counts = text[at..]
        .starts_with(|c: char| "階軒戸円年月日時分秒人名回個枚本件点位歳%世km㎡平:,.".contains(c));
    (!counts).then_some((at, None))
}

/// How long a number of a house is.
fn number_len(text: &str) -> Option<usize> {
    let ascii = text.bytes().take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return (ascii <= 5 && !text.starts_with('0')).then_some(ascii);
    }
    let kanji: usize = text
        .chars()
        .take(6)
        .take_while(|&c| "〇一二三四五六七八九十百千".contains(c))
        .map(char::len_utf8)
        .sum();
    (kanji > 0).then_some(kanji)
}

/// Where the room ends that follows a house number: コーポ長崎203号室.
fn room_after(context: &Context<'_>, end: usize) -> Option<usize> {
    let text = context.text.folded();
    let line = in_line(text, &(end..end), 0, 75);
    let after = &text[end..line.end];
    let after = &after[..after.find(['。', '、', ',']).unwrap_or(after.len())];
    if let Some(at) = after.find("号室") {
        return Some(end + at + "号室".len());
    }
    let house = context
        .personal()
        .words
        .within(end..end + after.len(), CueSet::of(&[Cue::Housing]))
        .next()?;
    let first = context.personal().numbers.from(house.end);
    let run = context.personal().numbers.runs().get(first)?;
    // コーポ桜 3DK says how large a flat is.
    let size = text[run.end..].starts_with(|c: char| c.is_ascii_alphabetic());
    (run.end <= end + after.len() && run.len() <= 4 && !size).then_some(run.end)
}

fn judge(context: &Context<'_>, address: &Address) -> Option<Strength> {
    let text = context.text.folded();
    let words = &context.personal().words;
    let range = &address.range;
    let owner = before(text, words, postal_code_before(text, range.start)).owner;
    let surroundings = Surroundings::new(context, range);
    if owner == Owner::Person || lived_in(text, words, range.end) || has_named_field(context, range)
    {
        return Some(Strength::Strong);
    }
    if address.lone {
        return None;
    }
    if owner == Owner::Resident && !(surroundings.contact || surroundings.office) {
        return Some(Strength::Strong);
    }
    // 宛先 alone doesn't make a room an office.
    let veto = if address.room {
        surroundings.office || owner == Owner::Office
    } else {
        surroundings.contact
            || surroundings.office
            || matches!(owner, Owner::Office | Owner::Contact)
            || surroundings.event
                && !words.tell(
                    in_line(text, range, 120, 90),
                    CueSet::of(&[Cue::Grave, Cue::Resident]),
                )
    };
    if veto {
        return None;
    }
    let near = in_line(text, range, 45, 0);
    let labelled = words.tell(near.start..range.start, CueSet::of(&[Cue::Address]));
    match (address.room, labelled || surroundings.private) {
        (true, true) => Some(Strength::Strong),
        (true, false) => Some(Strength::Weak),
        // 旭町ハイツ(旭町2-11-10): where a building stands.
        (false, _) if address.sure && !names_a_building(&text[..range.start]) => {
            Some(Strength::Weak)
        }
        _ => None,
    }
}

/// Whether an address in brackets is that of what stands before them, and that
/// is no home.
fn names_a_building(before: &str) -> bool {
    before
        .strip_suffix('(')
        .is_some_and(|before| !before.ends_with(['家', '宅', '屋', '件', '帯', '方', '先']))
}

/// Before `〒850-0001 `, if that stands before the address.
fn postal_code_before(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end();
    let code = before.trim_end_matches(|c: char| c.is_ascii_digit() || is_dash(c));
    if before.len() - code.len() < 7 {
        return start;
    }
    code.trim_end_matches(['〒', ' ']).len()
}

/// Whether what follows says that somebody lives there: 在住, 様, さん宅.
fn lived_in(text: &str, words: &CueWords, end: usize) -> bool {
    let rest = text[end..]
        .trim_start_matches(|c: char| c.is_whitespace() || "()「」【】,、・:".contains(c));
    let at = text.len() - rest.len();
    if at - end > 8 {
        return false;
    }
    let living = [
        "在住",
        "に住",
        "にお住まい",
        "に居住",
        "の自宅",
        "のお宅",
        "のお家",
        "の家",
        "のアパート",
        "のマンション",
        "自宅",
        "本人宅",
        "の方",
        "の空き家",
        "の住人",
        "の世帯",
        "の個人宅",
        "の民家",
        "の住宅",
        "宅",
        "方",
        "にある自宅",
        "で一人暮らし",
        "でひとり暮らし",
    ];
    if living.iter().any(|word| rest.starts_with(word)) {
        return true;
    }
    let rest_start = at + rest.strip_prefix('の').map_or(0, |_| 'の'.len_utf8());
    names::starting_at(text, rest_start).is_some_and(|name| {
        if text[name.range.end..].starts_with(['宅', '邸', '方']) {
            return true;
        }
        let honorific = words
            .within(
                name.range.end..name.range.end + 12,
                CueSet::of(&[Cue::Honorific]),
            )
            .next();
        honorific.is_some_and(|word| text[name.range.end..word.start].trim().is_empty())
    })
}

/// Whether a field beside the address names a person: 氏名：山田太郎, or a line
/// above it that is nothing but a name.
fn has_named_field(context: &Context<'_>, range: &Range<usize>) -> bool {
    let text = context.text.folded();
    if line_above(text, range.start).is_some_and(|line| names::alone(text, line).is_some()) {
        return true;
    }
    let wide = around(text, range, 180, 120);
    context
        .personal()
        .words
        .within(wide, CueSet::of(&[Cue::Name, Cue::Resident]))
        .any(|label| {
            let start = value_start(text, label.end);
            start > label.end
                && names::starting_at(text, start)
                    .is_some_and(|name| label.cues.has(Cue::Name) || name.is_full())
        })
}

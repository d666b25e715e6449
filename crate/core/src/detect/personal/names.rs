//! Japanese names of people: a surname of the list and what may follow it.

use std::ops::Range;
use std::sync::LazyLock;

/// First characters, each with what may follow it: in common surnames, and in
/// rarer ones.
static SURNAMES: LazyLock<Vec<(char, [&str; 2])>> = LazyLock::new(|| {
    include_str!("../../../data/surnames.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let first = fields.next()?.chars().next()?;
            Some((first, [fields.next()?, fields.next().unwrap_or_default()]))
        })
        .collect()
});

/// Surnames of one character that are seldom anything else before さん.
const SHORT: &str = "乾今伊伴佃北南原呉周堀堤塙奥孫宋宮尹岡岸島崔嶋巽張森楊楠榊榎金朴李東林柏柳柴桂梁梶椿橘沖沢泉浜浦湊滝澤牧王申畑磯秦秋程竹米聶脇舘芝荒菅藤許谷趙辻郭金鄭関陳韓高魏黄";

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its place, in bytes of the folded text.
    pub range: Range<usize>,
    /// Where the surname ends, in bytes of the folded text.
    pub surname_end: usize,
    /// Whether the surname is one of the common ones.
    pub common: bool,
}

impl Name {
    /// Whether a given name follows the surname.
    pub fn is_full(&self) -> bool {
        self.surname_end < self.range.end
    }

    /// The surname.
    pub fn surname<'a>(&self, text: &'a str) -> &'a str {
        &text[self.range.start..self.surname_end]
    }
}

/// How well a surname is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Surname {
    Common,
    Rare,
    /// Of one character.
    Short,
}

/// The name that ends just at `end`, if one does.
pub fn ending_at(text: &str, end: usize) -> Option<Name> {
    let run = run_before(text, end);
    // The longest first: of 小田中 the whole, not 田中.
    let mut glued = None;
    for (offset, _) in run.char_indices() {
        let start = end - run.len() + offset;
        let Some((len, surname)) = read(&text[start..end]) else {
            continue;
        };
        let name = Name {
            range: start..end,
            surname_end: start + len,
            common: surname == Surname::Common,
        };
        match boundary(text, start) {
            Boundary::Clear => return Some(name),
            Boundary::Glued if surname != Surname::Short => {
                glued.get_or_insert(name);
            }
            _ => {}
        }
    }
    glued
}

/// The name that starts just at `start`, if one does. It ends where its
/// characters end, so kana after kanji is not part of it.
pub fn starting_at(text: &str, start: usize) -> Option<Name> {
    let rest = &text[start..];
    let first = unhonoured(take(rest, 7, is_name_kanji), 2);
    if first.is_empty() {
        return None;
    }
    let spaced = &rest[first.len()..];
    if let Some(given) = spaced.strip_prefix(' ')
        && let Some(surname) = surname(first)
    {
        let kanji = take(given, 4, is_name_kanji);
        let given_name = if kanji.is_empty() {
            unhonoured(take(given, 7, is_kana), 2)
        } else {
            unhonoured(kanji, 1)
        };
        if is_given(given_name, true) && ends_well(given, given_name) {
            return Some(Name {
                range: start..start + first.len() + 1 + given_name.len(),
                surname_end: start + first.len(),
                common: surname == Surname::Common,
            });
        }
    }
    let (len, surname) = read(first)?;
    // 溝口あきら
    let kana = take(&rest[first.len()..], 5, is_hiragana);
    if surname == Surname::Common
        && len == first.len()
        && (2..=4).contains(&kana.chars().count())
        && !NOT_GIVEN_KANA.contains(&kana)
        && is_given(kana, false)
        && rest[first.len() + kana.len()..]
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric())
    {
        return Some(Name {
            range: start..start + first.len() + kana.len(),
            surname_end: start + len,
            common: true,
        });
    }
    ends_well(rest, first).then(|| Name {
        range: start..start + first.len(),
        surname_end: start + len,
        common: surname == Surname::Common,
    })
}

/// The full name that is all a line says but for an honorific, if one is.
pub fn alone(text: &str, line: Range<usize>) -> Option<Name> {
    let start = line.end
        - text[line.clone()]
            .trim_start_matches([' ', '・', '■', '●'])
            .len();
    let name = starting_at(text, start).filter(Name::is_full)?;
    let rest = text[name.range.end..line.end].trim();
    matches!(rest, "" | "様" | "さん" | "殿" | "氏" | "(本人)").then_some(name)
}

/// The text without the honorific, or 宅, that it ends with: 佐藤様宅.
fn unhonoured(text: &str, least: usize) -> &str {
    const HONORIFICS: [&str; 10] = [
        "様",
        "氏",
        "君",
        "殿",
        "宅",
        "邸",
        "方",
        "さん",
        "くん",
        "ちゃん",
    ];
    let end = text
        .char_indices()
        .skip(least)
        .find(|&(at, _)| HONORIFICS.iter().any(|word| text[at..].starts_with(word)));
    end.map_or(text, |(at, _)| &text[..at])
}

/// Whether the text is one of the common surnames, nothing more.
pub fn is_common(text: &str) -> bool {
    surname(text) == Some(Surname::Common)
}

/// Reads a whole token as surname, or surname and given name: how long the
/// surname is, in bytes.
fn read(token: &str) -> Option<(usize, Surname)> {
    if let Some((first, given)) = token.split_once(' ') {
        let surname = surname(first)?;
        return is_given(given, true).then_some((first.len(), surname));
    }
    if let Some(surname) = surname(token) {
        return Some((token.len(), surname));
    }
    let ends: Vec<usize> = token
        .char_indices()
        .skip(1)
        .take(4)
        .map(|(at, _)| at)
        .collect();
    ends.into_iter().rev().find_map(|at| {
        let (first, given) = token.split_at(at);
        let surname = surname(first)?;
        let fits = match surname {
            Surname::Short => {
                given.chars().all(is_hiragana)
                    || given.chars().count() <= 2 && given.chars().all(is_name_kanji)
            }
            _ => true,
        };
        (fits && is_given(given, false)).then_some((at, surname))
    })
}

fn surname(text: &str) -> Option<Surname> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if rest.is_empty() {
        return SHORT.contains(first).then_some(Surname::Short);
    }
    let at = SURNAMES
        .binary_search_by_key(&first, |(first, _)| *first)
        .ok()?;
    let (_, [common, rare]) = SURNAMES[at];
    if holds(common, rest) {
        Some(Surname::Common)
    } else {
        holds(rare, rest).then_some(Surname::Rare)
    }
}

/// Whether the entry stands in a list with spaces between.
fn holds(list: &str, entry: &str) -> bool {
    list.match_indices(entry).any(|(at, _)| {
        let end = at + entry.len();
        (at == 0 || list.as_bytes()[at - 1] == b' ')
            && (end == list.len() || list.as_bytes()[end] == b' ')
    })
}

/// Whether this may be a given name.
fn is_given(text: &str, spaced: bool) -> bool {
    let count = text.chars().count();
    let Some(first) = text.chars().next() else {
        return false;
    };
    let Some(last) = text.chars().next_back() else {
        return false;
    };
    if NOT_LAST.contains(last) || NOT_GIVEN.contains(&text) {
        return false;
    }
    if text.chars().all(is_name_kanji) {
        return count <= 3;
    }
    let second = text.chars().nth(1);
    // は, と and も may be particles, or the start of はるか, とし子 and ももこ.
    let starts_well = spaced
        || match first {
            'の' | 'が' | 'を' | 'へ' | 'で' | 'や' | 'に' => false,
            'は' | 'と' | 'も' => count >= 3 && second.is_some_and(is_hiragana),
            _ => true,
        };
    if text.chars().all(is_hiragana) {
        return (2..=5).contains(&count) && starts_well;
    }
    if text.chars().all(is_katakana) {
        return (2..=6).contains(&count);
    }
    // さと子, 美ゆき
    (2..=4).contains(&count)
        && text.chars().all(|c| is_name_kanji(c) || is_kana(c))
        && starts_well
        && !text.chars().skip(1).any(|c| "をがはの".contains(c))
}

/// What ends the name of an office, a place or a group rather than a person.
const NOT_LAST: &str = "都道府県市区町村者社店会員課部局所館園校組団署院手徒民客族方長官臣様氏君殿皆私係室駅港線号年月日時分円台本式的性化用中内外上下前後間別等他舎";

/// Words that stand after a surname that is a place name.
const NOT_GIVEN: &[&str] = &[
    "女性",
    "小学生",
    "中学生",
    "高校生",
    "大学生",
    "学生",
    "夫婦",
    "兄弟",
    "姉妹",
    "親子",
    "一家",
    "家",
    "宅",
    "氏名",
    "先生",
    "教授",
    "博士",
    "議員",
    "選手",
    "監督",
    "大臣",
    "知事",
    "陣屋",
    "温泉",
    "地区",
    "地域",
    "公民",
    "農園",
    "牧場",
    "商事",
    "工業",
    "建設",
    "産業",
    "銀行",
    "病院",
    "医師",
    "弁護士",
    "容疑",
    "被告",
    "同様",
    "多様",
    "仕様",
    "模様",
    "文様",
    "生",
    "電機",
    "電気",
    "電器",
    "機械",
    "製作",
    "製菓",
    "製薬",
    "食品",
    "酒造",
    "水産",
    "運送",
    "運輸",
    "造園",
    "園芸",
    "設備",
    "土木",
    "重工",
    "鉄工",
    "木材",
    "石油",
    "薬局",
    "歯科",
    "医院",
    "眼科",
    "内科",
    "外科",
    "小児",
    "整骨",
    "商会",
    "商工",
    "興業",
    "企画",
    "設計",
    "不動産",
    "保険",
    "印刷",
    "書店",
    "新聞",
    "放送",
    "出版",
    "美容",
    "理容",
    "旅館",
    "物産",
    "農機",
    "自動車",
    "大学",
    "高校",
    "中学",
    "小学",
    "消防",
    "警察",
    "交通",
    "観光",
    "鉄道",
    "農協",
    "漁協",
    "会館",
    "製麺",
    "製茶",
    "青果",
    "精肉",
    "鮮魚",
    "酒店",
    "呉服",
    "家具",
    "工房",
    "本舗",
    "総業",
    "組合",
    "海運",
    "倉庫",
    "空港",
    "海保",
    "役場",
    "本店",
    "支店",
    "名産",
    "地方",
    "太夫",
    "電話",
    "住所",
    "年齢",
    "性別",
    "携帯",
    "自宅",
    "庁舎",
    "支所",
];

/// Kana that go on a sentence behind a surname.
const NOT_GIVEN_KANA: &[&str] = &[
    "から",
    "より",
    "です",
    "まで",
    "など",
    "さん",
    "さま",
    "くん",
    "ちゃん",
    "だけ",
    "ほか",
    "にて",
    "でも",
    "への",
    "からの",
    "まつり",
    "である",
    "および",
    "または",
    "ほど",
    "ごと",
    "あて",
];

#[derive(Debug, PartialEq, Eq)]
enum Boundary {
    Clear,
    /// Kanji stand before it, such as 本日 or 市内在住.
    Glued,
    Inside,
}

/// What stands before a name that starts here.
fn boundary(text: &str, start: usize) -> Boundary {
    let mut before = text[..start].chars().rev();
    let Some(last) = before.next() else {
        return Boundary::Clear;
    };
    if is_name_kanji(last) {
        return if GLUE.contains(last) {
            Boundary::Glued
        } else {
            Boundary::Inside
        };
    }
    // たなか in わたなか: kana go on.
    let first = text[start..].chars().next().unwrap_or(' ');
    if is_hiragana(first) && is_hiragana(last) || is_katakana(first) && is_katakana(last) {
        return Boundary::Inside;
    }
    // 高野山(こうやさん): a reading.
    if last == '(' && is_hiragana(first) {
        return Boundary::Inside;
    }
    // お客さん, ご主人様: a polite prefix makes it a common noun.
    let polite = matches!(last, 'お' | 'ご')
        && before
            .next()
            .is_none_or(|c| !is_hiragana(c) || "のがはをにでへともや".contains(c));
    if polite {
        Boundary::Inside
    } else {
        Boundary::Clear
    }
}

/// What ends a kanji word that a name may follow without a break.
const GLUE: &str = "日回在名当表長員授市区町村県府都故元前妻夫娘男女母父姉弟妹友人者徒童生手師課係室科組班家役婦主氏歳才方番号校園社店団部隊時年月民客住";

fn run_before(text: &str, end: usize) -> &str {
    let mut start = end;
    let mut count = 0;
    let mut spaces = 0;
    for (at, c) in text[..end].char_indices().rev() {
        if c == ' ' && count > 0 && spaces == 0 {
            spaces = 1;
        } else if count == 9 || !is_name_char(c) {
            break;
        } else {
            count += 1;
        }
        start = at;
    }
    text[start..end].trim_start()
}

/// Whether nothing that would belong to the same word follows.
fn ends_well(rest: &str, name: &str) -> bool {
    rest[name.len()..]
        .chars()
        .next()
        .is_none_or(|c| !is_name_kanji(c) || "様氏君殿宅邸方".contains(c))
}

fn take(text: &str, most: usize, pass: fn(char) -> bool) -> &str {
    let end = text
        .char_indices()
        .take(most + 1)
        .find(|&(_, c)| !pass(c))
        .map_or(
            text.char_indices()
                .nth(most)
                .map_or(text.len(), |(at, _)| at),
            |(at, _)| at,
        );
    &text[..end]
}

/// Whether a name may hold this character.
pub fn is_name_char(c: char) -> bool {
    is_name_kanji(c) || is_kana(c)
}

/// Kanji and what stands among them in names: 佐々木, 井ノ口.
pub fn is_name_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '々' | 'ヶ' | '〆')
        || matches!(c, '\u{20000}'..='\u{3ffff}')
}

fn is_kana(c: char) -> bool {
    is_hiragana(c) || is_katakana(c)
}

/// Hiragana.
pub fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

/// Katakana with its long mark.
pub fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_ending(text: &str, expected: Option<&str>) {
        let name = ending_at(text, text.len());
        assert_eq!(name.map(|name| &text[name.range]), expected, "{text}");
    }

    #[test]
    fn finds_names_by_their_end() {
        check_ending("本日、田中", Some("田中"));
        check_ending("市内在住の佐々木 花子", Some("佐々木 花子"));
        check_ending("本日田中", Some("田中"));
        check_ending("小田中", Some("小田中"));
        check_ending("長谷川さと子", Some("長谷川さと子"));
        check_ending("代表の林", Some("林"));
        check_ending("鈴木ゆかり", Some("鈴木ゆかり"));
        check_ending("地域の皆", None);
        check_ending("多", None);
        check_ending("お客", None);
        check_ending("東京都", None);
        check_ending("田中のおじ", None);
    }

    #[test]
    fn finds_names_by_their_start() {
        let check = |text: &str, expected: Option<&str>| {
            let name = starting_at(text, 0);
            assert_eq!(name.map(|name| &text[name.range]), expected, "{text}");
        };
        check("山田太郎は", Some("山田太郎"));
        check("山田 太郎(45)", Some("山田 太郎"));
        check("山田 はなこ", Some("山田 はなこ"));
        check("高橋が", Some("高橋"));
        check("住所、電話番号", None);
        check("長崎市役所", None);
    }

    #[test]
    fn the_list_is_sorted() {
        let firsts: Vec<_> = SURNAMES.iter().map(|(first, _)| *first).collect();
        assert!(firsts.is_sorted() && firsts.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

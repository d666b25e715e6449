//! Blank signs: ○○課, ●月●日, XX名, 000-000-0000.

use std::ops::Range;

use super::Found;
use crate::Strength;
use crate::detect::around::{
    after, before, ends, has, line_after, line_before, quoted, starting, starts,
};

/// Signs that stand for what is not known yet.
fn is_blank(c: char) -> bool {
    is_circle(c)
        || matches!(
            c,
            '×' | '✕'
                | '✖'
                | '△'
                | '▲'
                | '□'
                | '■'
                | '☆'
                | '★'
                | '◇'
                | '◆'
                | '*'
                | '_'
                | '?'
                | 'X'
                | 'x'
                | '@'
                | '0'
        )
}

/// Signs that are used for little else.
fn is_circle(c: char) -> bool {
    matches!(c, '○' | '〇' | '◯' | '⚪' | '⭕' | '●' | '◎')
}

/// Runs of blank signs: ○○課, ●月●日, XX名.
pub fn find(text: &str, found: &mut Found) {
    let bytes = text.as_bytes();
    let mut end = 0;
    // The signs start with these bytes; 〇 (E3 80 87) is told from kana by its second.
    let first = |byte: u8| {
        matches!(
            byte,
            0xc3 | 0xe2 | 0xe3 | b'*' | b'_' | b'?' | b'X' | b'x' | b'@' | b'0'
        )
    };
    for at in starting(text, first) {
        if at < end || bytes[at] == 0xe3 && bytes[at + 1] != 0x80 {
            continue;
        }
        let Some(sign) = text[at..].chars().next().filter(|&c| is_blank(c)) else {
            continue;
        };
        let count = text[at..]
            .chars()
            .take_while(|next| next.eq_ignore_ascii_case(&sign))
            .count();
        let run = Run {
            text,
            range: at..at + count * sign.len_utf8(),
            sign,
            count,
            behind: text[..at].chars().next_back().unwrap_or('\n'),
        };
        end = run.range.end;
        if let Some((range, strength)) = run.judge() {
            end = end.max(range.end);
            found.push((range, strength));
        }
    }
}

/// The same blank sign, once or more.
struct Run<'a> {
    text: &'a str,
    range: Range<usize>,
    sign: char,
    count: usize,
    behind: char,
}

/// What a number is counted in.
const UNITS: &[&str] = &[
    "月", "日", "時", "分", "年", "人", "名", "円", "回", "個", "件", "組", "番", "階", "号",
    "丁目", "万円", "千円", "か所", "ヶ所", "カ所", "箇所", "戸", "台", "本", "点", "歳", "才",
    "度", "km", "m", "%", "周年", "世帯", "校", "万", "億", "票", "食", "冊", "曲", "種類", "週間",
    "名様",
];

/// What may follow a unit of time without making it another word.
const UNIT_TAILS: &[&str] = &[
    "間", "目", "前", "後", "付", "半", "頃", "号", "末", "上旬", "中旬", "下旬", "分", "度", "様",
    "程", "以", "発", "現在", "生", "締", "必", "開", "投", "実施", "予定", "受付", "場所", "会場",
    "市", "午",
];

/// What stands for a name when a blank is before it.
const NOUNS: &[&str] = &[
    "市",
    "区",
    "町",
    "村",
    "県",
    "都",
    "府",
    "課",
    "係",
    "部",
    "局",
    "室",
    "館",
    "園",
    "校",
    "小学",
    "中学",
    "高校",
    "大学",
    "病院",
    "公園",
    "会",
    "センター",
    "様",
    "さん",
    "氏",
    "先生",
    "教授",
    "博士",
    "地区",
    "号",
    "駅",
    "店",
    "線",
    "川",
    "山",
    "橋",
    "祭",
    "まつり",
    "ホール",
    "公民館",
    "事業",
    "計画",
    "制度",
    "について",
    "のお知らせ",
    "の件",
    "です",
    "します",
    "と述べ",
    "との",
    "に関する",
    "町内",
    "自治会",
    "消防",
    "署",
    "役所",
    "庁",
    "支所",
    "講座",
    "教室",
    "イベント",
    "のご案内",
    "を開催",
    "が開催",
    "で開催",
    "に開催",
];

impl Run<'_> {
    fn judge(&self) -> Option<(Range<usize>, Strength)> {
        if self.is_in_address() {
            let blank = is_circle(self.sign) && self.count >= 2
                || matches!(self.sign, 'X' | 'x') && self.count >= 4;
            return blank.then(|| self.as_is(Strength::Strong));
        }
        match self.sign {
            '0' => self.zeros(),
            'X' | 'x' => self.letters(),
            '@' | '_' | '?' => self.dashes(),
            '*' | '×' | '✕' | '✖' | '△' | '▲' | '□' | '■' | '☆' | '★' | '◇' | '◆' => {
                self.shapes()
            }
            _ => self.circles(),
        }
    }

    fn line(&self) -> (&str, &str) {
        (
            line_before(self.text, self.range.start),
            line_after(self.text, self.range.end),
        )
    }

    fn is_in_address(&self) -> bool {
        let before = line_before(self.text, self.range.start);
        let word = before
            .rfind(|c: char| !c.is_ascii_graphic())
            .map_or(before, |at| &before[at..]);
        word.contains("://")
    }

    /// Whether the run stands in the place of a number: ●月, 〇日, XX名.
    fn counts(&self) -> bool {
        let next = after(self.text, self.range.end, 6);
        let Some(unit) = UNITS.iter().find(|unit| next.starts_with(**unit)) else {
            return false;
        };
        let tail = &next[unit.len()..];
        let follows = tail.chars().next();
        let clear = follows.is_none_or(|c| !is_kanji(c))
            || starts(tail, UNIT_TAILS)
            || follows.is_some_and(is_blank);
        // 〇日時, ○時間, ○年齢: a bullet before a word.
        let at_start = self.is_at_start();
        // 参加費 ○円(材料費込み): a label before, and the unit ends the word.
        if at_start && self.behind == ' ' && self.count == 1 && is_circle(self.sign) {
            let label = line_before(self.text, self.range.start).trim_end();
            let ended = follows.is_none_or(|c| !c.is_alphanumeric());
            if ended
                && label.ends_with(is_kanji)
                && !matches!(*unit, "日" | "月" | "時" | "年" | "分")
            {
                return true;
            }
        }
        if at_start && self.count == 1 {
            let chained = follows.is_some_and(is_blank) && !tail.starts_with(['?', '*', '0'])
                || matches!(*unit, "月" | "年") && tail.starts_with(|c: char| c.is_ascii_digit())
                || *unit == "月" && starts(tail, &["号", "上旬", "中旬", "下旬", "末"]);
            return chained;
        }
        let whole = self.behind == '第' || matches!(*unit, "万" | "億");
        (clear || whole)
            && !(self.count == 1 && matches!(*unit, "歳" | "才" | "度" | "点" | "本" | "台"))
    }

    fn is_at_start(&self) -> bool {
        self.behind == '\n'
            || self.text[..self.range.start]
                .trim_end_matches([' ', '・', '※', '-'])
                .ends_with('\n')
            || matches!(
                self.behind,
                ' ' | '】' | ']' | ')' | '。' | '、' | '/' | '|'
            )
            || self.range.start == 0
    }

    /// Whether letters stand right before or behind.
    fn touches(&self) -> bool {
        is_letter(self.behind)
            || self.text[self.range.end..]
                .chars()
                .next()
                .is_some_and(is_letter)
    }

    fn circles(&self) -> Option<(Range<usize>, Strength)> {
        let next = after(self.text, self.range.end, 8);
        let follows = next.chars().next().unwrap_or('\n');
        // 二〇二六, 一〇〇: the zero of kanji numbers.
        if self.sign == '〇' && (is_kanji_digit(self.behind) || is_kanji_digit(follows)) {
            return None;
        }
        if self.counts() && !(self.count > 1 && self.is_frame()) {
            return self.unless_meant();
        }
        let joined = |c: char| is_blank(c) && !matches!(c, '?' | '0');
        if self.count == 1 {
            // ○△大学, ●▲町
            let pair = joined(follows) && !matches!(follows, '×' | '✕') && !self.is_at_start();
            let tail = next[follows.len_utf8().min(next.len())..].trim_start();
            return (pair && starts(tail, NOUNS)).then(|| self.as_is(Strength::Weak));
        }
        // 電話:○○-○○○○
        if next.starts_with('-') && next[1..].starts_with(self.sign) {
            return self.unless_meant();
        }
        if !self.touches() || self.is_frame() {
            return None;
        }
        if self.sign == '◎' && !starts(next, NOUNS) && !starts(next, &["まつり", "ちゃん", "くん"])
        {
            return None;
        }
        if self.sign == '●' && !starts(next, NOUNS) && self.is_at_start() {
            return None;
        }
        self.unless_meant()
    }

    fn shapes(&self) -> Option<(Range<usize>, Strength)> {
        if self.is_frame() {
            return None;
        }
        let next = after(self.text, self.range.end, 8);
        if self.count == 1 {
            let dated = self.counts() && !matches!(self.sign, '*' | '★' | '☆' | '◆' | '◇' | '■');
            return if dated && !self.is_at_start() {
                self.unless_meant()
            } else {
                None
            };
        }
        let named = starts(
            next,
            &[
                "さん", "様", "氏", "課", "市", "町", "村", "区", "県", "先生",
            ],
        );
        let ornament = self.is_at_start() && is_ornament(self.sign);
        if self.counts() || named || starts(next, NOUNS) && !ornament {
            return self.unless_meant();
        }
        // ×××-××××: a telephone number.
        if matches!(self.sign, '×' | '△' | '□') && next.starts_with(['-', '(']) {
            return Some(self.as_is(Strength::Strong));
        }
        None
    }

    fn letters(&self) -> Option<(Range<usize>, Strength)> {
        let next = after(self.text, self.range.end, 8);
        let whole = !self.behind.is_ascii_alphanumeric()
            && !next.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        if self.count < 2 || !whole || self.sign == 'x' && self.count < 3 && !self.counts() {
            return None;
        }
        if self.counts() && self.behind != '0' || starts(next, NOUNS) && !next.starts_with("会") {
            return self.unless_meant();
        }
        if next.starts_with(['-', '/']) && next[1..].starts_with(self.sign) {
            return Some(self.as_is(Strength::Strong));
        }
        (self.count >= 4).then(|| self.as_is(Strength::Strong))
    }

    fn dashes(&self) -> Option<(Range<usize>, Strength)> {
        let next = after(self.text, self.range.end, 6);
        let followed = next.starts_with(is_letter);
        let enough = match self.sign {
            '?' => self.count >= 2 && starts(next, &["人", "名", "円", "月", "日", "時", "回"]),
            '@' => self.count >= 3 && followed,
            _ => self.count >= 4 && self.touches() && !self.is_frame(),
        };
        (enough && (self.sign != '@' || !self.is_frame())).then(|| self.as_is(Strength::Strong))
    }

    /// 000-000-0000, 00:00〜00:00, 0000円.
    fn zeros(&self) -> Option<(Range<usize>, Strength)> {
        if self.behind.is_ascii_alphanumeric() || matches!(self.behind, '.' | ',' | '/' | '#' | '¥')
        {
            return None;
        }
        let rest = after(self.text, self.range.start, 30);
        let number: &str = &rest[..rest
            .find(|c: char| {
                !(c.is_ascii_digit() || matches!(c, '-' | ':' | '~' | '〜' | '(' | ')' | ' '))
            })
            .unwrap_or(rest.len())];
        let number = number.trim_end_matches(['-', ':', '~', '〜', '(', ')', ' ']);
        let range = self.range.start..self.range.start + number.len();
        let digits: Vec<&str> = number
            .split(|c: char| !c.is_ascii_digit())
            .filter(|group| !group.is_empty())
            .collect();
        let zero = digits
            .iter()
            .all(|group| group.bytes().all(|digit| digit == b'0'));
        let next = &rest[number.len()..];
        // 0120-000-000; 15:00-00:00 is a time.
        if matches!(self.behind, '-' | ':') && !number.contains('-') {
            return None;
        }
        if zero
            && number.contains('-')
            && digits.len() >= 2
            && digits.iter().any(|group| group.len() >= 3)
        {
            return Some((range, Strength::Strong));
        }
        let clock = number.contains("00:00");
        if zero && clock && number.contains(['~', '〜', '-']) {
            return Some((range, Strength::Strong));
        }
        let dated = starts(next, &["月", "日", "年"])
            && digits.last().is_some_and(|group| group.len() >= 2);
        let counted = starts(next, &["円", "人", "名", "件"])
            && digits.last().is_some_and(|group| group.len() >= 3);
        if zero && digits.len() == 1 && (dated || counted) {
            return Some((range, Strength::Strong));
        }
        None
    }

    /// ■■■ お知らせ ■■■, ●●年末の運動●●: the same run at both ends of a line.
    fn is_frame(&self) -> bool {
        let (before, after) = self.line();
        let run = &self.text[self.range.clone()];
        let alone = !before.contains(is_letter) && !after.contains(is_letter);
        let opens = before.trim().is_empty()
            && after.trim_end().ends_with(self.sign)
            && after.trim().len() > run.len();
        // **課内限り** 配置案
        let emphasis = self.sign == '*' && (before.contains(run) || after.contains(run));
        let closes = after.trim().is_empty() && before.trim_start().starts_with(self.sign);
        let inner = before.trim_end().ends_with(|c: char| is_ornament(c))
            && after.trim_start().starts_with(is_ornament);
        alone || opens || closes || inner || emphasis
    }

    /// A hit, unless the words around show that the blank is meant: a quiz, a
    /// fraud's words, an instruction how to write.
    fn unless_meant(&self) -> Option<(Range<usize>, Strength)> {
        const MEANT: &[&str] = &[
            "詐欺",
            "名乗",
            "不審",
            "クイズ",
            "問題!",
            "正解",
            "答え",
            "入る言葉",
            "入る文字",
            "当てはま",
            "あてはま",
            "何でしょう",
            "なんでしょう",
            "件名に",
            "件名は",
            "件名を",
            "記入例",
            "コンクール",
            "と言えば",
            "といえば",
            "作文",
            "川柳",
            "標語",
            "キャッチコピー",
            "エピソード",
            "例)",
            "例:",
            "(例",
            "例えば",
            "たとえば",
            "のように",
            "と書いて",
            "と書き",
            "を書いて",
            "と記入",
            "伏せ",
            "穴埋め",
            "空欄",
            "を記入",
            "教えて",
            "愛称",
            "名称を募集",
            "推し",
            "派?",
            "ご記入",
            "みたいな",
            "といった",
            "あるある",
            "タグ",
            "をつけ",
            "を付け",
            "で囲",
            "該当",
            "印を",
            "お題",
            "大喜利",
            "ください!」",
            "なら△△",
            "なら□□",
        ];
        let (before_line, after_line) = self.line();
        if has(before_line, MEANT) || has(after_line, MEANT) {
            return None;
        }
        // 〒243-8511○○課 is how to address a letter.
        let near = before(self.text, self.range.start, 12);
        if near.contains('〒') || near.ends_with('#') {
            return None;
        }
        if self.text[..self.range.start].ends_with("20") && matches!(self.sign, 'X' | '○' | '〇')
        {
            return None;
        }
        let strength = if quoted(self.text, &self.range) && !self.counts() {
            // 「〇〇のまち」 is a figure of speech.
            if ends(near, &["「", "『"])
                && starts(
                    &self.text[self.range.end..],
                    &["の", "な", "を", "が", "し"],
                )
            {
                return None;
            }
            Strength::Weak
        } else {
            Strength::Strong
        };
        Some(self.as_is(strength))
    }

    fn as_is(&self, strength: Strength) -> (Range<usize>, Strength) {
        (self.range.clone(), strength)
    }
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '々')
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_kanji(c) || matches!(c, 'ー' | '【' | '】' | '[' | ']')
}

fn is_kanji_digit(c: char) -> bool {
    "一二三四五六七八九十百千".contains(c)
}

/// Signs that people like to set around headlines.
fn is_ornament(c: char) -> bool {
    matches!(
        c,
        '■' | '□'
            | '◆'
            | '◇'
            | '★'
            | '☆'
            | '●'
            | '○'
            | '〇'
            | '◎'
            | '▲'
            | '△'
            | '▼'
            | '*'
            | '_'
            | '×'
            | '@'
    )
}

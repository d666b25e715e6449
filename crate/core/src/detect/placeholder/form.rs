//! The marks of form letters, and lines that were typed to fill the room.

use super::Found;
use crate::Strength;
use crate::detect::around::{after, has, starting};

/// The marks of mail merge and templates: {{氏名}}, ${name}, <<日付>>, [日付]に.
pub fn find(text: &str, found: &mut Found) {
    repeats(text, found);
    let bytes = text.as_bytes();
    // 【 is E3 80 90.
    for at in starting(text, |byte| {
        matches!(byte, b'{' | b'$' | b'<' | b'[' | b'(' | b'%' | 0xe3)
    }) {
        if bytes[at] == 0xe3 && bytes[at + 1] != 0x80 {
            continue;
        }
        let rest = &text[at..];
        let any = |_: &str| true;
        let range = match rest.chars().next().unwrap_or(' ') {
            '{' if rest.starts_with("{{") => closed(rest, "{{", "}}", any),
            '$' if rest.starts_with("${") => closed(rest, "${", "}", any),
            '<' if rest.starts_with("<<") => closed(rest, "<<", ">>", is_field),
            '<' if rest.starts_with("<%") => closed(rest, "<%", "%>", any),
            '%' if rest.starts_with("%%") => closed(rest, "%%", "%%", any),
            '%' => closed(rest, "%", "%", |name| {
                is_field(name)
                    || name.len() > 2 && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
            }),
            '$' => closed(rest, "$", "$", |name| {
                name.len() > 2 && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            }),
            '{' => closed(rest, "{", "}", is_field),
            // 担当:(氏名)
            '(' => closed(rest, "(", ")", |name| {
                is_request(name)
                    || is_draft(name)
                    || text[..at].ends_with(':') && (is_field(name) || is_datum(name))
            }),
            '<' => closed(rest, "<", ">", is_field).filter(|&len| goes_on(&rest[len..])),
            '[' => bracket(text, at, "[", "]"),
            '【' => bracket(text, at, "【", "】"),
            _ => None,
        };
        if let Some(len) = range {
            found.push((at..at + len, Strength::Strong));
        }
    }
}

/// The length of a bracket that names a field in a sentence, or a draft.
fn bracket(text: &str, at: usize, open: &str, close: &str) -> Option<usize> {
    let rest = &text[at..];
    let len = closed(rest, open, close, |name| is_field(name) || is_draft(name))?;
    let inner = rest[open.len()..len - close.len()].trim();
    let draft = is_draft(inner) || is_request(inner);
    // 【会場名】 as a label is a form's; as all that is said it was forgotten.
    let said = goes_on(&rest[len..]) || text[..at].ends_with([':', 'は']);
    (draft || said).then_some(len)
}

/// The length of what stands between two marks, marks included, on one line.
fn closed(rest: &str, open: &str, close: &str, fits: impl Fn(&str) -> bool) -> Option<usize> {
    let inner = after(&rest[open.len()..], 0, 30);
    let end = inner.find(close)?;
    let name = inner[..end].trim();
    (!name.is_empty() && !name.contains('\n') && fits(name)).then(|| open.len() + end + close.len())
}

/// Whether a name is that of a field in a form letter.
fn is_field(name: &str) -> bool {
    const FIELDS: &[&str] = &[
        "日付",
        "日時",
        "時間",
        "場所",
        "会場",
        "氏名",
        "名前",
        "お名前",
        "宛名",
        "タイトル",
        "件名",
        "本文",
        "イベント名",
        "講座名",
        "施設名",
        "会場名",
        "担当課",
        "担当課名",
        "課名",
        "部署名",
        "部署",
        "電話番号",
        "市名",
        "区名",
        "市町村名",
        "自治体名",
        "地区名",
        "金額",
        "人数",
        "リンク",
        "url",
        "画像",
        "開催日",
        "締切日",
        "曜日",
        "年月日",
        "name",
        "date",
        "title",
        "time",
        "place",
        "地域名",
        "対象地域",
        "災害名",
        "台風名",
        "避難所名",
    ];
    FIELDS.iter().any(|field| name.eq_ignore_ascii_case(field)) || is_request(name)
}

/// Whether a name is that of a datum which a form asks of people, too.
fn is_datum(name: &str) -> bool {
    [
        "番号",
        "役職",
        "所属",
        "電話",
        "内線",
        "住所",
        "職名",
        "担当者",
        "担当者名",
        "講師名",
        "金額",
    ]
    .contains(&name)
}

/// Whether a bracket asks its writer to fill it in: (件名を入力), 【ここに画像】.
fn is_request(name: &str) -> bool {
    const THINGS: &[&str] = &[
        "画像",
        "写真",
        "url",
        "リンク",
        "qr",
        "地図",
        "本文",
        "タイトル",
        "動画",
        "バナー",
        "図",
    ];
    let lower = name.to_ascii_lowercase();
    if has(&lower, THINGS)
        && (lower.starts_with("ここに")
            || [
                "入る",
                "入れる",
                "挿入",
                "添付",
                "差し替え",
                "差替",
                "挿入予定",
                "後送",
                "あとで",
            ]
            .iter()
            .any(|end| lower.ends_with(end)))
    {
        return true;
    }
    [
        "を入力",
        "を挿入",
        "を記入",
        "を入れる",
        "を貼る",
        "を貼り付け",
        "を追記",
        "を差し替え",
        "を差し込む",
    ]
    .iter()
    .any(|end| name.trim_start_matches('※').ends_with(end))
}

/// Whether a bracket says that the text is no final one.
fn is_draft(name: &str) -> bool {
    const DRAFTS: &[&str] = &[
        "草稿",
        "草案",
        "下書き",
        "下書",
        "ドラフト",
        "draft",
        "wip",
        "dummy",
        "ダミー",
        "仮題",
        "仮原稿",
        "仮タイトル",
        "未完成",
        "書きかけ",
        "作業中",
        "たたき台",
        "案文",
        "文案",
        "要修正",
        "要追記",
        "要差替",
        "要差し替え",
        "後で差し替え",
        "あとで差し替え",
        "後日差し替え",
        "差し替え予定",
        "後送",
    ];
    DRAFTS.contains(&name.to_ascii_lowercase().as_str())
        && !matches!(name, "サンプル" | "sample" | "要確認" | "原案")
}

/// Whether the sentence goes on behind a bracket, so that the bracket is no
/// label: [日付]に.
fn goes_on(rest: &str) -> bool {
    rest.starts_with([
        'に', 'で', 'を', 'が', 'は', 'の', 'へ', 'と', 'も', 'ま', 'か', '様', 'さ', '氏',
    ]) && !rest.starts_with("は以下")
}

/// A line that is one kana over and over, or ダミー.
fn repeats(text: &str, found: &mut Found) {
    const AROUND: [char; 5] = [' ', '。', '、', '!', '?'];
    let mut at = 0;
    for line in text.split('\n') {
        if line.starts_with("ダミー") && line.split(' ').all(|word| word == "ダミー") {
            found.push((at..at + line.len(), Strength::Strong));
        }
        let start = at + (line.len() - line.trim_start_matches(AROUND).len());
        at += line.len() + 1;
        let rest = line.trim_start_matches(AROUND);
        let mut chars = rest.chars();
        let Some(first) = chars.next() else {
            continue;
        };
        let same = 1 + chars.take_while(|&c| c == first).count();
        let filler = matches!(first, 'ぁ'..='ん' | 'ァ'..='ン')
            || first.is_ascii_alphabetic() && first != 'w';
        let len = same * first.len_utf8();
        if filler && same >= 3 && rest[len..].trim_start_matches(AROUND).is_empty() {
            found.push((start..start + len, Strength::Strong));
        }
    }
}

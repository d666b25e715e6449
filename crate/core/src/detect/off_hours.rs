//! Posts that come out while the office is closed. Needs the time of
//! publication; without one it keeps quiet.

use std::sync::LazyLock;

use kakunin_words::Lexicon;
use time::OffsetDateTime;

use super::calendar::{Closed, closed};
use super::date::calendar::now;
use super::date::weekday::{english_name, japanese_name};
use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Settings, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::OffHours,
    finds: || {
        Message::new(
            "就業時間の外や閉庁日に公開される投稿。予約投稿は予約した日時で確かめます。土日、祝日、年末年始と、設定に登録した閉庁日が閉庁日です。災害など急ぎの知らせは注意にとどめます。",
            "Posts that come out outside office hours or on a day of closure; a scheduled post is judged by its scheduled time. Weekends, public holidays, the turn of the year and the days in the settings count as closed. Urgent news such as of a disaster is a note only.",
        )
    },
    why: || {
        Message::new(
            "夜間や休日の投稿は、誤りや批判にすぐ対応できる人がいません。問題になった投稿の多くは夜間に出ています。",
            "At night and on days off nobody is there to answer for a mistake. Most posts that caused trouble went out in the evening.",
        )
    },
    examples: &[
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-24T20:15:00+09:00"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-28T10:00:00+09:00"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-23T10:00:00+09:00"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-12-30T10:00:00+09:00"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-24T15:00:00Z"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-24T10:00:00+09:00","scheduled_at":"2026-11-24T20:00:00+09:00"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-08-14T10:00:00+09:00","settings":{"closedDays":["2026-08-14"]}}"#,
        // Weak: there is no time to lose.
        r#"{"text":"大雨警報が発表されました。","at":"2026-11-24T22:00:00+09:00"}"#,
    ],
    near_misses: &[
        "夜間・休日の投稿です。",
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-24T10:00:00+09:00"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-24T00:30:00Z"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-24T20:00:00+09:00","scheduled_at":"2026-11-25T09:00:00+09:00"}"#,
        r#"{"text":"市民相談を受け付けます。","at":"2026-11-24T18:00:00+09:00","settings":{"officeHoursEnd":"19:00"}}"#,
        r#"{"text":"市民相談を受け付けます。","at":"tomorrow"}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(at) = now(context.post) else {
        return;
    };
    if let Some(closed) = closed(at, context.settings) {
        let strength = if is_urgent(context.text.lower()) {
            Strength::Weak
        } else {
            Strength::Strong
        };
        hits.push(of_context(
            Concern::OffHours,
            strength,
            message(at, closed, strength, context.settings),
        ));
    }
}

/// Words of what can't wait: `now` says by itself that something is going on;
/// a `hazard` is going on unless the text is `calm` about it, as a drill or a
/// talk is; an `event` is going on where its sentence names the `day`.
static WORDS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(&[include_str!("../../data/words/urgent.txt")], |tag| tag));

/// Whether a disaster or an event is under way.
fn is_urgent(text: &str) -> bool {
    let (mut hazard, mut calm) = (false, false);
    for sentence in text.split(['。', '!', '?', '\n']) {
        let (mut event, mut day) = (false, false);
        for word in WORDS.find(sentence) {
            match word.tag {
                "now" => return true,
                "hazard" => hazard = true,
                "calm" => calm = true,
                "event" => event = true,
                _ => day = true,
            }
        }
        if event && day {
            return true;
        }
    }
    hazard && !calm
}

fn message(at: OffsetDateTime, why: Closed, strength: Strength, settings: &Settings) -> Message {
    let (ja, en) = match why {
        Closed::Holiday(name) => (
            format!("{name}で、閉庁日です"),
            format!("a public holiday ({name})"),
        ),
        Closed::YearEnd => (
            "年末年始の閉庁日です".to_owned(),
            "the office's closure at the turn of the year".to_owned(),
        ),
        Closed::OwnDay => ("閉庁日です".to_owned(), "a day of closure".to_owned()),
        Closed::Weekend => (
            format!("{}で、閉庁日です", japanese_name(at.weekday())),
            "a weekend".to_owned(),
        ),
        Closed::Hours => {
            let (start, end) = settings.office_hours();
            (
                format!("就業時間（{start}〜{end}）の外です"),
                format!("outside office hours ({start}–{end})"),
            )
        }
    };
    let (ja_advice, en_advice) = match strength {
        Strength::Strong => (
            "急ぎの知らせでなければ、就業時間内に投稿するか予約してください。",
            "Unless it is urgent, post it within office hours or schedule it.",
        ),
        Strength::Weak => (
            "急ぎの知らせのようです。そうでなければ、就業時間内に投稿するか予約してください。",
            "It looks urgent. If it is not, post it within office hours or schedule it.",
        ),
    };
    let (month, day, minute) = (u8::from(at.month()), at.day(), at.minute());
    Message::new(
        format!(
            "{month}月{day}日（{}）{}:{minute:02}に公開されます。{ja}。{ja_advice}",
            japanese_name(at.weekday()),
            at.hour(),
        ),
        format!(
            "This comes out on {} {day} {} at {}:{minute:02}: {en}. {en_advice}",
            english_name(at.weekday()),
            at.month(),
            at.hour(),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn tells_what_cannot_wait() {
        for text in [
            "大雨警報が発表されました。早めの備えをお願いします。",
            "【避難情報】〇〇地区に避難指示を発令しました",
            "先ほどの地震による被害を確認しています",
            "台風10号の接近に伴い、明日の行事を中止します。",
            "県道25号は土砂崩れのため全面通行止めです",
            "市内の一部で停電が発生しています",
            "断水のお知らせ",
            "市バスは現在、全線で運行を見合わせています",
            "花火大会の会場は大変混雑しています。開催中です",
            "本日の市民まつりは予定どおり行います！",
            "ＪアラートによりミサイルのX情報",
            "クマの目撃情報がありました",
            "雨天のため、明日のマルシェは中止です",
        ] {
            assert!(is_urgent(Text::new(text).lower()), "{text}");
        }
    }

    #[test]
    fn tells_what_can() {
        for text in [
            "図書館の新着図書をご紹介します。",
            "避難訓練を実施しました。",
            "地震に備えて家具を固定しましょう。",
            "防災講座 参加者募集！\n内容：地震のしくみと避難のしかた",
            "住宅用火災警報器を点検しましょう。",
            "11月30日に市民まつりを開催します。",
            "本日から申込みの受付を始めます。",
            "災害時相互応援協定を結びました。",
            "大雨を想定した訓練の写真です。",
            "リサイクルフェアの出店者を募集しています",
            "ふれあいマーケット 12月2日（雨天中止）",
            "特殊詐欺の被害が発生しています。",
            "今日はいい天気ですね",
        ] {
            assert!(!is_urgent(Text::new(text).lower()), "{text}");
        }
    }
}

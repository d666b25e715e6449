//! Announced dates that are over at the time of publication: a deadline of
//! last week, an event that is still to come on a day that has been.

use time::Date;

use super::around::{
    after, before, has, line_after, line_before, sentence_after, sentence_before, starts,
};
use super::date::calendar::{Reading, Tier, now, readings};
use super::date::scan::Scan;
use super::date::{self, Link, Mention, clock};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PastDate,
    finds: || {
        Message::new(
            "これから行うことのように書かれているのに、投稿の時点で過ぎている開催日や締切。終わったことの報告や、期間の始まりは含みません。投稿の日時が分かるときだけ確かめます。",
            "Dates of events and deadlines that are over when the post comes out but are written as still to come. Reports of what has been, and the starts of periods, don't count. Checked only where the time of the post is known.",
        )
    },
    why: || {
        Message::new(
            "過ぎた日付で募集や開催を知らせると、応募できない人や、もう終わった催しに来る人が出ます。",
            "An invitation with a date that is over leaves people who can't apply any more or come in vain.",
        )
    },
    examples: &[
        "参加者を募集します！締切：令和8年11月20日（金）",
        "申込みは2026年11月10日までに市ホームページから",
        "令和7年12月6日（土）にクリスマス会を開催します。ぜひお越しください。",
    ],
    near_misses: &[
        "参加者を募集します！締切：令和30年11月20日",
        "令和7年11月20日に防災訓練を開催しました。",
        "令和7年11月20日をもって募集は締め切りました。",
        "令和7年4月1日から受付時間を変更しています。",
        "令和7年11月1日現在の人口です。",
        "令和7年11月20日に発売した商品券は、まだ購入できます。",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let Some(today) = now(context.post).map(|now| now.date()) else {
        return;
    };
    let text = context.text;
    let dates = &context.when().dates;
    let passed: Vec<_> = date::chains(dates)
        .map(|chain| (chain, last(chain, today)))
        .collect();
    let ahead = passed
        .iter()
        .any(|(_, last)| last.as_ref().is_some_and(|last| last.date >= today));
    for (chain, last) in &passed {
        if let Some(last) = last
            && last.date < today
            && let Some(strength) = judge(text.folded(), chain, last, ahead)
        {
            hits.push(hit(text, chain, last.date, strength));
        }
    }
}

/// The last date of a chain, and whether its year is beyond doubt.
struct Last {
    date: Date,
    sure: bool,
}

fn last(chain: &[Mention], today: Date) -> Option<Last> {
    let fits = |reading: &Reading| {
        reading
            .dates
            .iter()
            .zip(chain)
            .all(|(date, mention)| match (date, &mention.mark) {
                (Some(date), Some(mark)) => date.weekday() == mark.weekday,
                (date, _) => date.is_some(),
            })
    };
    let natural: Vec<_> = readings(chain, Some(today), &[])
        .into_iter()
        .filter(|reading| reading.tier == Tier::Natural && fits(reading))
        .filter_map(|reading| *reading.dates.last()?)
        .collect();
    let date = natural.iter().copied().max()?;
    let sure = chain
        .iter()
        .any(|mention| mention.year.is_some() || mention.mark.is_some());
    Some(Last { date, sure })
}

/// Labels of a deadline, right before a date.
const LABELS: &[&str] = &[
    "締切",
    "締め切り",
    "締切り",
    "〆切",
    "〆",
    "期限",
    "申込期間",
    "申込み期間",
    "申し込み期間",
    "募集期間",
    "受付期間",
    "応募期間",
    "申請期間",
    "販売期間",
    "予約期間",
    "提出期間",
    "エントリー期間",
    "回答期間",
    "投票期間",
    "締切は",
];

/// What a deadline is for.
const ACTS: &[&str] = &[
    "申込",
    "申し込",
    "応募",
    "募集",
    "受付",
    "受け付け",
    "エントリー",
    "予約",
    "提出",
    "回答",
    "登録",
    "意見",
    "投票",
    "申請",
    "納め",
    "納付",
    "連絡",
    "電話",
    "メール",
    "フォーム",
    "ご協力",
];

/// What goes on until a day: 11月22日まで販売しています.
const GOING_ON: &[&str] = &[
    "しています",
    "してます",
    "中です",
    "中!",
    "実施中",
    "開催中",
    "販売中",
    "展示中",
    "配布中",
    "します",
    "やってます",
];

/// Words that tell of something to come.
const FUTURE: &[&str] = &[
    "開催します",
    "開催いたします",
    "行います",
    "実施します",
    "実施いたします",
    "開きます",
    "開催予定",
    "開催決定",
    "開催!",
    "募集します",
    "募集しています",
    "募集中",
    "受付中",
    "受け付けます",
    "受付します",
    "ぜひ",
    "お待ちして",
    "お越しください",
    "ご参加ください",
    "ご来場ください",
    "お楽しみに",
    "始まります",
    "スタートします",
    "予定です",
    "配信します",
    "放送します",
    "上映します",
    "販売します",
    "開店します",
    "オープンします",
    "参加しませんか",
    "来てね",
    "遊びに来て",
    "見に来て",
    "診療します",
    "開設します",
];

/// Words by which a date is that of something done, or of another thing.
const DONE: &[&str] = &[
    "した",
    "され",
    "でした",
    "終了",
    "現在",
    "時点",
    "号",
    "日付け",
    "付で",
    "発売",
    "以降",
    "以来",
    "にわた",
    "改正",
    "施行",
    "公布",
    "発行",
    "掲載",
    "更新",
    "生まれ",
    "設立",
    "創立",
    "開始",
    "撮影",
    "までの",
    "ていた",
    "だった",
];

/// Words by which a date is only a start, or names something else.
const STARTS: &[&str] = &[
    "から",
    "より",
    "〜",
    "~",
    "以降",
    "号",
    "現在",
    "時点",
    "付",
    "発",
    "に始ま",
];

fn judge(text: &str, chain: &[Mention], last: &Last, ahead: bool) -> Option<Strength> {
    let (first, end) = (chain.first()?, chain.last()?);
    let line = (
        line_before(text, first.range.start),
        line_after(text, end.end),
    );
    let lead = sentence_before(text, first.range.start);
    let rest = sentence_after(text, end.end);
    let next = after(text, end.end, 20);
    // 10月1日から受付開始予定です
    let opens =
        starts(next, &["から", "より"]) && has(rest, &["予定です", "開始予定", "予定。", "予定!"]);
    if is_told(rest) && !opens
        || has(lead, &["昨年", "前回", "前年", "去年", "誤"])
        || starts(next.trim_start_matches(' '), STARTS) && !opens
    {
        return None;
    }
    let next = trim_times(next);
    let near = before(text, first.range.start, 14);
    let label = near.trim_end_matches([
        ' ', ':', '日', 'は', 'が', '】', ')', ']', '|', '・', '、', '■', '→',
    ]);
    let sure = if last.sure {
        Strength::Strong
    } else {
        Strength::Weak
    };
    let one = chain.len() == 1 || end.link == Link::Range;
    let deadline = LABELS.iter().any(|word| label.ends_with(word))
        || end.link == Link::Range
            && ["受付", "申込", "応募", "予約", "募集", "投票"]
                .iter()
                .any(|word| label.ends_with(word));
    let until = starts(
        next,
        &[
            "まで",
            "必着",
            "消印",
            "締切",
            "〆切",
            "(必着",
            "(消印",
            "(締切",
            "で締め切りま",
            "で締切",
        ],
    );
    let asked = [lead, rest, line.0, line.1]
        .iter()
        .any(|part| has(part, ACTS));
    let today = [
        "本日",
        "今日",
        "きょう",
        "明日",
        "あす",
        "あした",
        "明後日",
        "今週末",
        "今週",
        "来週",
        "今度",
        "まもなく",
        "いよいよ",
    ]
    .iter()
    .any(|word| {
        near.trim_end_matches(['、', '(', ' ', 'は', 'の'])
            .ends_with(word)
    });
    if deadline && one || until && asked || today || opens {
        return Some(sure);
    }
    if until && has(rest, GOING_ON) {
        return Some(Strength::Weak);
    }
    // An event: nothing in the post may be still to come, nor over.
    if ahead || has(text, &["ました", "でした"]) || !one || !is_attached(text, end, next, rest)
    {
        return None;
    }
    if has(rest, FUTURE) {
        Some(sure)
    } else {
        (is_schedule(line.0) && has(text, FUTURE)).then_some(Strength::Weak)
    }
}

/// Whether a date is an event's own: 11月18日の大規模火災 is a fire's name.
fn is_attached(text: &str, end: &Mention, next: &str, rest: &str) -> bool {
    const DISASTERS: &[&str] = &[
        "災害", "火災", "地震", "豪雨", "台風", "大雨", "事故", "被災",
    ];
    let follows = next.is_empty()
        || next.starts_with([
            'は', '、', ',', '(', '\n', '開', '実', '「', '!', '。', '~', '〜',
        ])
        || after(text, end.end, 2)
            .trim_start_matches(' ')
            .starts_with(['に', 'の', ' ', '\n'])
        || end.mark.is_some();
    follows && !has(rest, DISASTERS)
}

/// Whether what follows a date tells of something done before it announces.
fn is_told(sentence: &str) -> bool {
    let first = |words: &[&str]| words.iter().filter_map(|word| sentence.find(word)).min();
    match (first(DONE), first(FUTURE)) {
        (Some(done), Some(future)) => done < future,
        (Some(_), None) => true,
        _ => false,
    }
}

/// Whether a line's start labels a date as an event's.
fn is_schedule(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphabetic());
    [
        "日時",
        "とき",
        "開催日",
        "日程",
        "期日",
        "実施日",
        "いつ",
        "日にち",
        "開催日時",
    ]
    .contains(&bare)
        || line.trim_end().ends_with(['📅', '🗓'])
}

/// What follows a date without its times: 17:00まで gives まで.
fn trim_times(text: &str) -> &str {
    let mut scan = Scan::new(text, 0);
    scan.spaces();
    if clock::at(&mut scan).is_some() {
        let mut range = scan;
        if range.eat_one("〜~-–—ー―").is_some() {
            clock::at(&mut range);
            scan = range;
        }
    }
    scan.rest().trim_start_matches([' ', 'の', 'に', '、'])
}

fn hit(text: &Text, chain: &[Mention], date: Date, strength: Strength) -> Hit {
    let start = chain.first().map_or(0, |mention| mention.range.start);
    let end = chain.last().map_or(start, |mention| mention.end);
    Hit {
        concern: Concern::PastDate,
        span: Some(text.utf16(start..end)),
        strength,
        message: Message::new(
            format!(
                "{}年{}月{}日は、投稿の時点で過ぎています。日付を確かめてください。",
                date.year(),
                u8::from(date.month()),
                date.day()
            ),
            format!(
                "{} {} {} is over when this is posted. Check the date.",
                date.day(),
                date.month(),
                date.year()
            ),
        ),
        fixes: Vec::new(),
    }
}

//! Policy that is still being made, or not told to the public yet: 検討中の案,
//! 公表前, 内定, 水面下.
//!
//! Two kinds of words meet here: those that say outright that a thing is not
//! public or not decided (まだ公表していません), and those by which plans are spoken
//! of (検討しています), which need a matter that a municipality decides about.

use std::ops::Range;

use kakunin_words::Word;

use super::around::has;
use super::phrases::tagged;
use super::{Context, Detector, Hit, learned};
use crate::{Concern, Message, Strength, Text};

mod dealing;
mod inside;
mod matter;
mod phrase;
mod sense;

use self::matter::HARMLESS;

pub const DETECTOR: Detector = Detector {
    concern: Concern::UndecidedPolicy,
    finds: || {
        Message::new(
            "検討中、調整中、公表前、内定など、まだ決まっていない、または公表していない施策や人事の話。意見を募集するお知らせや、すでに公表・議決されたことは含みません。",
            "Measures and appointments that are not decided or not announced yet: under consideration, being negotiated, before announcement. Calls for opinions, and what has been announced or voted on, don't count.",
        )
    },
    why: || {
        Message::new(
            "決まっていない政策を公式アカウントから出すと、決定と受け取られ、関係者の信頼や手続きの公正を損ないます。",
            "What is still being decided, told from an official account, is taken for decided and harms a fair procedure.",
        )
    },
    examples: &[
        "まだ公表前ですが、新庁舎の移転先は駅前に決まりそうです。",
        "意思形成過程の情報ですが、保育園の統廃合案です。",
        "市はごみ袋の有料化の方針を固めた。",
        "来年度から給食費を無償化する方向で検討しています。",
        "次の副市長に内定しました。",
        "庁内で検討している図書館再編の案です。",
        "議会提出前の条例改正案",
        "企業誘致について大手メーカーと交渉中です。",
        "まだ議会に諮っていませんが、敬老祝金を廃止する予定です。",
        "市長のOKが出ました。発表は来月です",
        "観光課がなくなるらしいと総務から聞きました",
        "部長レクの結果、プールは閉鎖する線で進めます",
    ],
    near_misses: &[
        "第7次総合計画(素案)への意見を募集します。",
        "市民会館のあり方を検討中です。ご意見をお寄せください。",
        "市議会で可決され、料金の改定が決定しました。",
        "移住を検討中の方へ",
        "開催できるかは検討中です。決まり次第お知らせします。",
        "就職内定率は98%でした。",
        "転勤の内示が出た方へ",
        "基本方針を策定しました。",
        "検討委員会を開催します。傍聴できます。",
        "令和9年度予算案を公表しました。",
        "まだ間に合います！参加者募集中",
        "通行止めの解除時期は関係機関と調整中です。",
        "発表は来月！フォトコンテストの結果をお楽しみに",
        "雪が降るらしいので路面凍結にご注意を",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let lower = text.lower();
    let words = context.phrases();
    if words.iter().any(|word| TAGS.contains(&word.tag))
        && let Some((range, strength)) = by_rules(lower, words)
    {
        hits.push(hit(text, range, strength));
        return;
    }
    let learned = learned::find(context, Concern::UndecidedPolicy, LIKE, &[]);
    if learned.is_some() && !is_open(lower) && !has(lower, HARMLESS) && !has(lower, ELSEWHERE) {
        hits.extend(learned);
    }
}

/// The surest of what the rules find, then the first: one finding a post.
fn by_rules(lower: &str, words: &[Word]) -> Option<(Range<usize>, Strength)> {
    let open = is_open(lower);
    tagged(words, "undecided")
        .into_iter()
        .filter_map(|word| Some((word.range.clone(), phrase::judge(lower, word, open)?)))
        .chain(inside::find(lower, words, open))
        .min_by_key(|(range, strength)| (std::cmp::Reverse(*strength), range.start))
}

/// The tags of all phrases that may tell of it.
const TAGS: [&str; 4] = ["undecided", "step", "embargo", "hearsay"];

/// What is planned elsewhere, and what readers are to look forward to.
const ELSEWHERE: &[&str] = &["国では", "国が", "お楽しみに", "お待ちして"];

/// How much a sentence has to be like those that tell of such policy, in the
/// logarithm of the odds.
const LIKE: f32 = -1.1;

/// Whether the text itself asks for opinions, or tells what is decided.
fn is_open(text: &str) -> bool {
    const ASKED: &[&str] = &[
        "パブリックコメント",
        "パブリック・コメント",
        "パブコメ",
        "意見募集",
        "意見を募集",
        "意見を募り",
        "ご意見",
        "意見をお",
        "意見公募",
        "意見交換",
        "意見聴取",
        "意見を聞",
        "意見を聴",
        "説明会",
        "アンケート",
        "傍聴",
        "公聴会",
        "ワークショップ",
    ];
    const DECIDED: &[&str] = &[
        "可決",
        "議決され",
        "議決を経",
        "閣議決定",
        "決定しました",
        "決定いたしました",
        "決定され",
        "策定しました",
        "公表しました",
        "公表されました",
        "発表しました",
        "公開しました",
        "採択",
        "成立しました",
        "提出しました",
        "上程しました",
        "締結しました",
        "結びました",
        "予定どおり",
        "成立した",
    ];
    has(text, ASKED) || has(text, DECIDED)
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    let span = text.utf16(range);
    let written = text.original(span.clone());
    Hit {
        concern: Concern::UndecidedPolicy,
        span: Some(span),
        strength,
        message: Message::new(
            format!(
                "「{written}」は、まだ決まっていない政策や公表前の情報のように見えます。公表された内容か確かめてください。"
            ),
            format!(
                "\"{written}\" points to policy that is not decided or not public yet. Make sure that it has been published."
            ),
        ),
        fixes: Vec::new(),
    }
}

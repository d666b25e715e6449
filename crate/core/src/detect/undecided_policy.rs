//! Policy that is still being made: 検討中の案, 公表前, 内定, 水面下.

use std::ops::Range;

use super::around::{after, before, has, quoted, sentence_after, sentence_before, starts};
use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::lexicon::Word;
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::UndecidedPolicy,
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
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let lower = text.lower();
    let words = tagged(context.phrases(), "undecided");
    if words.is_empty() {
        return;
    }
    let open = is_open(lower);
    let found = words
        .iter()
        .filter_map(|word| Some((word.range.clone(), judge(lower, word, open)?)))
        // One finding a post: the surest, then the first.
        .min_by_key(|(range, strength)| (std::cmp::Reverse(*strength), range.start));
    if let Some((range, strength)) = found {
        hits.push(hit(text, range, strength));
    }
}

/// Whether the text itself asks for opinions, or tells what is decided.
fn is_open(text: &str) -> bool {
    const ASKED: &[&str] = &[
        "パブリックコメント", "パブリック・コメント", "パブコメ", "意見募集", "意見を募集", "意見を募り", "ご意見", "意見をお", "意見公募", "意見交換", "意見聴取", "意見を聞", "意見を聴",
        "説明会", "アンケート", "傍聴", "公聴会", "ワークショップ",
    ];
    const DECIDED: &[&str] = &[
        "可決", "議決され", "議決を経", "閣議決定", "決定しました", "決定いたしました", "決定され", "決まりました", "策定しました", "公表しました", "公表されました", "発表しました", "公開しました",
        "採択", "成立しました", "提出しました", "上程しました",
    ];
    has(text, ASKED) || has(text, DECIDED)
}

/// What a municipality decides about.
const TOPICS: &[&str] = &[
    "移転", "統廃合", "統合", "再編", "廃止", "閉鎖", "閉校", "休止", "休校", "有料化", "無償化", "無料化", "値上げ", "値下げ", "改定", "料金", "使用料", "手数料", "税率", "増税", "減税", "新税",
    "新設", "建設", "建て替え", "建替", "整備計画", "誘致", "民営化", "民間委託", "売却", "買収", "取得", "条例", "予算", "給付金", "補助金", "組織", "機構改革", "人事", "副市長", "副区長", "教育長", "候補地",
    "跡地", "合併", "引き上げ", "引き下げ", "指定管理", "工業団地", "新庁舎", "庁舎", "給食費", "保育料", "公共施設", "学校", "保育園", "小学校", "中学校", "病院", "ごみ袋", "バス路線", "水道", "下水道",
    "図書館", "公民館", "体育館", "プール", "まつり", "花火", "大会", "イベント", "政策", "施策", "計画", "構想", "方針", "再開発", "道路", "施設", "導入", "入札", "契約", "協定", "制度", "定員", "事業",
];

/// Signs of somebody else's plans, or of a mere "we shall let you know".
const HARMLESS: &[&str] = &[
    "次第お知らせ", "次第、お知らせ", "次第発表", "次第公表", "次第、市", "改めてお知らせ", "あらためてお知らせ", "追ってお知らせ", "後日お知らせ", "検討委員会", "検討会", "検討部会", "協議会", "検討中の方", "検討している方", "検討されている方", "検討中の皆", "検討している皆",
    "ご検討", "検討する審議会", "検討いただ", "検討ください", "検討してみ", "検討結果", "検討された結果",
];

/// Words that say outright that a thing is not public or not decided.
const SECRET: &[&str] = &[
    "公表前", "発表前", "未公表", "公にされていない", "内々", "水面下", "庁内で", "内部で", "内部検討", "庁内検討", "正式決定では", "正式な決定では", "まだ公表", "まだ発表", "外部", "部外",
    "案の段階", "素案の段階", "調整中の", "方針を固め", "議会前", "議会提出前",
];

fn judge(text: &str, word: &Word, open: bool) -> Option<Strength> {
    let before_ = sentence_before(text, word.range.start);
    let next = sentence_after(text, word.range.end);
    if has(next, HARMLESS) || has(before_, HARMLESS) || has(&text[word.range.clone()], HARMLESS) {
        return None;
    }
    // 検討中です。決まり次第お知らせします: the next sentence says it.
    if has(after(text, word.range.end, 50), &["次第お知らせ", "次第、お知らせ", "改めてお知らせ", "追ってお知らせ", "次第ご案内"]) && !has(word.word, SECRET) {
        return None;
    }
    let strong = if quoted(text, &word.range) {
        Strength::Weak
    } else {
        Strength::Strong
    };
    let topic = has(before_, TOPICS) || has(next, TOPICS);
    match word.word {
        "意思形成過程" | "意志形成過程" | "意思決定過程" | "意思決定前" => {
            let taught = has(next, &["条例", "ガイドライン", "とは", "公開制度", "透明", "参加", "発信しない"]);
            (!taught).then_some(strong)
        }
        "未公表" | "未発表" | "未公告" => {
            let works = starts(next, &["作品", "の作品", "の曲", "曲", "の俳句", "の短歌", "の写真", "のもの", "の小説", "の詩", "の川柳", "のオリジナル", "の自作"])
                || has(next, &["作品", "に限", "応募", "を公表", "を公開", "オリジナル"]);
            (!works && !open).then_some(strong)
        }
        "公表前" | "発表前" | "公告前" | "公示前" | "公開前" | "告示前" | "会見前" => {
            let voted = word.word == "告示前" || word.word == "公示前";
            let told = has(next, &["には", "から人気", "に届", "の作品", "確認", "に必ず", "チェック"]);
            if told {
                None
            } else {
                Some(if voted { Strength::Weak } else { strong })
            }
        }
        "発表されていない" | "発表していない" | "公表されていない" | "公表していない" | "公にされていない" => topic.then_some(strong),
        "議会提出前" | "議会上程前" | "議会提案前" | "議会前" | "議決前" | "上程前" | "査定前" | "市長査定" | "区長査定" | "町長査定" | "知事査定" | "決裁前"
        | "起案中" | "稟議中" | "庁内で検討" | "庁内で協議" | "庁内で調整" | "庁内検討" | "庁内調整" | "庁内協議" | "内部で検討" | "内部で協議" | "内部で調整"
        | "内部検討" | "内部協議" | "諮る前" | "審議前" | "審議会前" | "諮問前" => (!open).then_some(strong),
        "水面下" => (!has(next, &["の世界", "生き物", "観察", "写真", "魚", "の様子"]) && !has(before_, &["海", "ダイビング", "カヌー"])).then_some(strong),
        "内々" => starts(next, &["に", "で", "の話", "では"]).then_some(strong),
        "内密" => None,
        "方針を固め" | "方針が固ま" | "案を固め" => (!open).then_some(strong),
        "正式決定では" | "正式な決定では" | "正式決定前" | "正式発表前" | "正式な発表前" | "正式に決ま" | "正式な決定は" | "正式発表は" | "正式には決ま" | "未決定"
        | "決定前" | "決定ではありません" | "決定ではない" | "確定ではありません" | "まだ決ま" | "まだ確定" | "まだ公表" | "まだ発表" | "まだ公開" | "まだ案の"
        | "まだ検討" | "まだ素案" => {
            let done = starts(next, &["りました", "った", "り次第", "り、"]) && word.word.ends_with("決ま");
            if done || open || has(next, &["方へ", "方は", "?", "人も"]) {
                return None;
            }
            Some(if topic || has(text, SECRET) { strong } else { Strength::Weak })
        }
        "決まりそう" | "決定しそう" | "なりそうです" | "なる見込み" | "見込みとなり" => {
            let weather = has(before_, &["天気", "天候", "晴", "雨", "雪", "気温", "見頃", "満開", "暑", "寒", "混雑", "紅葉", "開花", "楽し", "素敵", "売り切れ"]);
            let secret = has(text, SECRET) || has(text, &["まだ正式", "正式決定", "まだ決"]);
            (topic && !weather && !open && (secret || word.word.starts_with('決'))).then_some(strong)
        }
        "素案の段階" | "案の段階" | "検討段階" | "構想段階" | "調整段階" | "協議段階" | "たたき台" | "叩き台" => {
            if open {
                None
            } else {
                Some(if topic { strong } else { Strength::Weak })
            }
        }
        "検討する方向" | "方向で" => {
            let planned = has(next, &["検討", "調整", "協議", "話を進め", "進めて", "固ま"]);
            (topic && planned && !open).then_some(strong)
        }
        "検討案" | "案が出て" | "案が浮上" | "案が有力" | "有力視" => (topic && !open).then_some(strong),
        "絞り込" | "絞られ" => {
            let sites = has(before_, &["候補", "移転先", "建設地", "対象校", "業者"]);
            (sites && !open && !has(before_, &["応募", "作品", "検索", "投票"])).then_some(strong)
        }
        "検討中" | "検討して" | "検討を進め" | "検討に入" | "検討を始め" | "検討が進" | "検討され" => weighed(text, word, topic, open),
        "協議中" | "協議して" | "協議を進め" | "交渉中" | "交渉して" | "交渉を進め" | "調整中" | "調整して" | "調整に入" | "調整を進め" | "打診" => {
            dealt(text, word, topic, open)
        }
        "内定" => appointed(before_, next),
        "内示" => told_first(before_, next, text),
        "予定価格" | "最低制限価格" => {
            let secret = has(text, &["公告前", "入札前", "開札前", "公表前", "非公表"]);
            (secret || next.starts_with('は') && has(next, &["円"]) && !open && has(text, &["入札"]) && !has(text, &["結果", "落札"])).then_some(if secret { strong } else { Strength::Weak })
        }
        "非公式" => (topic && has(next, &["に", "の話", "情報", "ですが"]) && !open && !has(next, &["アカウント", "会合", "キャラ", "グッズ"])).then_some(Strength::Weak),
        "リークし" => Some(Strength::Weak),
        _ => None,
    }
}

/// 検討: residents consider things too, and authorities in public.
fn weighed(text: &str, word: &Word, topic: bool, open: bool) -> Option<Strength> {
    let behind = sentence_before(text, word.range.start);
    let next = sentence_after(text, word.range.end);
    const OTHERS: &[&str] = &[
        "方", "人", "皆", "みな", "事業者", "企業", "学生", "ご家庭", "移住", "購入", "リフォーム", "就職", "転職", "進学", "結婚", "起業", "創業", "受診", "申請", "利用を", "応募を", "参加を",
        "入園", "入所", "接種", "設置を", "導入を検討されて", "お考え", "国では", "国が", "審議", "委員", "開催可否", "開催の可否", "対応について", "再発防止",
    ];
    if open || starts(next, &["の方", "の皆", "の人", "の事業者", "の企業", "の学生", "のみな", "の際", "いる方", "いる人", "いる皆", "いる事業者", "いる企業", "ている方", "みませんか", "みては", "ください"]) {
        return None;
    }
    if !topic || OTHERS.iter().any(|other| before(behind, behind.len(), 14).contains(other) && !matches!(*other, "人" | "方")) {
        return None;
    }
    let planned = has(next, &["案", "方向", "方針"]) || has(behind, &["案を", "方針を", "する案", "移転先", "候補地", "方向で"]);
    let own = has(behind, &["来年度", "来春", "市では", "本市では", "区では", "町では", "市として", "新年度"]) || has(text, SECRET);
    if has(behind, SECRET) || planned {
        Some(Strength::Strong)
    } else if own {
        Some(Strength::Weak)
    } else {
        // 統廃合を検討しています
        has(behind, &["移転", "統廃合", "廃止", "有料化", "無償化", "値上げ", "閉鎖", "売却", "民営化", "誘致", "再編"]).then_some(Strength::Weak)
    }
}

/// 協議中, 交渉中: with whom, about what.
fn dealt(text: &str, word: &Word, topic: bool, open: bool) -> Option<Strength> {
    const PARTNERS: &[&str] = &[
        "社と", "企業と", "メーカーと", "事業者と", "業者と", "地権者と", "所有者と", "法人と", "大学と", "球団と", "ホテルと", "銀行と", "県と", "国と", "隣接市と", "団体と", "関係部局と", "関係課と", "財政課と", "組合と", "相手方と",
    ];
    const DEALS: &[&str] = &["誘致", "買収", "用地", "条件", "指定管理", "契約", "売却", "進出", "移転", "協定", "組織改", "改正案", "価格", "補償", "人事", "後継", "出店"];
    if open || has(text, &["日程を調整", "日程調整", "日程は調整", "調整中です。", "生活", "裁判", "体温", "機器の調整", "信号", "修理"]) {
        return None;
    }
    let behind = sentence_before(text, word.range.start);
    let next = sentence_after(text, word.range.end);
    let partner = has(behind, PARTNERS);
    let deal = has(behind, DEALS) || has(next, DEALS);
    if partner && deal || has(behind, SECRET) || has(next, &["の案", "の組織改", "の改正案"]) {
        return Some(Strength::Strong);
    }
    ((partner || deal) && topic).then_some(Strength::Weak)
}

/// 内定 of an office, not of a job or a team.
fn appointed(behind: &str, next: &str) -> Option<Strength> {
    const OTHERS: &[&str] = &["率", "者", "式", "状況", "取消", "取り消", "通知", "辞退", "を得", "をもら", "を目指", "が出た", "企業", "先", "後", "が欲し"];
    const SPORTS: &[&str] = &["就職", "採用", "代表", "選手", "出場", "開催地", "五輪", "オリンピック", "パラリンピック", "国体", "大会", "入社", "チーム", "高校", "大学", "新卒", "ドラフト"];
    const OFFICES: &[&str] = &[
        "市長", "区長", "町長", "村長", "知事", "教育長", "部長", "次長", "課長", "局長", "所長", "館長", "校長", "監査委員", "理事", "社長", "支配人", "管理者", "委員長", "大使", "ゲスト", "業者", "移転先", "出店", "進出", "候補地", "受託",
        "後任", "人事",
    ];
    if starts(next, OTHERS) || has(behind, SPORTS) || has(next, SPORTS) {
        return None;
    }
    if has(behind, OFFICES) || has(next, OFFICES) {
        return Some(Strength::Strong);
    }
    starts(next, &["しました", "した", "しています", "!", "。", "です", "の段階"]).then_some(Strength::Weak)
}

/// 内示 of an appointment or a budget, not to the reader.
fn told_first(behind: &str, next: &str, text: &str) -> Option<Strength> {
    if starts(next, &["が出た", "が出たら", "があった", "を受けた", "が出る", "を受け", "後の", "が出て", "の時期"]) && !has(behind, &["人事異動", "部長", "予算"])
        || has(text, &["引っ越", "引越", "転勤", "転入", "転出"])
    {
        return None;
    }
    let own = has(behind, &["人事", "異動", "部長", "課長", "予算", "補助", "交付", "級の"]) || starts(next, &["額", "され", "しました", "が出ました", "がありました", "の段階", "です", "内容", "表"]);
    own.then_some(Strength::Strong)
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    let span = text.utf16(range);
    let written = text.original(span.clone());
    Hit {
        concern: Concern::UndecidedPolicy,
        span: Some(span),
        strength,
        message: Message::new(
            format!("「{written}」は、まだ決まっていない政策や公表前の情報のように見えます。公表された内容か確かめてください。"),
            format!("\"{written}\" points to policy that is not decided or not public yet. Make sure that it has been published."),
        ),
        fixes: Vec::new(),
    }
}

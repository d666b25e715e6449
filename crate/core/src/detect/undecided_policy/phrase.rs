//! The phrases of the list, and when each tells of such policy.

use kakunin_words::Word;

use super::matter::{CHANGES, HARMLESS, SECRET, TOPICS};
use crate::Strength;
use crate::detect::around::{
    after, ends, has, line_after, quoted, sentence_after, sentence_before, starts,
};

/// A word and the sentence that it stands in.
pub struct Place<'a> {
    pub text: &'a str,
    pub word: &'a Word,
    pub behind: &'a str,
    pub next: &'a str,
    pub open: bool,
}

pub fn judge(text: &str, word: &Word, open: bool) -> Option<Strength> {
    let place = Place {
        text,
        word,
        behind: sentence_before(text, word.range.start),
        next: sentence_after(text, word.range.end),
        open,
    };
    if has(place.next, HARMLESS) || has(place.behind, HARMLESS) {
        return None;
    }
    let strength = place.judge()?;
    // 検討中です。決まり次第お知らせします: the next sentence says it.
    if has(after(text, word.range.end, 50), HARMLESS) && !has(text, SECRET) {
        return None;
    }
    Some(if quoted(text, &word.range) {
        Strength::Weak
    } else {
        strength
    })
}

impl Place<'_> {
    fn judge(&self) -> Option<Strength> {
        let Self {
            behind, next, open, ..
        } = *self;
        let strong = Some(Strength::Strong);
        match self.word.word {
            "意思形成過程" | "意志形成過程" | "意思決定過程" | "意思決定前" =>
            {
                let taught = has(
                    next,
                    &[
                        "条例",
                        "ガイドライン",
                        "とは",
                        "公開制度",
                        "透明",
                        "参加",
                        "発信しない",
                    ],
                );
                if taught { None } else { strong }
            }
            "まだ" => self.still(),
            "正式に"
            | "正式には"
            | "正式発表"
            | "正式な発表"
            | "正式な決定は"
            | "正式な決定では"
            | "正式決定では"
            | "正式決定前" => self.formally(),
            "公表前" | "発表前" | "公告前" | "公示前" | "公開前" | "告示前" | "会見前"
            | "庁議前" | "公募前" | "答申前" | "入札前" | "選定前" | "採決前" | "表決前"
            | "契約前" | "締結前" | "調印前" | "開催前" | "解禁日前" => {
                self.ahead_of()
            }
            "未公表"
            | "未発表"
            | "未公告"
            | "公にでき"
            | "公にして"
            | "公には"
            | "表に出て"
            | "表に出せ"
            | "表には出"
            | "世に出て"
            | "発表されていない"
            | "発表していない"
            | "公表されていない"
            | "公表していない"
            | "明らかにされて"
            | "明らかにして"
            | "明らかになって" => self.untold(),
            "議会提出前" | "議会上程前" | "議会提案前" | "議会前" | "議決前" | "上程前"
            | "査定前" | "市長査定" | "区長査定" | "町長査定" | "知事査定" | "決裁前"
            | "起案中" | "稟議中" | "諮る前" | "審議前" | "審議会前" | "諮問前" | "庁内で検討"
            | "庁内で協議" | "庁内で調整" | "内部で検討" | "内部で協議" | "内部で調整"
            | "内部検討" | "内部協議" | "極秘裏" | "秘密裏" | "内諾" | "合意間近" =>
            {
                // 議会前の広場
                let place = has(next, &["広場", "駅", "公園", "通り", "バス停", "交差点"]);
                if open || place { None } else { strong }
            }
            "庁内で" | "庁内の" | "庁内では" | "庁内から" | "部内で" | "役所内で" | "局内で"
            | "課内で" | "内部の" | "内部では" | "庁議" => {
                let planned = has(
                    next,
                    &[
                        "検討",
                        "協議",
                        "調整",
                        "案が",
                        "案を",
                        "話が",
                        "進め",
                        "固ま",
                        "議論",
                        "反対",
                        "賛成",
                        "諮",
                        "審議",
                        "結論",
                        "差し戻",
                        "もめ",
                        "揉め",
                        "割れ",
                        "了承",
                        "決ま",
                    ],
                ) || has(behind, &["案が", "案を", "案は"]);
                if planned && self.matters() && !open {
                    strong
                } else {
                    None
                }
            }
            "水面下" => {
                let sea = has(next, &["の世界", "生き物", "観察", "写真", "魚", "の様子"])
                    || has(behind, &["海", "ダイビング", "カヌー"]);
                if sea { None } else { strong }
            }
            "内々" => {
                if starts(next, &["に", "で", "の話", "では"]) {
                    strong
                } else {
                    None
                }
            }
            "予算要求" | "要求額" | "要求中" => {
                let early = starts(next, &["段階"])
                    || has(
                        self.text,
                        &["査定", "未公表", "公表前", "要求中", "査定前", "内示"],
                    );
                if early && !open { strong } else { None }
            }
            "方針を固め" | "方針が固ま" | "案を固め" | "固まりました" | "固まった" | "固まって"
            | "人事が固" | "起用する人事" | "意向を固" | "最終調整" | "詰めの協議" => {
                if open
                    || !self.matters()
                    || has(behind, &["チーム", "寒", "地盤", "セメント", "絆", "雪"])
                {
                    None
                } else {
                    strong
                }
            }
            "する方針" | "見送る方針" | "方針です" => {
                let leaked = has(
                    self.line(),
                    &[
                        "固め",
                        "関係者",
                        "検討",
                        "正式",
                        "まだ",
                        "内部",
                        "非公式",
                        "これから",
                    ],
                );
                if leaked && self.changes() && !open {
                    strong
                } else {
                    None
                }
            }
            "素案の段階" | "案の段階" | "検討段階" | "構想段階" | "調整段階" | "協議段階"
            | "たたき台" | "叩き台" => {
                if open {
                    None
                } else if self.matters() {
                    strong
                } else {
                    Some(Strength::Weak)
                }
            }
            "方向" | "検討する方向" => {
                // 廃止する方向で調整, not 東京方向.
                let noun = behind
                    .strip_suffix('の')
                    .is_some_and(|noun| ends(noun, CHANGES));
                let verb = noun
                    || behind.ends_with(['る', 'う', 'す', 'く', 'つ', 'む'])
                    || self.word.word != "方向";
                let planned = next.is_empty()
                    || starts(
                        next,
                        &[
                            "で検討",
                            "で考え",
                            "で県と",
                            "で国と",
                            "で準備",
                            "でまとま",
                            "に傾",
                            "で内部",
                            "で庁内",
                            "で調整",
                            "で協議",
                            "で話",
                            "で進め",
                            "で固",
                            "で最終",
                            "です",
                            "だ",
                            ")",
                            "、",
                        ],
                    );
                if verb && planned && self.matters() && !open {
                    strong
                } else {
                    None
                }
            }
            "検討案" | "案が出て" | "案が浮上" => {
                if self.matters() && !open {
                    strong
                } else {
                    None
                }
            }
            "案です" | "予定です" | "見通し" | "なる見込み" | "見込みとなり" | "決まりそう"
            | "決定しそう" | "なりそうです" | "決まりつつ" | "固まりつつ" => {
                self.foreseen()
            }
            "有力" | "絞り込" | "絞られ" => self.favoured(),
            "庁内会議" | "庁内の会議" | "部長会議" | "経営会議" | "政策会議" | "内部会議"
            | "幹部会議" => {
                let told = has(
                    next,
                    &[
                        "示され",
                        "了承",
                        "決め",
                        "固ま",
                        "議論",
                        "報告され",
                        "出され",
                        "出た",
                        "話",
                    ],
                );
                if told && !open { strong } else { None }
            }
            "内で議論" | "内で検討" | "内で協議" | "内で調整" => {
                if self.matters() && !open {
                    strong
                } else {
                    None
                }
            }
            "ほぼ決まり" | "ほぼ確定" | "ほぼ決定" | "事実上決" | "事実上内定" | "要求段階"
            | "辞職する意向" => {
                let game = has(behind, &["優勝", "順位", "試合", "選手", "進出決定"]);
                if open || game { None } else { strong }
            }
            "近く公表" | "近く発表" | "近く議会" | "近く正式" | "早ければ" => {
                (self.matters() && !open && self.changes()
                    || self.matters() && !open && has(next, &["予定", "提案", "年度"]))
                .then_some(Strength::Weak)
            }
            "話が進ん" | "話が進行" | "話がまとま" | "線が濃厚" | "線で進" | "公算" | "腹案"
            | "決裁待ち" | "議決待ち" | "決まりかけ" | "既定路線" | "軸に調整" | "結論に傾"
            | "断念する見" => {
                let matter = self.matters() || has(self.text, TOPICS);
                (matter && !open).then_some(Strength::Strong)
            }
            "内々定" => (!has(self.text, &["就活", "就職", "学生", "採用", "新卒"])
                && self.matters())
            .then_some(Strength::Strong),
            "検討" => {
                let ends =
                    next.is_empty() || starts(next, &["へ", "か。", "に着手", "も視野", "、"]);
                (ends && self.changes() && !open && !has(behind, &["国", "県が", "審議", "委員"]))
                    .then_some(Strength::Weak)
            }
            "検討中" | "検討して" | "検討を進め" | "検討に入" | "検討を始め" | "検討が進"
            | "検討され" | "検討を続" => self.weighed(),
            "協議中" | "協議して" | "協議を進め" | "協議を続" | "交渉中" | "交渉して"
            | "交渉を進め" | "交渉を続" | "調整中" | "調整して" | "調整に入" | "調整を進め"
            | "調整を続" | "打診" => self.dealt(),
            "内定" => self.appointed(),
            "内示" => self.told_first(),
            "人事案" => {
                if has(next, &["提出", "同意", "可決"]) || open {
                    None
                } else {
                    Some(Strength::Weak)
                }
            }
            "予定価格" | "最低制限価格" => self.priced(),
            "未決定" | "決定前" | "決定ではありません" | "決定ではない" | "確定ではありません" => {
                if open || !self.matters() {
                    None
                } else {
                    strong
                }
            }
            "非公式" => {
                let fan = has(
                    next,
                    &[
                        "アカウント",
                        "会合",
                        "キャラ",
                        "グッズ",
                        "サイト",
                        "首脳",
                        "協議",
                    ],
                );
                if fan || open || !has(next, &["です", "に", "の話", "情報"]) {
                    None
                } else if self.matters() {
                    strong
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    pub fn line(&self) -> &str {
        line_after(self.text, self.word.range.start)
    }

    /// Whether the sentence is about what a municipality decides.
    pub fn matters(&self) -> bool {
        self.changes()
            || has(self.behind, TOPICS)
            || has(self.next, TOPICS)
            || has(line_after(self.text, self.word.range.end), TOPICS)
    }

    /// Whether the sentence is about a change that is decided on.
    pub fn changes(&self) -> bool {
        has(self.behind, CHANGES) || has(line_after(self.text, self.word.range.end), CHANGES)
    }
}

//! Policy that is still being made, or not told to the public yet: 検討中の案,
//! 公表前, 内定, 水面下.
//!
//! Two kinds of words meet here: those that say outright that a thing is not
//! public or not decided (まだ公表していません), and those by which plans are spoken
//! of (検討しています), which need a matter that a municipality decides about.

use std::ops::Range;

use kakunin_words::Word;

use super::around::{
    after, before, ends, has, line_after, quoted, sentence_after, sentence_before, starts,
};
use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

mod inside;

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
    if !words.iter().any(|word| TAGS.contains(&word.tag)) {
        return;
    }
    let open = is_open(lower);
    let found = tagged(words, "undecided")
        .into_iter()
        .filter_map(|word| Some((word.range.clone(), judge(lower, word, open)?)))
        .chain(inside::find(lower, words, open))
        // One finding a post: the surest, then the first.
        .min_by_key(|(range, strength)| (std::cmp::Reverse(*strength), range.start));
    if let Some((range, strength)) = found {
        hits.push(hit(text, range, strength));
    }
}

/// The tags of all phrases that may tell of it.
const TAGS: [&str; 4] = ["undecided", "step", "embargo", "hearsay"];

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
    ];
    has(text, ASKED) || has(text, DECIDED)
}

/// What changes where a municipality decides.
const CHANGES: &[&str] = &[
    "移転",
    "統廃合",
    "統合",
    "再編",
    "廃止",
    "閉鎖",
    "閉校",
    "閉園",
    "休止",
    "休校",
    "有料化",
    "無償化",
    "無料化",
    "値上げ",
    "値下げ",
    "引き上げ",
    "引き下げ",
    "引上げ",
    "引下げ",
    "増税",
    "減税",
    "新税",
    "新設",
    "民営化",
    "民間委託",
    "売却",
    "買収",
    "誘致",
    "進出",
    "出店",
    "撤退",
    "減便",
    "縮小",
    "削減",
    "見送",
    "合併",
    "起用",
    "改正",
    "改定",
    "改編",
    "機構改革",
    "建て替え",
    "建替",
    "再開発",
    "適正配置",
    "増額",
    "減額",
    "外部委託",
];

/// What a municipality decides about.
const TOPICS: &[&str] = &[
    "料金",
    "使用料",
    "手数料",
    "税率",
    "建設",
    "整備計画",
    "条例",
    "予算",
    "給付金",
    "補助金",
    "祝金",
    "組織",
    "人事",
    "副市長",
    "副区長",
    "副町長",
    "教育長",
    "候補",
    "跡地",
    "指定管理",
    "工業団地",
    "庁舎",
    "給食費",
    "保育料",
    "公共施設",
    "学校",
    "保育園",
    "小学校",
    "中学校",
    "病院",
    "ごみ袋",
    "処理場",
    "バス",
    "水道",
    "図書館",
    "公民館",
    "体育館",
    "プール",
    "花火大会",
    "政策",
    "施策",
    "総合計画",
    "構想",
    "道路",
    "施設",
    "入札",
    "契約",
    "協定",
    "制度",
    "新駅",
    "工場",
    "メーカー",
    "ホテル",
    "大使",
    "ゲスト",
    "業者",
    "用地",
    "手当",
    "給与",
    "定員",
    "改正案",
    "値上",
    "選定",
    "市民会館",
    "リスト",
    "査定",
    "支所",
    "市長が",
    "遊具",
    "総合計画",
    "骨子",
];

/// Signs of somebody else's plans, or of a mere "we shall let you know".
const HARMLESS: &[&str] = &[
    "次第お知らせ",
    "次第、お知らせ",
    "次第発表",
    "次第公表",
    "次第、市",
    "次第ご案内",
    "改めてお知らせ",
    "あらためてお知らせ",
    "追ってお知らせ",
    "後日お知らせ",
    "ましたらお知らせ",
    "検討委員会",
    "検討会",
    "検討部会",
    "協議会",
    "ご検討",
    "検討いただ",
    "検討ください",
    "検討してみ",
    "検討結果",
    "検討する審議会",
];

/// Words that say that a thing is not public.
const SECRET: &[&str] = &[
    "公表前",
    "発表前",
    "未公表",
    "公にされていない",
    "公にでき",
    "内々",
    "水面下",
    "庁内で",
    "内部で",
    "内部検討",
    "庁内検討",
    "正式決定では",
    "正式な決定では",
    "まだ公表",
    "まだ発表",
    "部外",
    "案の段階",
    "素案の段階",
    "調整中の",
    "方針を固め",
    "議会前",
    "議会提出前",
    "近く公表",
    "庁議前",
    "公募前",
    "公告前",
    "まだ正式",
    "まだ議会",
    "まだ決",
    "非公式",
    "内部の",
];

/// A word and the sentence that it stands in.
struct Place<'a> {
    text: &'a str,
    word: &'a Word,
    behind: &'a str,
    next: &'a str,
    open: bool,
}

fn judge(text: &str, word: &Word, open: bool) -> Option<Strength> {
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
            | "内部検討" | "内部協議" | "極秘裏" | "秘密裏" | "内諾" | "合意間近" => {
                if open {
                    None
                } else {
                    strong
                }
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

    fn line(&self) -> &str {
        line_after(self.text, self.word.range.start)
    }

    /// Whether the sentence is about what a municipality decides.
    fn matters(&self) -> bool {
        self.changes()
            || has(self.behind, TOPICS)
            || has(self.next, TOPICS)
            || has(line_after(self.text, self.word.range.end), TOPICS)
    }

    /// Whether the sentence is about a change that is decided on.
    fn changes(&self) -> bool {
        has(self.behind, CHANGES) || has(line_after(self.text, self.word.range.end), CHANGES)
    }

    /// まだ議会に諮っていませんが, not まだ間に合います.
    fn still(&self) -> Option<Strength> {
        let near = after(self.next, 0, 20);
        let act = has(
            near,
            &[
                "公表",
                "発表",
                "公に",
                "公開",
                "決ま",
                "決定",
                "諮",
                "議会",
                "正式",
                "明ら",
                "言え",
                "話せ",
                "説明して",
                "知らせて",
                "伝えて",
                "報告して",
                "確定",
                "案の",
                "案です",
                "素案",
                "検討",
                "内部",
                "オープンに",
                "内緒",
                "内々",
                "外に",
            ],
        );
        let not = has(
            near,
            &["ません", "ない", "前", "段階", "中", "案", "ず", "内"],
        );
        if !act
            || !not
            || self.open
            || has(
                self.next,
                &[
                    "方へ",
                    "方は",
                    "方も",
                    "人も",
                    "?",
                    "参加",
                    "お悩み",
                    "迷って",
                    "でない方",
                    "間に合",
                ],
            )
        {
            return None;
        }
        Some(if self.matters() {
            Strength::Strong
        } else {
            Strength::Weak
        })
    }

    /// 正式には来月発表しますが.
    fn formally(&self) -> Option<Strength> {
        let near = after(self.next, 0, 24);
        let later = has(
            near,
            &[
                "来月",
                "後日",
                "これから",
                "まだ",
                "ません",
                "ない",
                "前",
                "今後",
                "予定",
                "会見",
                "来週",
                "次の議会",
                "議会で",
            ],
        );
        let told = has(
            near,
            &[
                "オープン",
                "スタート",
                "開館",
                "就任しました",
                "運行",
                "サービス",
            ],
        ) || starts(self.next, &["決定しました", "決まりました"]);
        if !later || told || self.open {
            return None;
        }
        Some(
            if self.matters() || has(self.next, &["ですが", "ますが", "せんが"]) {
                Strength::Strong
            } else {
                Strength::Weak
            },
        )
    }

    /// 公表前, 庁議前.
    fn ahead_of(&self) -> Option<Strength> {
        let told = has(
            self.next,
            &[
                "には",
                "から人気",
                "に届",
                "の作品",
                "確認",
                "に必ず",
                "チェック",
                "ご相談",
                "に相談",
                "行列",
                "準備",
                "にはぜひ",
            ],
        );
        if told {
            return None;
        }
        match self.word.word {
            "公表前" | "発表前" | "公告前" | "会見前" | "庁議前" | "公募前" => {
                Some(Strength::Strong)
            }
            "答申前" | "入札前" | "選定前" | "契約前" | "締結前" | "調印前" | "採決前"
            | "表決前" => (self.matters() && !self.open).then_some(Strength::Strong),
            "開催前" => {
                has(self.behind, &["委員会", "審議会", "議会"]).then_some(Strength::Weak)
            }
            "公開前" => {
                let headed = self.behind.ends_with('【') && self.next.starts_with('】');
                (headed || has(self.next, &["の情報", "の資料", "です", "につき"]))
                    .then_some(Strength::Strong)
            }
            _ => Some(Strength::Weak),
        }
    }

    /// 未公表の工業団地, not 未発表の作品.
    fn untold(&self) -> Option<Strength> {
        let works = has(
            before(self.next, self.next.len(), 40),
            &[
                "作品",
                "曲",
                "俳句",
                "短歌",
                "川柳",
                "小説",
                "詩",
                "オリジナル",
                "自作",
                "に限",
                "応募",
            ],
        ) || has(self.behind, &["作品", "応募", "原因", "なぜ", "謎"]);
        let negated = self.word.word.starts_with('未')
            || self.word.word.ends_with("いない")
            || has(
                after(self.next, 0, 8),
                &["いない", "ない", "ません", "きません"],
            );
        if works || !negated || self.open || has(self.next, &["を公表", "を公開"]) {
            return None;
        }
        let plain = matches!(
            self.word.word,
            "未公表" | "未発表" | "未公告" | "公にでき" | "表に出せ"
        );
        (plain || self.matters()).then_some(Strength::Strong)
    }

    /// 決まりそうです, 減便する案です: a plan, where something says that it is not
    /// public or not decided.
    fn foreseen(&self) -> Option<Strength> {
        const NATURE: &[&str] = &[
            "天気",
            "天候",
            "晴",
            "雨",
            "雪",
            "気温",
            "見頃",
            "満開",
            "暑",
            "寒",
            "混雑",
            "紅葉",
            "開花",
            "楽し",
            "素敵",
            "売り切れ",
            "渋滞",
            "募集",
            "再開",
            "復旧",
            "完成",
        ];
        if self.open || has(self.behind, NATURE) || has(self.next, NATURE) || !self.matters() {
            return None;
        }
        let secret = has(self.text, SECRET);
        let likely = matches!(
            self.word.word,
            "決まりそう" | "決定しそう" | "決まりつつ" | "固まりつつ"
        );
        let change =
            self.changes() && matches!(self.word.word, "なりそうです" | "なる見込み" | "案です");
        if secret || likely {
            Some(Strength::Strong)
        } else {
            change.then_some(Strength::Weak)
        }
    }

    /// 候補地は駅前が最有力です.
    fn favoured(&self) -> Option<Strength> {
        let sites = has(
            self.behind,
            &[
                "候補",
                "移転先",
                "建設地",
                "対象校",
                "業者",
                "事業者",
                "後任",
            ],
        ) || has(self.next, &["候補", "視され"]);
        let contest = has(
            self.behind,
            &[
                "応募",
                "作品",
                "検索",
                "投票",
                "優勝",
                "選手",
                "チーム",
                "新人",
            ],
        ) || has(self.next, &["選手", "チーム", "企業が集", "校が"]);
        (sites && !contest && !self.open && self.matters()).then_some(Strength::Strong)
    }

    /// 検討: residents consider things too, and authorities in public.
    fn weighed(&self) -> Option<Strength> {
        const OTHERS: &[&str] = &[
            "皆",
            "みな",
            "事業者",
            "企業",
            "学生",
            "家庭",
            "移住",
            "購入",
            "リフォーム",
            "就職",
            "転職",
            "進学",
            "結婚",
            "起業",
            "創業",
            "受診",
            "申請",
            "利用を",
            "応募を",
            "参加を",
            "入園",
            "入所",
            "接種",
            "設置を",
            "お考え",
            "国では",
            "国が",
            "審議",
            "委員",
            "可否",
            "対応",
            "再発防止",
            "空き家",
            "自宅",
            "相続",
        ];
        let person = starts(
            self.next,
            &[
                "の方",
                "の皆",
                "の人",
                "の事業者",
                "の企業",
                "の学生",
                "のみな",
                "の際",
                "の保護者",
                "いる",
                "ている",
                "みませんか",
                "みては",
                "ください",
                "方",
            ],
        ) && has(
            after(self.next, 0, 12),
            &[
                "方",
                "人",
                "皆",
                "みな",
                "事業者",
                "企業",
                "学生",
                "際",
                "あなた",
                "保護者",
                "ご家族",
                "ませんか",
                "ては",
                "ください",
                "団体",
            ],
        );
        let own = has(before(self.behind, self.behind.len(), 14), OTHERS);
        if self.open || person || own || !self.matters() {
            return None;
        }
        let planned = has(after(self.next, 0, 12), &["案", "方向", "方針"])
            || has(
                self.behind,
                &["案を", "方針を", "する案", "移転先", "候補地", "方向で"],
            );
        if has(self.behind, SECRET) || planned {
            return Some(Strength::Strong);
        }
        let city = has(
            self.behind,
            &[
                "来年度",
                "来春",
                "市では",
                "本市では",
                "区では",
                "町では",
                "市として",
                "新年度",
            ],
        ) || has(self.text, SECRET);
        (city || has(self.behind, CHANGES)).then_some(Strength::Weak)
    }

    /// 協議中, 交渉中: with whom, about what.
    fn dealt(&self) -> Option<Strength> {
        const PARTNERS: &[&str] = &[
            "社と",
            "企業と",
            "メーカーと",
            "事業者と",
            "業者と",
            "地権者と",
            "所有者と",
            "法人と",
            "大学と",
            "球団と",
            "ホテルと",
            "銀行と",
            "労組と",
            "組合と",
            "地元と",
            "県と",
            "国と",
            "市と",
            "町と",
            "団体と",
            "関係部局と",
            "関係課と",
            "財政課と",
            "相手方と",
        ];
        const DEALS: &[&str] = &[
            "誘致",
            "買収",
            "用地",
            "条件",
            "指定管理",
            "契約",
            "売却",
            "進出",
            "移転",
            "協定",
            "組織改",
            "改正案",
            "価格",
            "補償",
            "人事",
            "後継",
            "出店",
            "統合",
            "合併",
        ];
        const DAILY: &[&str] = &[
            "日程を調整",
            "日程調整",
            "日程は調整",
            "生活",
            "裁判",
            "体温",
            "機器",
            "信号",
            "修理",
            "解除",
            "再開",
            "復旧",
            "通行",
        ];
        if self.open || has(self.behind, DAILY) {
            return None;
        }
        let partner = has(self.behind, PARTNERS);
        let deal = has(self.behind, DEALS) || has(self.next, DEALS);
        let plan = has(after(self.next, 0, 10), &["の案", "の組織改", "の改正案"]);
        if partner && deal || has(self.behind, SECRET) || plan {
            return Some(Strength::Strong);
        }
        ((partner || deal) && self.matters()).then_some(Strength::Weak)
    }

    /// 内定 of an office, not of a job or a team.
    fn appointed(&self) -> Option<Strength> {
        const OTHERS: &[&str] = &[
            "率",
            "者",
            "式",
            "状況",
            "取消",
            "取り消",
            "通知",
            "辞退",
            "を得",
            "をもら",
            "を目指",
            "が出た",
            "企業",
            "先",
            "後",
            "が欲し",
            "おめでと",
        ];
        const SPORTS: &[&str] = &[
            "就職",
            "採用",
            "代表",
            "選手",
            "出場",
            "開催地",
            "五輪",
            "オリンピック",
            "パラリンピック",
            "国体",
            "大会",
            "入社",
            "チーム",
            "高校",
            "大学",
            "新卒",
            "ドラフト",
        ];
        const OFFICES: &[&str] = &[
            "市長",
            "区長",
            "町長",
            "村長",
            "知事",
            "教育長",
            "部長",
            "次長",
            "課長",
            "局長",
            "所長",
            "館長",
            "校長",
            "監査委員",
            "理事",
            "社長",
            "支配人",
            "管理者",
            "委員長",
            "大使",
            "ゲスト",
            "業者",
            "移転先",
            "出店",
            "進出",
            "候補地",
            "受託",
            "後任",
            "人事",
            "俳優",
            "歌手",
        ];
        if starts(self.next, OTHERS) || has(self.behind, SPORTS) || has(self.next, SPORTS) {
            return None;
        }
        if has(self.behind, OFFICES) || has(self.next, OFFICES) {
            return Some(Strength::Strong);
        }
        starts(
            self.next,
            &[
                "しました",
                "した",
                "しています",
                "!",
                "。",
                "です",
                "の段階",
            ],
        )
        .then_some(Strength::Weak)
    }

    /// 内示 of an appointment or a budget, not to the reader.
    fn told_first(&self) -> Option<Strength> {
        let reader = starts(
            self.next,
            &[
                "が出た",
                "が出たら",
                "があった",
                "を受けた",
                "が出る",
                "を受け",
                "後の",
                "が出て",
                "の時期",
            ],
        ) && !has(self.behind, &["人事異動", "部長", "予算"]);
        if reader || has(self.text, &["引っ越", "引越", "転勤", "転入", "転出"]) {
            return None;
        }
        let own = has(
            self.behind,
            &[
                "人事", "異動", "部長", "課長", "予算", "補助", "交付", "級の",
            ],
        ) || starts(
            self.next,
            &[
                "額",
                "され",
                "しました",
                "が出ました",
                "がありました",
                "の段階",
                "です",
                "内容",
                "表",
            ],
        );
        own.then_some(Strength::Strong)
    }

    fn priced(&self) -> Option<Strength> {
        let early = has(
            self.text,
            &["公告前", "入札前", "開札前", "公表前", "非公表"],
        );
        let told = starts(self.next, &["は"])
            && has(self.next, &["円"])
            && has(self.text, &["入札"])
            && !has(self.text, &["結果", "落札"]);
        if early {
            Some(Strength::Strong)
        } else {
            (told && !self.open).then_some(Strength::Weak)
        }
    }
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

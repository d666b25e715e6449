//! Phrases that need the sentence around them to be told apart from daily ones.

use super::matter::SECRET;
use super::phrase::Place;
use crate::Strength;
use crate::detect::around::{after, before, has, starts};

impl Place<'_> {
    /// まだ議会に諮っていませんが, not まだ間に合います.
    pub fn still(&self) -> Option<Strength> {
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
    pub fn formally(&self) -> Option<Strength> {
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
    pub fn ahead_of(&self) -> Option<Strength> {
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
    pub fn untold(&self) -> Option<Strength> {
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
    pub fn foreseen(&self) -> Option<Strength> {
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
    pub fn favoured(&self) -> Option<Strength> {
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
}

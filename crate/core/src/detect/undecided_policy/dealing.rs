//! Words for weighing, dealing and appointing, which residents, authorities and
//! employers use too.

use super::matter::{CHANGES, SECRET};
use super::phrase::Place;
use crate::Strength;
use crate::detect::around::{after, before, has, starts};

impl Place<'_> {
    /// 検討: residents consider things too, and authorities in public.
    pub fn weighed(&self) -> Option<Strength> {
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
    pub fn dealt(&self) -> Option<Strength> {
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
    pub fn appointed(&self) -> Option<Strength> {
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
    pub fn told_first(&self) -> Option<Strength> {
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

    pub fn priced(&self) -> Option<Strength> {
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

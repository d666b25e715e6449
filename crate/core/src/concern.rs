use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! concerns {
    ($($variant:ident $id:literal $ja:literal $en:literal;)*) => {
        /// What a detector looks for. An id, once shipped, is never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Concern {
            $(#[doc = $en] #[serde(rename = $id)] $variant,)*
        }

        impl Concern {
            /// Every concern, in the order of the vocabulary.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable id, e.g. `short-url`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }

            /// The concern's name in Japanese, as screens show it.
            pub const fn ja(self) -> &'static str {
                match self { $(Self::$variant => $ja),* }
            }

            /// The concern's name in English.
            pub const fn en(self) -> &'static str {
                match self { $(Self::$variant => $en),* }
            }
        }

        impl FromStr for Concern {
            type Err = String;

            fn from_str(id: &str) -> Result<Self, String> {
                match id {
                    $($id => Ok(Self::$variant),)*
                    _ => Err(format!("no concern is called {id:?}")),
                }
            }
        }
    };
}

concerns! {
    ShortUrl "short-url" "短縮URL" "Shortened URL";
    RedirectUrl "redirect-url" "転送URL" "Redirecting URL";
    DisguisedUrl "disguised-url" "行き先を偽るURL" "Disguised URL";
    ThirdPartyLink "third-party-link" "第三者へのリンク" "Third-party link";
    HarmfulLink "harmful-link" "有害なサイトへのリンク" "Link to a harmful site";
    MissingOfficialLink "missing-official-link" "公式ページへのリンクなし" "No link to the official page";
    PhoneNumber "phone-number" "電話番号" "Phone number";
    EmailAddress "email-address" "メールアドレス" "E-mail address";
    PostalAddress "postal-address" "住所" "Postal address";
    PersonName "person-name" "個人の氏名" "Name of a person";
    MyNumber "my-number" "マイナンバー" "My Number";
    IdNumber "id-number" "識別番号" "Identification number";
    PaymentCard "payment-card" "クレジットカード番号" "Payment card number";
    BankAccount "bank-account" "口座番号" "Bank account";
    BirthDate "birth-date" "生年月日" "Date of birth";
    VehiclePlate "vehicle-plate" "自動車登録番号" "Vehicle plate";
    SecrecyMarking "secrecy-marking" "秘密の表示" "Secrecy marking";
    UndecidedPolicy "undecided-policy" "意思形成過程の情報" "Undecided policy";
    Credential "credential" "認証情報" "Credential";
    InternalSystem "internal-system" "庁内システムの情報" "Internal system";
    Discrimination "discrimination" "差別" "Discrimination";
    Insult "insult" "誹謗中傷・侮蔑" "Insult";
    Obscenity "obscenity" "わいせつ" "Obscenity";
    Incitement "incitement" "違法行為のあおり" "Incitement";
    Rumour "rumour" "噂・未確認情報" "Rumour";
    PersonalOpinion "personal-opinion" "個人的な意見" "Personal opinion";
    Partiality "partiality" "中立性を欠く表現" "Partiality";
    WeekdayMismatch "weekday-mismatch" "曜日の誤り" "Wrong weekday";
    ImpossibleDate "impossible-date" "存在しない日付" "Impossible date";
    PastDate "past-date" "過ぎた日付" "Date in the past";
    EraMismatch "era-mismatch" "和暦と西暦の不一致" "Era and year disagree";
    TimeReversed "time-reversed" "時刻の前後" "End before start";
    Placeholder "placeholder" "仮の文字" "Placeholder";
    TestPost "test-post" "テスト投稿" "Test post";
    EmergencyWording "emergency-wording" "緊急時の文言" "Emergency wording";
    CopyrightCue "copyright-cue" "著作権" "Copyright";
    PortraitCue "portrait-cue" "肖像権" "Portrait right";
    MediaAttached "media-attached" "画像・動画の添付" "Media attached";
    MissingAltText "missing-alt-text" "代替テキストなし" "No alternative text";
    ImageLocation "image-location" "画像の位置情報" "Location in an image";
    ImageQrShortUrl "image-qr-short-url" "画像のQRコードの短縮URL" "Shortened URL in a QR code";
    ImageFace "image-face" "画像の顔" "Face in an image";
    Reply "reply" "返信" "Reply";
    DirectMessage "direct-message" "ダイレクトメッセージ" "Direct message";
    ThirdPartyQuote "third-party-quote" "第三者の投稿の引用" "Third-party quote";
    OtherAccount "other-account" "別のアカウント" "Another account";
    UnofficialAccount "unofficial-account" "公式でないアカウント" "Unofficial account";
    OffHours "off-hours" "時間外の投稿" "Outside office hours";
    Approval "approval" "決裁" "Approval";
    UnmanagedDevice "unmanaged-device" "管理外の端末" "Unmanaged device";
    AllowedTopic "allowed-topic" "投稿できる情報" "Allowed topic";
    PasswordAge "password-age" "パスワードの変更時期" "Password age";
    TwoFactor "two-factor" "二段階認証" "Two-factor authentication";
    PostingGap "posting-gap" "投稿の間隔" "Posting gap";
    ProfileOwner "profile-owner" "プロフィールの明示" "Owner named in the profile";
    OfficialListing "official-listing" "公式サイトへの掲載" "Listed on the official site";
}

impl fmt::Display for Concern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

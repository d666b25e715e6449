//! Personal data in posts written for this test: every case is seen, and
//! nothing is seen in the clean ones.

use kakunin_core::{Concern, Post, Settings, Strength, Text};

use support::cases;

mod support;

const PERSONAL: [Concern; 10] = [
    Concern::PhoneNumber,
    Concern::EmailAddress,
    Concern::PostalAddress,
    Concern::PersonName,
    Concern::MyNumber,
    Concern::IdNumber,
    Concern::PaymentCard,
    Concern::BankAccount,
    Concern::BirthDate,
    Concern::VehiclePlate,
];

/// What the detectors of personal data find: concern, strength, marked text.
fn find(text: &str, settings: &Settings) -> Vec<(Concern, Strength, String)> {
    let post = Post {
        text: text.to_owned(),
        ..Post::default()
    };
    let text = Text::new(&post.text);
    support::find(&post, settings, &PERSONAL)
        .into_iter()
        .map(|hit| {
            let marked = text.original(hit.span.unwrap_or_default());
            (hit.concern, hit.strength, marked)
        })
        .collect()
}

#[track_caller]
fn check_corpus(file: &str) {
    let mut wrong = Vec::new();
    for case in cases(file) {
        let hits = find(&case.post.text, &Settings::default());
        for concern in PERSONAL {
            let expected = case.concerns.contains(&concern);
            let found = hits.iter().any(|(hit, ..)| *hit == concern);
            if expected != found {
                let verb = if expected { "missed" } else { "found" };
                wrong.push(format!(
                    "{concern} {verb} in {:?}: {hits:?}",
                    case.post.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn personal_data_is_seen_and_nothing_else() {
    check_corpus("personal.jsonl");
}

/// Of posts written without looking at the detectors, nearly all; and hardly
/// any clean one is held.
#[test]
fn personal_data_is_seen_in_other_posts() {
    let mut seen = [(0, 0); PERSONAL.len()];
    let (mut clean, mut held) = (0, 0);
    for case in cases("personal-unseen.jsonl") {
        let hits = find(&case.post.text, &Settings::default());
        for (concern, (found, all)) in PERSONAL.iter().zip(&mut seen) {
            if case.concerns.contains(concern) {
                *all += 1;
                *found += u32::from(hits.iter().any(|(hit, ..)| hit == concern));
            }
        }
        if case.concerns.is_empty() {
            clean += 1;
            held += u32::from(hits.iter().any(|hit| hit.1 == Strength::Strong));
        }
    }
    for (concern, (found, all)) in PERSONAL.iter().zip(seen) {
        assert!(found * 100 >= all * 93, "{concern}: {found} of {all}");
    }
    assert!(held * 100 <= clean * 2, "{held} of {clean} held");
}

#[test]
fn marks_what_it_means() {
    let check = |text: &str, concern: Concern, strength: Strength, marked: &str| {
        let hits = find(text, &Settings::default());
        assert!(
            hits.contains(&(concern, strength, marked.to_owned())),
            "{text}: {hits:?}"
        );
    };
    use Concern::*;
    use Strength::*;
    check(
        "山田さんの携帯は（０９０）1234－5678です",
        PhoneNumber,
        Strong,
        "（０９０）1234－5678",
    );
    check(
        "本人は+81 90-1234-5678",
        PhoneNumber,
        Strong,
        "+81 90-1234-5678",
    );
    check(
        "問い合わせ：田中 090-1234-5678",
        PhoneNumber,
        Weak,
        "090-1234-5678",
    );
    check(
        "佐藤さんはtaro＠gmail．comへ",
        EmailAddress,
        Strong,
        "taro＠gmail．com",
    );
    check(
        "鈴木様宅 長崎市桜町2-22 桜荘203号室",
        PostalAddress,
        Strong,
        "長崎市桜町2-22 桜荘203号室",
    );
    check(
        "個人番号１２３４\u{3000}５６７８\u{3000}９０１８",
        MyNumber,
        Strong,
        "１２３４\u{3000}５６７８\u{3000}９０１８",
    );
    check("マイナンバー123456789012", MyNumber, Weak, "123456789012");
    check(
        "😀4111 1111 1111 1111",
        PaymentCard,
        Strong,
        "4111 1111 1111 1111",
    );
    check(
        "長崎 500 あ ・・12の車",
        VehiclePlate,
        Strong,
        "長崎 500 あ ・・12",
    );
    check("S50.4.1生の中野さん", BirthDate, Strong, "S50.4.1生");
}

#[test]
fn official_numbers_and_addresses_are_nobodys() {
    let settings = Settings {
        official_phones: vec![
            "０９５（８２２）８８８８".into(),
            "+81 90-1234-5678".into(),
            "".into(),
        ],
        official_emails: vec![
            "Shi.Koho@gmail.com".into(),
            "@example.org".into(),
            "".into(),
        ],
        ..Settings::default()
    };
    let clean = |text: &str| {
        let hits = find(text, &settings);
        assert!(hits.is_empty(), "{text}: {hits:?}");
    };
    clean("自宅ではなく095-822-8888へ");
    clean("本人の携帯090-1234-5678");
    clean("自宅 822-8888");
    clean("私のメール shi.koho@gmail.com");
    clean("本人の hanako@example.org");
    assert_eq!(find("自宅 095-822-8889", &settings).len(), 1);
    assert_eq!(find("本人の hanako@gmail.com", &settings).len(), 1);
}

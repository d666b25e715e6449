use super::*;

/// Every date as year-month-day, what is not written left out, and the weekday.
fn read(text: &str) -> Vec<String> {
    find(&Text::new(text))
        .iter()
        .map(|mention| {
            let mut read = String::new();
            match mention.link {
                Link::None => {}
                Link::Range => read.push('~'),
                Link::List => read.push('+'),
            }
            if let Some(year) = &mention.year {
                match year.gregorian() {
                    Some(year) => read += &format!("{year}-"),
                    None => read += &format!("({})-", year.number.value),
                }
            }
            if let Some(month) = &mention.month {
                read += &format!("{}-", month.value);
            }
            read += &mention.day.value.to_string();
            if let Some(mark) = &mention.mark {
                read += &format!(" {}", &weekday::english_name(mark.weekday)[..3]);
            }
            read
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn reads_every_form() {
    check("11月25日(火)", &["11-25 Tue"]);
    check("１１／２５（火曜）", &["11-25 Tue"]);
    check("2026年11月25日", &["2026-11-25"]);
    check("令和8年11月25日", &["2026-11-25"]);
    check("令和8(2026)年11月25日㈫", &["2026-11-25 Tue"]);
    check("令和8年(2026年)11月25日", &["2026-11-25"]);
    check("R8.11.25(火)", &["2026-11-25 Tue"]);
    check("2026.11.25", &["2026-11-25"]);
    check("2026. 11. 25 (火)", &["2026-11-25 Tue"]);
    check("2026-11-25", &["2026-11-25"]);
    check("26/11/25", &["(26)-11-25"]);
    check("令和元年5月1日", &["2019-5-1"]);
    check("8年3月13日(金)", &["(8)-3-13 Fri"]);
    check("来年1月5日(火)", &["(0)-1-5 Tue"]);
    check("十一月二十五日(水)", &["11-25 Wed"]);
    check("【11/25(火)】", &["11-25 Tue"]);
    check("11.25(火)", &["11-25 Tue"]);
    check("Nov 25 (Tue)", &["11-25 Tue"]);
    check("Tuesday, November 24th, 2026", &["2026-11-24 Tue"]);
    check("Sat. 12/5", &["12-5 Sat"]);
    check("11/25/2026", &["2026-11-25"]);
    check("来週火曜日(12月1日)", &["12-1 Tue"]);
    check("11がつ25にち(すいようび)", &["11-25 Wed"]);
}

#[test]
fn reads_ranges_and_lists() {
    check("4月1日(火)〜1月31日(土)", &["4-1 Tue", "~1-31 Sat"]);
    check("25日(火)〜27日(木)", &["25 Tue", "~27 Thu"]);
    check("11月6日(水)・22日(金)", &["11-6 Wed", "+22 Fri"]);
    check("8月11日・9月8日・2月9日(日)", &["8-11", "+9-8", "+2-9 Sun"]);
    check("11月25・26日", &["11-25", "+26"]);
    check("11月25〜27日", &["11-25", "~27"]);
    check("12/5(土)・6(日)", &["12-5 Sat", "+6 Sun"]);
    check("12月12日・13日(土・日)", &["12-12 Sat", "+13 Sun"]);
    check("11月24日〜27日(火〜金)", &["11-24 Tue", "~27 Fri"]);
    check("25日(火)10時〜27日(木)15時", &["25 Tue", "~27 Thu"]);
    check(
        "11月25日(水)から11月27日(金)まで",
        &["11-25 Wed", "~11-27 Fri"],
    );
    check("12月5日(土)、3日間", &["12-5 Sat"]);
}

#[test]
fn reads_nothing_else() {
    for text in [
        "3.11",
        "1-2",
        "Ver.2.30",
        "03-1234-5678",
        "1/2/3/4",
        "3日間",
        "25日",
        "2日目",
        "11月分",
        "3か月",
        "192.168.11.25",
        "https://example.jp/2026/11/25/",
        "1,125",
        "May 2026",
        "第1回12月",
        "¥11.25",
    ] {
        check(text, &[]);
    }
}

#[test]
fn gives_no_date_a_foreign_weekday() {
    check("7月7日(月・火曜は休館)", &["7-7"]);
    check("6月1日(日)〜12月14日(日)の(日)", &["6-1 Sun", "~12-14 Sun"]);
    check("11月25日から毎週火曜日", &["11-25"]);
    check("休館日:月曜日、12月29日", &["12-29"]);
    check("毎週火曜日(12月1日)", &["12-1"]);
}

use crate::Link;

/// The columns of [`to_csv`].
const COLUMNS: [&str; 18] = [
    "chain",
    "seq",
    "at",
    "event",
    "platform",
    "surface",
    "account",
    "guideline",
    "revision",
    "verdict",
    "concerns",
    "clauses",
    "answers",
    "cases",
    "reason",
    "text_hash",
    "text",
    "version",
];

/// Lines of the record as a table with a heading, for spreadsheets: UTF-8 with
/// the mark that Excel wants. Several values in a field are joined by `; `.
///
/// # Errors
/// Where a field can't be written, which no text is known to do.
pub fn to_csv<'a>(links: impl Iterator<Item = &'a Link>) -> Result<String, csv::Error> {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record(COLUMNS)?;
    for link in links {
        let record = &link.record;
        let subject = &record.subject;
        let some = |value: &Option<String>| value.clone().unwrap_or_default();
        let join = |values: Vec<String>| values.join("; ");
        table.write_record([
            link.chain.clone(),
            link.seq.to_string(),
            record.at.clone(),
            crate::event::word(&record.event),
            some(&subject.platform),
            some(&subject.surface),
            some(&subject.account),
            some(&subject.guideline),
            some(&subject.revision),
            subject
                .verdict
                .map(|it| crate::event::word(&it))
                .unwrap_or_default(),
            join(
                subject
                    .findings
                    .iter()
                    .map(|it| it.concern.to_string())
                    .collect(),
            ),
            join(
                subject
                    .findings
                    .iter()
                    .flat_map(|it| it.clauses.clone())
                    .collect(),
            ),
            join(
                record
                    .answers
                    .iter()
                    .map(|it| format!("{}: {}", it.concern, it.words))
                    .collect(),
            ),
            join(
                record
                    .answers
                    .iter()
                    .filter_map(|it| it.case.clone())
                    .collect(),
            ),
            some(&record.reason),
            some(&subject.text_hash),
            some(&subject.text),
            record.version.clone(),
        ])?;
    }
    let bytes = table.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

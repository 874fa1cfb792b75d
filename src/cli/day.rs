//! Days, as `2026-11-29`.

use std::time::{SystemTime, UNIX_EPOCH};

use time::{Date, Month, OffsetDateTime};

/// The day it is, by universal time.
pub fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let now = i64::try_from(seconds).ok().and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    now.map_or_else(String::new, |now| now.date().to_string())
}

/// The days from one day to another; `None` where one of them is none.
pub fn days_between(from: &str, to: &str) -> Option<i32> {
    Some(day(to)?.to_julian_day() - day(from)?.to_julian_day())
}

fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        for (from, to, days) in [
            ("2026-02-27", "2026-03-01", Some(2)),
            ("2026-03-01", "2026-03-01", Some(0)),
            ("kemarin", "2026-03-01", None),
            ("2026-02-30", "2026-03-01", None),
        ] {
            assert_eq!(days_between(from, to), days, "{from} {to}");
        }
        assert_eq!(days_between(&today(), &today()), Some(0));
    }
}

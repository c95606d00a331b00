import SiteModel

/// A moment as fields write it (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
///
/// `seconds` are those since the beginning of 1970, leap seconds not counted.
func httpDate(_ seconds: Int) -> String {
  let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
  let rest = seconds - days * 86_400
  let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  let (year, month, day) = calendarDay(days)
  let weekday = weekdays[((days % 7) + 7) % 7]
  let time = [rest / 3600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
  return "\(weekday), \(twoDigits(day)) \(months[month - 1]) \(year) \(time) GMT"
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

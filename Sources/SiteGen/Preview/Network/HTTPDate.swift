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
  // Years begin in March, so that the leap day is the last of one.
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  let month = shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10
  let year = yearOfEra + era * 400 + (month < 2 ? 1 : 0)
  let weekday = weekdays[((days % 7) + 7) % 7]
  let time = [rest / 3600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
  return "\(weekday), \(twoDigits(day)) \(months[month]) \(year) \(time) GMT"
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

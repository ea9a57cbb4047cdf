/// A month of the Gregorian calendar.
struct CivilMonth: Hashable {
  /// Its number: twelve for every year, counted from January of year 0.
  var index: Int

  /// Creates the month with a number.
  init(index: Int) {
    self.index = index
  }

  /// Creates the month that contains a day, counted from 1 January 1970.
  init(day: Int64) {
    // Counting from March of year 0 puts the leap day last, and 400 years have 146,097 days.
    let shifted = Int(day) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    index = (era * 400 + yearOfEra) * 12 + monthFromMarch + 2
  }

  /// The days between 1 January 1970 and the first day of the month.
  var firstDay: Int64 {
    let fromMarch = index - 2
    let year = (fromMarch >= 0 ? fromMarch : fromMarch - 11) / 12
    let monthFromMarch = fromMarch - year * 12
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * monthFromMarch + 2) / 5
    let days = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + days - 719_468)
  }
}

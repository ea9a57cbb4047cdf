import Foundation

/// Something in a text that is the same in every language: a number, a month, a day of the week.
struct Figure: Hashable {
  /// The number by which figures are distinguished.
  var hash: UInt64
  /// Its information content in nats: the logarithm of the number of alternatives.
  var information: Double

  /// The figure that is one of `count`, called `name`.
  init(_ name: String, of count: Double) {
    hash = StableHash.of(bytes: name.utf8)
    information = log(count)
  }

  /// The figure of a number in European digits, without grouping, a full stop before its fraction.
  ///
  /// Every digit is one of ten; zeros at the end are rounding and carry no information. News mentions
  /// few different years.
  init(number: String) {
    let digits = number.filter { $0 != "." }
    let isYear = number.count == 4 && (1900...2100).contains(Int(number) ?? 0)
    let significant = digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
    self.init(number, of: isYear ? 30 : pow(10, Double(min(max(significant, 1), 12))))
  }
}

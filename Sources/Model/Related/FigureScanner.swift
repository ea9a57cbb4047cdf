/// Finds the numbers of a text, in European or Arabic digits.
enum FigureScanner {
  /// The longest number that is one, in digits.
  private static let longest = 24

  /// The figures of the numbers in a text.
  static func figures(in text: ArraySlice<Unicode.Scalar>) -> [Figure] {
    var figures: [Figure] = []
    var groups: [[UInt8]] = []
    var separators: [Separator] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard Digits.value(text[index]) != nil else {
        index += 1
        continue
      }
      groups = [[]]
      separators = []
      while index < text.endIndex {
        if let digit = Digits.value(text[index]) {
          groups[groups.count - 1].append(UInt8(0x30 + digit))
        } else if let separator = Separator(text[index]), index + 1 < text.endIndex,
          Digits.value(text[index + 1]) != nil
        {
          separators.append(separator)
          groups.append([])
        } else {
          break
        }
        index += 1
      }
      figures += numbers(groups, separators).map(Figure.init(number:))
    }
    return figures
  }

  /// A character between digits of one number.
  private enum Separator {
    /// A comma, which groups digits or separates a fraction, depending on the language.
    case comma
    /// A full stop, likewise.
    case stop
    /// The Arabic decimal separator.
    case decimal
    /// The Arabic thousands separator.
    case thousands

    init?(_ scalar: Unicode.Scalar) {
      switch scalar {
      case ",", "\u{60C}": self = .comma
      case ".": self = .stop
      case "\u{66B}": self = .decimal
      case "\u{66C}": self = .thousands
      default: return nil
      }
    }
  }

  /// The numbers that groups of digits are: one, or as many as there are groups, as in 18.8.2020.
  private static func numbers(_ groups: [[UInt8]], _ separators: [Separator]) -> [String] {
    var whole = groups
    var fraction: [UInt8] = []
    let last = groups[groups.count - 1]
    let isGrouped =
      groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
      && separators.last != .decimal
    if !isGrouped, let mark = separators.last {
      // 1,234.5 or 3.1: the last sign differs from those before it.
      let before = separators.dropLast()
      let areThousands =
        groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
        && !before.contains { $0 == mark }
      guard areThousands else { return groups.compactMap { number($0, []) } }
      whole = Array(groups.dropLast())
      fraction = last
    }
    return [number(whole.flatMap { $0 }, fraction)].compactMap { $0 }
  }

  private static func number(_ digits: [UInt8], _ fraction: [UInt8]) -> String? {
    guard digits.count + fraction.count <= longest else { return nil }
    let whole = digits.drop { $0 == 0x30 }
    let part = fraction.reversed().drop { $0 == 0x30 }.reversed()
    let text = String(decoding: whole.isEmpty ? [0x30] : Array(whole), as: UTF8.self)
    return part.isEmpty ? text : text + "." + String(decoding: Array(part), as: UTF8.self)
  }
}

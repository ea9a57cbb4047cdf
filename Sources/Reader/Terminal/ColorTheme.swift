import Foundation

/// The colours that a person may choose.
enum ColorTheme: String, CaseIterable, Hashable, Sendable {
  /// Dark or light, as the terminal's background is.
  case colour
  /// For a dark background, whatever the terminal says.
  case dark
  /// For a light background, whatever the terminal says.
  case light
  /// Colours of more contrast, for either background.
  case highContrast = "high-contrast"
  /// Blue, yellow and purple of different brightness, for either background.
  case colourBlind = "colour-blind"
  /// Attributes alone, such as bold and underline.
  case plain
}

/// What a terminal's own background is like.
enum Background: Hashable, Sendable {
  case dark
  case light

  /// Reads the answer to OSC 11, such as `rgb:ffff/ffff/ffff`.
  init?(answer: some StringProtocol) {
    let parts = answer.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0] == "rgb" || parts[0] == "rgba" else { return nil }
    let channels = parts[1].split(separator: "/").prefix(3).compactMap { text -> Double? in
      guard (1...4).contains(text.count), let value = Int(text, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * text.count)) - 1)
    }
    guard channels.count == 3 else { return nil }
    // Black and white contrast alike with a colour of this luminance.
    self = Contrast.luminance(channels[0], channels[1], channels[2]) < 0.179 ? .dark : .light
  }

  /// Reads `COLORFGBG`, in which some terminals say the number of their background's colour.
  init?(environment: [String: String]) {
    guard let last = environment["COLORFGBG"]?.split(separator: ";").last, let number = Int(last)
    else { return nil }
    switch number {
    case 0...6, 8: self = .dark
    case 7, 9...15: self = .light
    default: return nil
    }
  }
}

/// How well a colour can be read on another, as WCAG 2 defines it.
enum Contrast {
  /// The relative luminance of a colour of sRGB, its channels between 0 and 1.
  static func luminance(_ red: Double, _ green: Double, _ blue: Double) -> Double {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private static func linear(_ channel: Double) -> Double {
    guard channel > 0.04045 else { return channel / 12.92 }
    return pow((channel + 0.055) / 1.055, 2.4)
  }
}

import Foundation
import Model

extension ImportProgress {
  /// How far the import is, in a few words: `42%  4200 articles  2310/s  0:42 left`.
  var text: String {
    guard phase == .reading else {
      return "joining the names of \(articles) articles"
        + (percentJoined.map { "  \($0)%" } ?? "")
    }
    let parts = [
      percent.map { "\($0)%" }, "\(articles) articles", articlesPerSecond.map(Pace.rate),
      timeLeft.map(Pace.timeLeft),
    ]
    return parts.compactMap(\.self).joined(separator: "  ")
  }
}

/// How rates and times left are shown.
enum Pace {
  /// So many articles a second: `2310/s`.
  static func rate(_ articlesPerSecond: Double) -> String {
    "\(Int(max(0, articlesPerSecond).rounded()))/s"
  }

  /// A time left in minutes and seconds, with hours where there are some: `0:42 left`.
  static func timeLeft(_ time: Duration) -> String {
    // No more than some years, whatever a first guess may be.
    let seconds = Int(min(max(0, time / .seconds(1)), 1e8).rounded(.up))
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0
      ? String(format: "%d:%02d:%02d left", hours, minutes, seconds % 60)
      : String(format: "%d:%02d left", minutes, seconds % 60)
  }
}

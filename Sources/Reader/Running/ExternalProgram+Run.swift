import Foundation

extension ExternalProgram {
  /// Runs the program on the reader's terminal and waits for it.
  ///
  /// - Returns: What went wrong, as a sentence.
  func run() -> String? {
    let environment = ProcessInfo.processInfo.environment
    func first(_ names: [String?]) -> String? { names.compactMap(\.self).first { !$0.isEmpty } }
    switch self {
    case .browser(let url, let program):
      guard let browser = first([program, environment["BROWSER"]]) else {
        return "No browser is known, so \(url) was not opened; set programs.browser in the "
          + "configuration, or BROWSER, for example to w3m"
      }
      return ShellJob(opening: url, with: browser).run()
    case .editor(let path, let line, let program):
      let editor = first([program, environment["VISUAL"], environment["EDITOR"]]) ?? "vi"
      return ShellJob(opening: path, with: Self.command(editor, at: line)).run()
    case .pager(let text, let program):
      return ShellJob(
        name: first([program, environment["PAGER"]]) ?? "less", input: text
      ).run()
    }
  }

  /// The editors that take a line as `+12` before the file.
  private static let editorsWithLines: Set = [
    "vi", "vim", "nvim", "view", "gvim", "nano", "emacs", "emacsclient", "kak", "micro", "joe",
    "mg",
    "ne", "jed",
  ]

  /// The command of an editor that is to open at a line, where it is known to be able to.
  static func command(_ editor: String, at line: Int?) -> String {
    let words = editor.split(separator: " ")
    guard let line, let name = words.first?.split(separator: "/").last,
      editorsWithLines.contains(String(name))
    else { return editor }
    return "\(editor) +\(line)"
  }
}

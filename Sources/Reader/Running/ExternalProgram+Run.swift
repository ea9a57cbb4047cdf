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
    case .editor(let path, let program):
      let editor = first([program, environment["VISUAL"], environment["EDITOR"]])
      return ShellJob(opening: path, with: editor ?? "vi").run()
    case .pager(let text, let program):
      return ShellJob(
        name: first([program, environment["PAGER"]]) ?? "less", input: text
      ).run()
    case .shell(let command, let input):
      let failure = ShellJob(name: command, input: input).run()
      let prompt = "printf '\\nEnter goes back to the reader '; read answer </dev/tty"
      _ = ShellJob(name: prompt, input: "").run()
      return failure
    }
  }
}

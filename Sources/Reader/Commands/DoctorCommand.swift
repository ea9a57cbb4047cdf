import ArgumentParser
import Foundation

/// `reader doctor`: what was found out about the terminal, and which mode reads right in it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this terminal is, how Arabic is sent to it, and which helpers are there.",
    discussion: """
      Helpers are the programs by which Reader fetches from the web and reads PDF, EPUB, DOCX and \
      ODT; of a missing one it says what does not work, and how to install it. \
      With --calibrate it shows a line in every mode, asks which one reads right, and keeps the \
      answer for this terminal.
      """)

  @Flag(help: "Show a line in every mode and keep the one that reads right.")
  var calibrate = false

  func run() throws {
    if !calibrate { print(DoctorReport.text(HelperPrograms.findings()) + "\n") }
    let environment = ProcessInfo.processInfo.environment
    guard let device = TerminalDevice.standard() else { throw TerminalError.nothingToExamine }
    let term = environment["TERM"] ?? ""
    var profile = TerminalProfile.current(
      wanted: .auto, environment: environment, device: device)
    if calibrate {
      let options = TerminalSession.Options(bidi: .visual, environment: environment)
      let session = try TerminalSession(options)
      let answer = Calibration.ask(session, identity: profile.identity)
      session.leave()
      guard let answer else { return }
      var memory = TerminalMemory.load(environment: environment)
      memory.choose(answer, for: profile.identity, term: term)
      try memory.save(environment: environment)
      profile = TerminalProfile(identity: profile.identity, wanted: .auto, chosen: answer)
    }
    if profile.identity.canBeAsked(environment: environment) {
      profile.identity.replies = TerminalProbe(
        device: device, multiplexer: .none, patience: TerminalProbe.patienceOfPrinting
      ).ask()
    }
    let report = DoctorReport(
      profile: profile, term: term,
      palette: TerminalSession.palette(environment: environment, device: device),
      locale: TerminalLocale.adopt(), size: device.size ?? GridSize(rows: 0, columns: 0),
      memory: TerminalMemory.file(environment: environment).path)
    print(report.text)
  }
}

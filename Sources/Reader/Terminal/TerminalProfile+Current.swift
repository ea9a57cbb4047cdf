extension TerminalProfile {
  /// What is known of the terminal that the program runs in, asking it if need be.
  ///
  /// - Parameter patience: How long it may take to answer.
  static func current(
    wanted: BidiMode, environment: [String: String], device: TerminalDevice,
    patience: Duration = TerminalProbe.patienceOfPrinting
  ) -> TerminalProfile {
    let term = environment["TERM"] ?? ""
    var memory = TerminalMemory.load(environment: environment)
    let identity = TerminalIdentity.find(
      environment: environment, device: device, memory: memory, patience: patience)
    // What cannot be kept is asked again the next time, no more.
    if memory.remember(identity, term: term) { try? memory.save(environment: environment) }
    return TerminalProfile(
      identity: identity, wanted: wanted, chosen: memory.mode(for: identity, term: term))
  }
}

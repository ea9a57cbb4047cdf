extension CommandTable {
  /// The keys as the manual page lists them.
  static var manualKeys: [ManualPage.Key] {
    entries.map {
      ManualPage.Key(
        keys: shownKeys(of: $0), name: $0.command.rawValue, group: $0.group.rawValue, help: $0.help)
    }
  }
}

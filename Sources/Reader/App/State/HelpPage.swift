/// The list of keys, scrolled and searched.
struct HelpPage: Sendable {
  /// The first line on screen.
  var top = 0
  /// What the lines must hold.
  var filter = InputLine()
  /// Whether the filter is being typed.
  var isFiltering = false

  /// The entries that hold the filter's text, by group.
  var groups: [(group: CommandGroup, entries: [CommandTable.Entry])] {
    let wanted = filter.text.lowercased()
    return CommandGroup.allCases.compactMap { group in
      let entries = CommandTable.entries.filter { entry in
        entry.group == group
          && (wanted.isEmpty
            || (entry.keys + [entry.help, entry.command.rawValue]).contains {
              $0.lowercased().contains(wanted)
            })
      }
      return entries.isEmpty ? nil : (group, entries)
    }
  }
}

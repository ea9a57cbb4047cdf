/// The headings under which the help screen and the manual list the commands.
enum CommandGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case panes = "Panes"
  case names = "Names"
  case judging = "What you say of names"
  case jumps = "Jumps"
  case searching = "Searching"
  case articles = "Articles"
  case program = "The program"
}

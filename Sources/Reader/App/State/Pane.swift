/// The three panes, from left to right.
enum Pane: Int, CaseIterable, Sendable {
  case list
  case article
  case names
}

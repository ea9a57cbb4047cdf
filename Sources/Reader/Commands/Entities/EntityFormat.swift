import ArgumentParser

/// How `reader entities` prints what it found.
enum EntityFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
  case graphml
}

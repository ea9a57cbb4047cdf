import ArgumentParser
import Foundation
import Model

/// `reader sources`: lists the sources, and exchanges them with other programs.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the sources, or import and export them as OPML.",
    subcommands: [List.self, Import.self, Export.self],
    defaultSubcommand: List.self)

  /// `reader sources list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the sources with their state.",
      usage: "reader sources [list] [--library FILE]")

    @OptionGroup var file: LibraryFile

    func run() throws {
      let library = try file.open()
      for overview in try library.overviews(of: try SourceChoice.all()) {
        try StandardOutput.write(Self.lines(overview))
      }
    }

    private static func lines(_ overview: SourceOverview) -> String {
      let (source, state) = (overview.source, overview.state)
      let group = source.group.map { "  [\($0.displayable)]" } ?? ""
      var text =
        "\(source.displayName)\(group)  \(overview.articles.count.counted("article")), "
      text += "\(overview.unread.count) unread\n    \(source.kind.rawValue) "
      text += WebAddress.withoutLogin(source.target).displayable + "\n"
      let success = state.lastSuccess.map { "last fetched " + $0.formatted(.iso8601) }
      let next =
        state.isGone ? "gone for good" : state.nextTry.map { "next try " + $0.formatted(.iso8601) }
      text +=
        "    " + [success ?? "never fetched", next].compactMap(\.self).joined(separator: ", ")
      if state.failures > 0, let failure = state.lastFailure {
        text += "\n    failed \(failure.date.formatted(.iso8601)): it \(failure.reason)"
      }
      if let address = state.permanentAddress {
        text += "\n    has moved for good to \(address.displayable)"
      }
      return text + "\n"
    }
  }

  /// `reader sources import`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Add the feeds of an OPML file.",
      usage: "reader sources import FILE.opml")

    @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "FILE"))
    var path: String

    func run() throws {
      let data =
        path == "-"
        ? FileHandle.standardInput.readDataToEndOfFile()
        : try Data(contentsOf: URL(filePath: path))
      guard let list = SubscriptionList(opml: [UInt8](data)) else {
        throw ValidationError("\(path.displayable) is not OPML; export the feeds again.")
      }
      let file = SourceChoice.file
      let known = Set(try file.read().sources.map(\.target))
      var added = 0
      for feed in list.subscriptions where !known.contains(feed.address) {
        let group = feed.folders.joined(separator: "/")
        try file.add(
          Source(
            kind: .feed, target: feed.address, name: feed.title, group: group.isEmpty ? nil : group)
        )
        added += 1
      }
      for address in list.refused {
        StandardError.write(
          "reader: \(address.displayable) was left out; only http and https are taken.")
      }
      try StandardOutput.write(
        "\(added) added, \(list.subscriptions.count - added) known already\n")
    }
  }

  /// `reader sources export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Print the feeds as OPML.", usage: "reader sources export")

    func run() throws {
      let feeds = try SourceChoice.file.read().sources.filter { $0.kind == .feed }
      let list = SubscriptionList(
        feeds.map {
          Subscription(
            address: $0.target, title: $0.name,
            folders: $0.group?.split(separator: "/").map(String.init) ?? [])
        })
      try StandardOutput.write(list.opml)
    }
  }
}

/// `reader subscribe`: adds a source.
struct SubscribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subscribe",
    abstract: "Add a feed, a site or a folder to the sources, and fetch it.",
    usage: "reader subscribe [--name NAME] [--group GROUP] [--library FILE] URL|FOLDER",
    discussion: """
      Of a site's home page the feed that it names is taken; a page without one becomes a source \
      by itself. Sources stand in sources.toml beside config.toml, which may be edited by hand.
      """)

  @Option(name: .long, help: ArgumentHelp("What to call it.", valueName: "NAME"))
  var name: String?

  @Option(name: .long, help: ArgumentHelp("The group to put it in.", valueName: "GROUP"))
  var group: String?

  @OptionGroup var file: LibraryFile

  @Argument(help: ArgumentHelp("An address of the web, a folder or a file.", valueName: "URL"))
  var target: String

  func run() throws {
    let list = SourceChoice.file
    let source: Source
    do {
      source = try WebInput.run { [target, name, group] in
        let found = try await SourceChoice.found(at: target)
        for other in found.others {
          StandardError.write("reader: the page also names the feed \(other)")
        }
        var source = found.source
        source.name = name ?? source.name
        source.group = group
        try list.addNew(source)
        return source
      }
    } catch let refusal as SourceRefusal {
      throw ValidationError(refusal.description)
    }
    try StandardOutput.write("Subscribed to \(source.displayName).\n")
    let library = try file.open()
    let summary = try FetchCommand.fetch(
      [source], into: library, named: file, isAsked: true)
    try StandardOutput.write(summary.text + "\n")
    if !summary.failures.isEmpty { throw ExitCode(1) }
  }
}

/// `reader unsubscribe`: takes a source off the list.
struct UnsubscribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unsubscribe",
    abstract: "Remove a source; its articles stay or go.",
    usage: "reader unsubscribe [--keep-articles | --remove-articles] [--library FILE] SOURCE")

  /// What becomes of the source's articles.
  enum Articles: String, EnumerableFlag {
    case keepArticles
    case removeArticles
  }

  @Flag(help: "What becomes of its articles; asked for where it is not said.")
  var articles: Articles?

  @OptionGroup var file: LibraryFile

  @Argument(help: ArgumentHelp("The source by name or address.", valueName: "SOURCE"))
  var name: String

  func run() throws {
    let library = try file.open()
    for source in try SourceChoice.named([name]) {
      let count = try library.overviews(of: [source]).first?.articles.count ?? 0
      let removes = try count > 0 && removesArticles(of: source, count)
      try SourceChoice.file.remove(source)
      let removed = try library.removeSource(
        source.target, withArticles: removes, resolver: try NewsResolver())
      try StandardOutput.write(
        "Unsubscribed from \(source.displayName); "
          + (removes ? "\(removed.counted("article")) removed" : "its articles stay") + ".\n")
    }
  }

  private func removesArticles(of source: Source, _ count: Int) throws -> Bool {
    if let articles { return articles == .removeArticles }
    guard isatty(STDIN_FILENO) != 0 else {
      throw ValidationError("Say --keep-articles or --remove-articles.")
    }
    StandardError.show(
      "Remove its \(count) articles from the library? Starred and noted ones stay. [y/N] ")
    return readLine()?.lowercased().hasPrefix("y") == true
  }
}

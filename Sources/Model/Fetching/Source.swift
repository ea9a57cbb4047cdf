import Foundation

/// Where articles come from: a feed, a page, a folder or file, or a command.
public struct Source: Hashable, Sendable {
  /// The kinds of sources; each is the key that names the address in the list of sources.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A feed.
    case feed
    /// A page whose links are the articles.
    case links
    /// A page that is an article.
    case page
    /// A folder or file.
    case path
    /// A shell command that prints a feed or a page.
    case run

    /// Whether it is fetched from a web server.
    public var isOnTheWeb: Bool { self == .feed || self == .links || self == .page }
  }

  /// Its kind.
  public var kind: Kind
  /// The address, path or command; no two sources of a list have the same.
  public var target: String
  /// What the user calls it.
  public var name: String?
  /// The group that it is in; a slash separates a group from the group inside it.
  public var group: String?
  /// The settings that are made at the source itself.
  public var settings: SourceSettings

  /// Creates a source.
  public init(
    kind: Kind, target: String, name: String? = nil, group: String? = nil,
    settings: SourceSettings = SourceSettings()
  ) {
    self.kind = kind
    self.target = target
    self.name = name
    self.group = group
    self.settings = settings
  }

  /// Its name, or its target without a login, free of control characters.
  public var displayName: String {
    CleanText.displayed(name ?? (kind.isOnTheWeb ? WebAddress.withoutLogin(target) : target))
  }

  /// Whether a password stands in its target or settings.
  public var holdsPassword: Bool {
    settings.holdsPassword || (kind.isOnTheWeb && WebAddress.withoutLogin(target) != target)
  }
}

/// What can be set for a source, a group, or all sources; what is `nil` is not set there.
public struct SourceSettings: Hashable, Sendable {
  /// When the page behind an item is fetched.
  public enum FullText: String, Hashable, Sendable, CaseIterable {
    /// When the item's text is short or cut.
    case auto
    /// For each item.
    case always
    /// For none.
    case never
  }

  /// How many articles are kept.
  public enum Keep: Hashable, Sendable {
    /// Those of the last days.
    case days(Int)
    /// So many, the newest ones.
    case articles(Int)

    /// The earliest moment of the last days, in seconds since 1970.
    static func oldest(inDays days: Int, at now: Date) -> Int64 {
      Int64(now.timeIntervalSince1970) - 86_400 * Int64(days)
    }
  }

  /// How often a source is fetched.
  public enum Interval: Hashable, Sendable {
    /// As often as experience with it suggests.
    case learned
    /// Each so many seconds.
    case seconds(TimeInterval)
  }

  /// The language of its articles, where it is not to be detected.
  public var language: Language?
  /// How often it is fetched.
  public var interval: Interval?
  /// When the pages behind its items are fetched.
  public var fullText: FullText?
  /// How many of its articles are kept.
  public var keep: Keep?
  /// The proxy as curl takes it, such as `socks5h://localhost:9050`; empty for none.
  public var proxy: String?
  /// The name that the program gives itself towards servers.
  public var agent: String?
  /// The name and password, with a colon between them.
  public var login: String?
  /// The path of a file of cookies in Netscape's format.
  public var cookies: String?
  /// The search that a new article has to match to be taken.
  public var filter: String?

  /// Creates settings of which none is set.
  public init() {}

  /// These settings, and those of `general` where nothing is set here.
  public func inheriting(_ general: SourceSettings) -> SourceSettings {
    var merged = self
    merged.language = language ?? general.language
    merged.interval = interval ?? general.interval
    merged.fullText = fullText ?? general.fullText
    merged.keep = keep ?? general.keep
    merged.proxy = proxy ?? general.proxy
    merged.agent = agent ?? general.agent
    merged.login = login ?? general.login
    merged.cookies = cookies ?? general.cookies
    merged.filter = filter ?? general.filter
    return merged
  }

  /// Whether a password stands in them.
  public var holdsPassword: Bool {
    login != nil || proxy.map { WebAddress.withoutLogin($0) != $0 } ?? false
  }
}

/// The sources of a user, with what is set for all and for groups.
public struct SourceList: Hashable, Sendable {
  /// What is set for all sources.
  public var general = SourceSettings()
  /// What is set for a group, by its name.
  public var groups: [String: SourceSettings] = [:]
  /// The sources in the order of the list.
  public var sources: [Source] = []

  /// Creates a list without sources.
  public init() {}

  /// The sources with the settings that hold for them: their own, else those of the nearest group
  /// around them, else the general ones.
  public var resolvedSources: [Source] {
    sources.map { source in
      var source = source
      var group = source.group
      while let name = group {
        if let settings = groups[name] {
          source.settings = source.settings.inheriting(settings)
        }
        group = name.lastIndex(of: "/").map { String(name[..<$0]) }
      }
      source.settings = source.settings.inheriting(general)
      return source
    }
  }

  /// Whether a password stands anywhere in the list.
  public var holdsPassword: Bool {
    general.holdsPassword || groups.values.contains(where: \.holdsPassword)
      || sources.contains(where: \.holdsPassword)
  }
}

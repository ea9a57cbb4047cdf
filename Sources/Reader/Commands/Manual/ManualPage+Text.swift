/// What the page says that neither the command line's definition nor the table of keys knows.
extension ManualPage {
  static let description = """
    Reader shows articles in three panes: the list, the article, and the people, places and \
    organizations that it names. Arabic is set from right to left. Every name is a door to the \
    other articles that hold it, whatever their language.

    Given files, folders and addresses of the web, it opens the articles there and keeps nothing; \
    given none, it opens the library. A pipe, or the name -, is an article or a web page from \
    standard input. Where standard output is not a terminal, articles are printed.
    """

  var settings: [String] {
    section(
      "CONFIGURATION",
      SettingTable.settings.map { setting in
        let words = setting.words.isEmpty ? "" : " (\(setting.words.joined(separator: ", ")))"
        return (setting.name, "\(setting.help)\(words).")
      } + [
        (
          "[[converter]]",
          "A command for documents that reader can't read itself: match, a pattern for their names such "
            + "as *.ps, and run, which gets the file on its standard input and its path as $1. What it "
            + "writes is read like a file."
        )
      ])
  }

  var sources: [String] {
    let kinds = [
      ("feed", "The address of a feed: RSS, Atom or JSON Feed."),
      (
        "links",
        "The address of a page without a feed, whose links are the articles: those of its main part "
          + "that lead to pages of its site under a headline. New ones are read, at most 40 at a time."
      ),
      ("page", "The address of a page that is itself an article."),
      ("path", "A folder or file."),
      ("run", "A shell command that prints a feed or a page."),
      ("name", "What the source is called; source: in a search finds it."),
      ("group", "The group that it is in; a slash separates a group from the group inside it."),
    ]
    let intro = """
      Sources stand in sources.toml beside the configuration, each after a line [[source]]. \
      reader subscribe adds one at the end, and what is written by hand stays. A source has one of \
      feed, links, page, path and run. The settings from language on may stand at a source, in a group, \
      such as [group.Economy], or at the head of the file for all sources.
      """
    let items =
      kinds + SourceSetting.all.map { ($0.name, "\($0.help) (\($0.expectation))") }
    return [Roff.section("SOURCES")] + Roff.paragraphs(intro, opensSection: true)
      + items.flatMap { Roff.item(Roff.bold($0.0), [Roff.text($0.1)]) }
  }

  var programs: [String] {
    let intro = """
      What a command prints is shown in a pane, set from right to left where it is Arabic, at most 256 KiB of \
      it; Enter goes back, y copies it. | gives the article to a command, which has the terminal: Ctrl-C ends \
      it, and a program that shows something itself does so on /dev/tty (| less >/dev/tty). The commands of \
      programs.dictionary and programs.translator run in the background, without the terminal and for two \
      minutes at most. They read the word or the paragraph on standard input; a program that takes it as an \
      argument gets it by "$(cat)". Translations are kept in the library with their article; :translate \
      again asks for another. In the article, K is the key of the dictionary once there is one.
      """
    let items = [
      (#"dictionary = 'dict -- "$(cat)"'"#, "Look words up in the dictionaries of a dictd server."),
      (
        #"dictionary = 'sdcv -n -- "$(cat)"'"#,
        "Look words up in StarDict dictionaries on this machine."
      ),
      (
        "translator = 'trans -brief -no-ansi :en'",
        "Translate into English with translate-shell, which asks a service of the web."
      ),
      (
        "translator = 'argos-translate --from-lang ar --to-lang en'",
        "Translate from Arabic into English with Argos Translate, on this machine."
      ),
    ]
    return [Roff.section("PROGRAMS")] + Roff.paragraphs(intro, opensSection: true)
      + items.flatMap { Roff.item(Roff.bold($0.0), [Roff.text($0.1)]) }
  }

  var files: [String] {
    section(
      "FILES",
      [
        (
          "$XDG_DATA_HOME/reader/library.sqlite",
          "The library: the articles imported and what is known of them. Without XDG_DATA_HOME it "
            + "is under ~/.local/share."
        ),
        (
          "$XDG_CONFIG_HOME/reader/config.toml",
          "The configuration: settings and keys, as reader config prints them. Without "
            + "XDG_CONFIG_HOME it is under ~/.config."
        ),
        (
          "$XDG_CONFIG_HOME/reader/sources.toml",
          "The sources: feeds, pages, folders and commands, as reader subscribe adds them."
        ),
        (
          "$XDG_STATE_HOME/reader/visits.json",
          "How each library was left: row, filter and order of its list, widths of the panes, lines typed. "
            + "Without XDG_STATE_HOME it is under ~/.local/state. It may be deleted."
        ),
        (
          "$XDG_STATE_HOME/reader/terminals.json",
          "What terminals answered when they were asked what they are, and the modes chosen for them."
        ),
        ("share/reader/tables", "Below the prefix of the installation: the tables of names."),
      ])
  }

  var environment: [String] {
    section(
      "ENVIRONMENT",
      [
        (
          "LANG, LC_ALL, LC_CTYPE",
          "The script that names are shown in first: Arabic for an Arabic locale, otherwise Latin."
        ),
        (
          "TERM, COLORTERM",
          "What the terminal can show: 16 million, 256, 16, 8 or no colours. Where COLORTERM is "
            + "truecolor or 24bit, the screen uses terminfo's entry for such colours (xterm-direct "
            + "for xterm-256color) if it is installed, and printed lines use them anyway."
        ),
        (
          "COLORFGBG",
          "Whether the background is dark or light, where the terminal does not answer that "
            + "question itself (OSC 11)."
        ),
        ("NO_COLOR", "Where it is set and not empty, attributes stand in for colours."),
        ("VISUAL, EDITOR", "The editor that opens an article's file."),
        ("BROWSER", "The browser that opens an article's address."),
        (
          "TZ",
          "The time zone in which the day of a file is shown; the day that an article states is "
            + "shown as it is."
        ),
        ("XDG_CONFIG_HOME", "The folder that the configuration's folder is in."),
        ("XDG_DATA_HOME", "The folder that the library's folder is in."),
        ("XDG_STATE_HOME", "The folder that the folder of visits.json and terminals.json is in."),
        (
          "READER_TRACE",
          "A file that is told how long each key takes, for who measures the program: a line of "
            + "JSON a key, with key and view (list, text, panel, search, command, hints or help), and "
            + "in milliseconds read (of the monotonic clock), update, draw and output (what "
            + "updating, drawing and sending took), painted (from reading the key to the end of "
            + "painting) and, where the library had to be asked, answered (from reading the key to "
            + "the end of painting all that the library said)."
        ),
      ])
  }

  var terminals: [String] {
    let intro = """
      Terminals differ in what they do with Arabic: some put it in order and join its letters \
      themselves, some do not, some can be told not to. Reader asks the terminal what it is, through tmux \
      and screen too, and sends it what it needs; :bidi MODE changes that, and reader doctor says what \
      was found. Visual sends every character where it must appear. Explicit does so after switching the \
      terminal's own reordering off. Inverse sends a line that the terminal's own reordering turns into the \
      right one. Kitty sends words for a terminal that turns each of them around. A terminal that is not \
      known is sent visual.
      """
    return [Roff.section("TERMINALS")] + Roff.paragraphs(intro, opensSection: true)
      + TerminalKind.allCases.filter { $0 != .unknown }.flatMap { kind in
        let mode = TerminalIdentity(kind: kind, source: .environment).neededMode
        return Roff.item(Roff.bold(kind.rawValue), [Roff.text("\(mode.rawValue). \(kind.remark)")])
      }
  }

  var exitStatus: [String] {
    section(
      "EXIT STATUS",
      [
        ("0", "Success."),
        (
          "1",
          "An error, which standard error names; or a search that found nothing; or keys were "
            + "wanted and there is no terminal to read them from."
        ),
        ("2", "The command line is not one that the program takes."),
        ("128+n", "Ended by signal n; the terminal is left as it was found."),
      ])
  }

  var examples: [String] {
    section(
      "EXAMPLES",
      [
        ("reader seeds", "Open the articles of a folder."),
        ("reader import ~/articles && reader", "Keep articles in the library, then read there."),
        ("reader show --width 60 article.txt | less", "Print an article, wrapped to 60 columns."),
        ("reader search بغداد ~/articles", "Find a word in a folder, in whatever script."),
        (
          "reader entities --format json ~/articles",
          "List the people, places and organizations of a folder for another program."
        ),
      ])
  }

  private func section(_ title: String, _ items: [(term: String, text: String)]) -> [String] {
    [Roff.section(title)]
      + items.flatMap { Roff.item(Roff.bold($0.term), [Roff.text($0.text)]) }
  }
}

import CMalloc
import Foundation
import Model

/// The running program: events and messages in, the state updated and painted, effects out.
///
/// It belongs to the main thread.
final class Program {
  /// How long painting waits for answers that are under way, so that one key paints once.
  private static let patience = Duration.milliseconds(4)

  /// How long the screen may stay as it is while keys keep coming.
  private static let longestUnpainted = Duration.milliseconds(100)

  /// How often a library is looked at for changes.
  private static let interval = Duration.seconds(1)

  /// From how many pools the threads take memory: few, since each keeps as much as the work in the
  /// background once needed.
  private static let pools: CInt = 2

  private let opening: Opening
  private let session: TerminalSession
  private let mailbox: Mailbox
  private let desk: LibraryDesk
  /// Where it is written how long keys take, if that is wanted.
  private let trace: KeyTrace?
  /// Answers come in the order of the questions; none is asked on the main thread.
  private let queue = DispatchQueue(label: "library", qos: .userInteractive)
  /// What the screen does not wait for.
  private let background = DispatchQueue(label: "background", qos: .utility)
  private var state: State
  private var importRun: ImportRun?
  private var carefulRun: CarefulRun?
  private var fetchTask: Task<Void, Never>?
  private var commandTask: Task<Void, Never>?
  private var isRunning = true
  /// The last press of the mouse, and when it was.
  private var lastPress: (mouse: MouseEvent, time: Double)?
  /// When to look for changes again.
  private var nextLook = ContinuousClock.now
  /// When the screen was last painted.
  private var lastPaint = ContinuousClock.now

  /// Whether links in folders are followed.
  private let followsLinks: Bool
  /// The file of configuration that was named.
  private let configurationFile: String?

  /// Enters the terminal and opens what is to be read.
  ///
  /// - Parameters:
  ///   - opening: What is to be read.
  ///   - bidi: How Arabic is sent; `nil` leaves it to the configuration.
  ///   - followsLinks: Whether links in folders are followed.
  ///   - file: The file of configuration that was named.
  init(
    opening: Opening, bidi: BidiMode?, followsLinks: Bool, configuration file: String?
  ) throws {
    cmalloc_set_pools(Self.pools)
    self.followsLinks = followsLinks
    let configuration = try Configuration.read(file)
    configurationFile = file
    let environment = ProcessInfo.processInfo.environment
    trace = try KeyTrace.named(in: environment)
    let library: Library
    switch opening {
    case .paths: library = try Library.inMemory()
    case .library(let path): library = try Library(at: URL(filePath: path))
    }
    self.opening = opening
    var options = TerminalSession.Options()
    options.bidi = bidi ?? configuration.settings.bidi
    options.theme = configuration.settings.theme
    session = try TerminalSession(options)
    let waker = session.waker
    mailbox = Mailbox { waker.wake() }
    state = State(
      size: session.size, opening: opening,
      nameScript: NameScript.preferred(environment), configuration: configuration)
    if case .library(let path) = opening { KeptVisits.visit(of: path)?.restore(&state) }
    desk = LibraryDesk(library: library, order: state.order)
    update(.terminal(drawsTashkeel: session.profile.identity.kind.drawsTashkeel))
  }

  /// Runs until the reader leaves or a signal ends the program.
  func run() {
    defer {
      importRun?.cancel()
      carefulRun?.cancel()
      fetchTask?.cancel()
      commandTask?.cancel()
      session.leave()
      finishSaving()
    }
    start()
    while isRunning {
      collectMail()
      if mailbox.isExpecting, !session.events.hasPending {
        // An answer in time saves painting twice.
        if let event = session.events.next(within: Self.patience) {
          take(event)
          if isRunning, !isPaintDue { continue }
        }
        collectMail()
      }
      guard isRunning else { return }
      if isPaintDue { paint() }
      waitForEvent()
    }
  }

  /// Whether nothing that was typed is left to be handled, or the screen has not shown any of it for
  /// too long.
  private var isPaintDue: Bool {
    !session.events.hasPending || .now - lastPaint >= Self.longestUnpainted
  }

  private func paint() {
    defer { lastPaint = .now }
    draw()
    let drawsTashkeel = session.profile.identity.kind.drawsTashkeel
    guard drawsTashkeel != state.terminalDrawsTashkeel else { return }
    // Another terminal looks at the program now.
    update(.terminal(drawsTashkeel: drawsTashkeel))
    draw()
  }

  private func draw() {
    session.theme = state.settings.theme
    session.usesMouse = state.settings.mouse
    session.call(state.reading.map { $0.content.summary.title + " - Reader" } ?? "Reader")
    guard let trace else {
      session.paint(Screen.grid(state))
      return
    }
    let start = MonotonicTime.now
    let grid = Screen.grid(state)
    let drawn = MonotonicTime.now
    session.paint(grid)
    let end = MonotonicTime.now
    trace.painted(draw: drawn - start, output: end - drawn, at: end)
  }

  /// Waits for the next event; while a library is open, looks now and then, however much is typed,
  /// whether another program has changed it.
  private func waitForEvent() {
    guard case .library = opening else {
      if let event = session.events.next() { take(event) } else { isRunning = false }
      return
    }
    if let event = session.events.next(within: max(.zero, nextLook - .now)) { take(event) }
    guard isRunning, .now >= nextLook else { return }
    lookForChanges()
  }

  private func lookForChanges() {
    nextLook = .now + Self.interval
    carryOut([.asking(LookForChanges())])
  }

  /// Waits until what the reader did is kept, and keeps what the screen is like; of files opened for a
  /// while there is nothing to keep.
  private func finishSaving() {
    guard case .library(let path) = opening else { return }
    queue.sync {}
    // The screen has been left: nobody would see why it can't be kept.
    try? KeptVisits.keep(LastVisit(state), of: path)
  }

  private func start() {
    // Before the first rows, so that a change is told from what they show.
    if case .library = opening { lookForChanges() }
    carryOut(state.start())
    switch opening {
    case .paths(let paths): read(paths)
    case .library:
      if state.settings.importsAtStart {
        read(state.settings.importPaths.map { Configuration.path($0) })
      }
      if state.settings.fetchesAtStart { fetch(.due) }
      if importRun == nil { readNamesAgain() }
      // An import may have left this to do; what changes is noticed as any change.
      background.async { [desk, mailbox] in
        if let failure = desk.settle() { mailbox.post(failure) }
      }
    }
  }

  private func read(_ paths: [String]) {
    guard !paths.isEmpty else { return }
    importRun = ImportRun(
      paths: paths, followsLinks: followsLinks, configuration: configurationFile,
      into: desk.library, isShown: opening == .paths(paths), mailbox: mailbox)
  }

  /// Starts to read the names carefully of articles that an import read quickly.
  private func readNamesAgain() {
    guard state.settings.readsNamesAgain, !desk.library.isReadOnly else { return }
    carefulRun?.cancel()
    carefulRun = CarefulRun(library: desk.library, mailbox: mailbox)
  }

  /// Reads the names again where the reader said where some stand, also where all others are to stay as
  /// they were read.
  private func readNames(concernedBy change: JudgementChange) {
    guard !state.settings.readsNamesAgain else { return readNamesAgain() }
    carefulRun?.cancel()
    carefulRun = CarefulRun(library: desk.library, mailbox: mailbox, only: change)
  }

  private func collectMail() {
    for letter in mailbox.collect() {
      if let message = letter.message { update(message, cause: letter.cause) }
      switch letter.message {
      case .imported?, .fetched?: readNamesAgain()
      default: break
      }
      if let cause = letter.cause { trace?.answered(cause, isAnswer: letter.message != nil) }
    }
  }

  /// Updates the state and carries out what follows, on account of a key where one is traced.
  private func update(_ message: Message, cause: KeyTrace.Number? = nil) {
    defer { carefulRun?.note(open: state.reading?.content.summary.id) }
    guard let trace, let cause else {
      carryOut(state.update(message))
      return
    }
    let start = MonotonicTime.now
    let wanted = state.update(message)
    trace.updated(cause, took: MonotonicTime.now - start)
    carryOut(wanted, cause: cause)
  }

  /// Takes what the mouse did; a second press on the same cell, soon enough, is a double click.
  private func take(_ mouse: MouseEvent) {
    var mouse = mouse
    if case .press = mouse.action {
      let time = session.events.readTime
      if let lastPress, lastPress.mouse == mouse,
        time - lastPress.time < MouseEvent.doubleClickTime
      {
        self.lastPress = nil
        mouse.action = .press(isDouble: true)
      } else {
        lastPress = (mouse, time)
      }
    }
    update(.mouse(mouse))
  }

  private func take(_ key: Key) {
    let cause = trace?.begin(key, read: session.events.readTime, view: state.viewName)
    update(.key(key), cause: cause)
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .key(.control("C")): interrupt()
    case .key(let key): take(key)
    case .mouse(let mouse): take(mouse)
    case .paste(let text): update(.pasted(text))
    case .pasteStalled:
      let text = "The pasted text is not complete: no key counts until its end has come"
      update(.notice(Notice(text: text, tone: .alert)))
    case .pasteLost:
      let text = "The end of the pasted text never came, so none of it was taken"
      update(.notice(Notice(text: text, tone: .alert)))
    case .resize: update(.resized(session.size))
    case .wake: collectMail()
    case .interrupt: interrupt()
    case .end(let signal): end(bySignal: signal)
    case .suspend: carryOut([.suspend])
    case .resume:
      session.resume()
      update(.resized(session.size))
    }
  }

  /// Ctrl-C and INT: leaves what is being typed, else ends the command that runs, else stops reading
  /// files, else ends the program.
  private func interrupt() {
    if state.activePane?.isModal == true {
      carryOut(state.run(.cancel))
    } else if state.commandRun?.isRunning == true {
      update(.stopCommand)
    } else if state.progress == nil {
      end(bySignal: SIGINT)
    } else {
      carryOut([.cancelImport])
    }
  }

  /// Saves, gives the terminal back and dies by a signal, as whoever sent it expects.
  private func end(bySignal signal: Int32) {
    importRun?.cancel()
    carefulRun?.cancel()
    commandTask?.cancel()
    if let reading = state.reading {
      carryOut([
        .asking(SavePlace(place: reading.place, article: reading.content.summary.id))
      ])
    }
    session.leave()
    finishSaving()
    SignalPipe.die(bySignal: signal)
  }

  private func carryOut(_ wanted: [Effect], cause: KeyTrace.Number? = nil) {
    for effect in wanted {
      switch effect {
      case .quit: isRunning = false
      case .redraw: session.redraw()
      case .suspend:
        session.suspend()
        update(.resized(session.size))
      case .fetch(let targets): fetch(.asked(targets))
      case .subscribe(let target): fetch(.new(target))
      case .readNames(let change): readNames(concernedBy: change)
      case .cancelImport: importRun?.cancel()
      case .copy(let text):
        if !session.copy(text) {
          update(.notice(Notice(text: "Too long for the clipboard", tone: .alert)))
        }
      case .setBidiMode(let mode, let keeps): setBidi(mode, keeps: keeps)
      case .run(let program): run(program)
      case .show(let command): show(command)
      case .stopCommand: commandTask?.cancel()
      case .write(let note): write(note)
      case .readConfiguration(let path): readConfiguration(path)
      case .ask(let inquiry): ask(inquiry, cause: cause)
      }
    }
  }

  private func setBidi(_ mode: BidiMode, keeps: Bool) {
    do {
      if keeps { try session.keepBidi(mode) }
    } catch {
      let text = "The choice could not be kept: \(error.localizedDescription)"
      update(.notice(Notice(text: text, tone: .alert)))
    }
    session.setBidi(mode)
  }

  /// Fetches sources in the background; the list takes in what came as any change.
  private func fetch(_ wanted: BackgroundFetch.Wanted) {
    guard case .library(let path) = opening else {
      let text = "Files opened for a while have no sources; open the library to fetch"
      return update(.notice(Notice(text: text, tone: .alert)))
    }
    guard state.fetching == nil else {
      return update(.notice(Notice(text: "The sources are being fetched already")))
    }
    update(.fetching("fetching"))
    let fetching = SourceFetching(
      library: desk.library, lock: path + ".fetch", configuration: configurationFile)
    fetchTask = BackgroundFetch(
      wanted: wanted, fetching: fetching, mailbox: mailbox
    ).start()
  }

  private func readConfiguration(_ path: String?) {
    do {
      update(.configured(try Configuration.read(path ?? configurationFile)))
      session.setBidi(state.settings.bidi)
    } catch {
      update(.notice(Notice(text: String(describing: error), tone: .alert)))
    }
  }

  private func ask(_ inquiry: Inquiry, cause: KeyTrace.Number?) {
    desk.announce(inquiry)
    if inquiry.question.isPatient {
      background.async { [desk, mailbox] in
        if let answer = desk.answer(to: inquiry) { mailbox.post(answer) }
      }
      return
    }
    mailbox.expect()
    if let cause { trace?.asked(cause) }
    queue.async { [desk, mailbox] in
      mailbox.answer(desk.answer(to: inquiry), cause: cause)
    }
  }

  /// Has a command read text, in the background or on the terminal, to show what it prints.
  private func show(_ command: ShellCommand) {
    commandTask?.cancel()
    if command.isForPart {
      commandTask = BackgroundCommand(command: command).start(mailbox)
      return
    }
    let output = session.lend { ShellJob.output(of: command) }
    update(.resized(session.size))
    update(.printed(output))
  }

  private func write(_ note: NoteToEdit) {
    let outcome = session.lend { NoteFile(note: note).edit() }
    update(.resized(session.size))
    switch outcome {
    case .text(let text): update(.noteWritten(note.target, text: text))
    case .failure(let failure): update(.notice(Notice(text: failure, tone: .alert)))
    }
  }

  private func run(_ program: ExternalProgram) {
    let failure = session.lend { program.run() }
    update(.resized(session.size))
    if let failure { update(.notice(Notice(text: failure, tone: .alert))) }
  }
}

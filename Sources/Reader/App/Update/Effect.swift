import Model

/// What `update` wants done outside the state: a value, carried out by the effect runner.
enum Effect: Hashable, Sendable {
  /// Fetch rows of the list; answered by `rows`.
  case fetchRows(Range<Int>)
  /// Fetch and lay out the article of a row; answered by `opened`.
  case openRow(Int, OpenTarget, OpenRequest)
  /// Fetch and lay out an article; answered by `opened`.
  case openArticle(ArticleID, OpenTarget, OpenRequest)
  /// Lay out an article in another setting; answered by `laidOut`.
  case layOut(ArticleID, TextSetting)
  /// Fetch and lay out the article that tells the same story in the other language; answered by
  /// `openedBeside`.
  case openCounterpart(of: ArticleID, OpenRequest)
  /// Fetch and lay out an article to set beside another; answered by `openedBeside`.
  case openBeside(ArticleID, of: ArticleID, OpenRequest)
  /// Find the next article that mentions an entity; answered by `found`.
  case findNext(EntityID, after: ArticleID)
  /// Find the articles that tell the same story as one that has come on screen; answered by
  /// `related`, when there is time.
  case fetchRelated(ArticleID)
  /// Gather what is known of an entity, or of the one that has the name `anchor` where the entity has
  /// lost it; answered by `page`.
  case openPage(EntityID, anchor: JudgedName?)
  /// Carry out a judgement; answered by `userChanged`.
  case judge(JudgementRequest)
  /// Find the surest link that waits to be judged; answered by `proposal`.
  case findProposal
  /// Fetch some mentions of an entity, each in its line of text; answered by `mentions`.
  case fetchMentions(EntityID, Range<Int>)
  /// Search all articles; answered by `searched`.
  case search(SearchQuery, request: Int)
  /// Bring more hits of a search, from a number on; answered by `searchedOn`.
  case searchOn(SearchQuery, from: Int, request: Int)
  /// Fetch rows of the list as a filter leaves it; answered by `listed`.
  case fetchList(ListRequest)
  /// Get ready what searches need.
  case prepareSearch
  /// Change something of the reader's; answered by `userChanged`.
  case change(UserChange, ChangeCause)
  /// Mark all articles read that a filter leaves in; answered by `userChanged`.
  case markAllRead(SearchQuery?)
  /// Find the place that a letter marks, or the last place; answered by `foundMark`.
  case findMark(String)
  /// Fetch the saved searches, one of which may be wanted; answered by `savedSearches`.
  case fetchSavedSearches(choosing: String?)
  /// Look whether another program has changed the library; answered by `changed` where it has.
  case lookForChanges
  /// Note whether an article has been read.
  case setRead(Bool, ArticleID)
  /// Note where the reader is in an article.
  case savePlace(Place, ArticleID)
  /// Put text on the clipboard.
  case copy(String)
  /// Run a program that takes over the screen, or that gets the article.
  case run(ExternalProgram)
  /// Send Arabic to the terminal in another way, and keep the choice for it if that is wanted.
  case setBidiMode(BidiMode, keeps: Bool)
  /// Stop reading files.
  case cancelImport
  /// Paint the whole screen anew.
  case redraw
  /// Give the terminal back until the shell continues the program.
  case suspend
  /// Leave the program.
  case quit
}

extension Effect {
  /// Whether it changes what the reader keeps; answered by `userChanged` or `changeFailed`.
  var isChange: Bool {
    switch self {
    case .change, .judge, .markAllRead: true
    default: false
    }
  }

  /// Whether the screen is painted without waiting for the answer.
  var isPatient: Bool {
    switch self {
    case .fetchRelated, .searchOn, .prepareSearch: true
    default: false
    }
  }
}

/// How an article is to be laid out, and which request asks for it.
struct OpenRequest: Hashable, Sendable {
  /// The number of the request.
  var number: Int
  /// How the text is set.
  var setting: TextSetting
  /// What the list is filtered by that the article's row is wanted of.
  var filter: SearchQuery?
}

/// A program to hand the article to.
enum ExternalProgram: Hashable, Sendable {
  /// `$BROWSER` with an address.
  case browser(url: String)
  /// `$VISUAL` or `$EDITOR` with a file.
  case editor(path: String)
  /// A shell command that reads the article's text.
  case shell(command: String, input: String)
}

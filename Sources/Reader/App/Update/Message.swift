import Model

/// Everything that can happen to the program: what the reader types and what effects bring back.
enum Message: Sendable {
  /// A key was typed.
  case key(Key)
  /// Text was pasted as a whole.
  case pasted(String)
  /// The screen has another size.
  case resized(GridSize)
  /// What the terminal that shows the program can do.
  case terminal(drawsTashkeel: Bool)
  /// The number of articles and some rows of the list.
  case rows(count: Int, from: Int, [ArticleSummary])
  /// An article to show; the number is that of the request.
  case opened(Reading, OpenTarget, request: Int)
  /// The article shown, laid out anew.
  case laidOut(ArticleLayout, article: ArticleID)
  /// The articles that tell the same story as another.
  case related([RelatedStrip.Row], of: ArticleID)
  /// A link that waits to be judged, if there is one.
  case proposal(EntityLink?)
  /// What is known of an entity; `nil` where the library does not have it any more.
  case page(EntityPageContent?, of: EntityID)
  /// Some mentions of an entity.
  case mentions(Concordance, of: EntityID)
  /// The article to set beside `of`; `nil` where there is none that tells the same story.
  case openedBeside(Reading?, of: ArticleID)
  /// The next article that mentions an entity; `nil` where no other does.
  case found(EntityID, next: ArticlePlace?, wrapped: Bool)
  /// The hits of a search; the number is that of the request.
  case searched(SearchQuery, SearchResults, request: Int)
  /// Rows of the list as a filter leaves it, or around an article.
  case listed(ListAnswer)
  /// Something of the reader's was changed; `inverse` undoes it.
  case userChanged(UserChange, inverse: UserChange, ChangeCause)
  /// The place that a letter marks; `nil` where it marks none.
  case foundMark(String, PlaceMark?)
  /// The saved searches, and the one that is wanted.
  case savedSearches([SavedSearch], chosen: String?)
  /// More hits of a search; the number is that of the request.
  case searchedOn([SearchHit], from: Int, request: Int)
  /// The library was changed by another program.
  case changed
  /// Reading files goes on.
  case progress(ImportProgress)
  /// All files are read.
  case imported(ImportReport)
  /// What the reader keeps could not be changed, and why.
  case changeFailed(Notice)
  /// Something for the reader to know.
  case notice(Notice)
}

/// Where to go in an article that is opened.
enum OpenTarget: Hashable, Sendable {
  /// Where the reader was last, or the start.
  case lastPlace
  /// An exact place.
  case place(Place)
  /// The first mention of an entity.
  case mention(of: EntityID)
  /// A search's hit; `nil` is the start.
  case hit(TextRange?)
}

/// How fast long work goes, told from how far it was lately.
struct WorkPace {
  /// How far the work was at a time.
  private struct Sample {
    var time: ContinuousClock.Instant
    var articles: Int
    var done: Int
  }

  /// How far back it is looked: what was passed over at the start tells nothing of the rest.
  private static let window = Duration.seconds(15)
  /// How far samples are apart at least.
  private static let spacing = Duration.milliseconds(250)
  /// How long the work has to go on before its pace is told.
  private static let patience = Duration.seconds(1)

  private var samples: [Sample] = []

  /// How many articles a second that was lately, once it can be told.
  private(set) var articlesPerSecond: Double?
  /// How long the work will go on at that pace, once it can be told.
  private(set) var timeLeft: Duration?

  /// Takes in how far the work is: how many articles that was, and how much of it all, in any unit.
  mutating func note(articles: Int, done: Int, of total: Int, at time: ContinuousClock.Instant) {
    while samples.count > 1, time - samples[1].time >= Self.window { samples.removeFirst() }
    if samples.last.map({ time - $0.time >= Self.spacing }) ?? true {
      samples.append(Sample(time: time, articles: articles, done: done))
    }
    guard let first = samples.first, time - first.time >= Self.patience else { return }
    let seconds = (time - first.time) / .seconds(1)
    articlesPerSecond = Double(articles - first.articles) / seconds
    let speed = Double(done - first.done) / seconds
    timeLeft = speed > 0 && done <= total ? .seconds(Double(total - done) / speed) : nil
  }
}

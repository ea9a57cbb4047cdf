/// One way in which an entity is written, and how often it was found so.
public struct NameForm: Hashable, Sendable, Codable {
  /// The name as it stands in the text.
  public var text: String
  /// The script it is written in.
  public var script: Script
  /// How many mentions have it; 0 for a name that is known and was not found.
  public var count: Int

  /// Makes a name form; the script is that of the text.
  public init(text: String, count: Int = 1) {
    self.text = text
    self.script = Script(of: text)
    self.count = count
  }
}

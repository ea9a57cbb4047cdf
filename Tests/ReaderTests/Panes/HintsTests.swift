import Testing

@testable import Reader

@Suite("Letters on names")
struct HintsTests {
  @Test(
    "Every name has a label, and none begins another",
    arguments: [1, 25, 26, 27, 51, 52, 100, 675, 676])
  func labels(_ count: Int) {
    let labels = HintsPane((0..<count).map { .mention($0) }).labels
    #expect(labels.count == count)
    let all = Set(labels.values)
    #expect(all.count == count)
    for label in all where label.count == 2 {
      #expect(!all.contains(String(label.prefix(1))))
    }
  }
}

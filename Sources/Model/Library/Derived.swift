import GRDB
import Synchronization

/// A value derived from the articles and entities of a library: known at one generation of the
/// library, or one edition where it depends on the articles alone, and made again at another.
final class Derived<Value: Sendable>: Sendable {
  private let known = Mutex<(generation: Int64, value: Value)?>(nil)
  /// Held while the value is made, so that it is made once where two ask for it at the same time.
  private let making = Mutex<Void>(())

  /// The value at a generation, if it is known.
  func value(at generation: Int64) -> Value? {
    known.withLock { $0.flatMap { $0.generation == generation ? $0.value : nil } }
  }

  /// The value at a generation, made if it is not known.
  func value(at generation: Int64, make: () throws -> Value) rethrows -> Value {
    if let value = value(at: generation) { return value }
    return try making.withLock { _ in
      if let value = value(at: generation) { return value }
      let value = try make()
      known.withLock { $0 = (generation, value) }
      return value
    }
  }

  /// Changes the value in place, starting from `initial` at a new generation.
  ///
  /// `body` must not block: whoever else asks for the value waits.
  func update<Result: Sendable>(
    at generation: Int64, from initial: @autoclosure () -> Value, _ body: (inout Value) -> Result
  ) -> Result {
    known.withLock { known in
      // Taken out while it is changed, so that changing it copies nothing.
      var value = known.flatMap { $0.generation == generation ? $0.value : nil } ?? initial()
      known = nil
      defer { known = (generation, value) }
      return body(&value)
    }
  }
}

/// Answers that are kept while the library stays as it is; when there are too many, all go.
struct Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let limit: Int
  private var values: [Key: Value] = [:]

  /// Makes a memo of at most `limit` answers.
  init(limit: Int) {
    self.limit = limit
  }

  /// The answer for a key.
  subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      if values.count >= limit, values[key] == nil { values.removeAll(keepingCapacity: true) }
      values[key] = newValue
    }
  }
}

/// The derived values of one library, by their types; each room keeps its own here.
final class DerivedValues: Sendable {
  private let slots = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The slot of a type of value.
  subscript<Value: Sendable>(_: Value.Type) -> Derived<Value> {
    slots.withLock { slots in
      let key = ObjectIdentifier(Value.self)
      if let slot = slots[key] as? Derived<Value> { return slot }
      let slot = Derived<Value>()
      slots[key] = slot
      return slot
    }
  }
}

extension Library {
  /// A value derived from the library as `db` sees it, made if it is not known at this generation.
  func derived<Value: Sendable>(_ db: Database, make: (Int64) throws -> Value) throws -> Value {
    let generation = try Self.generation(db)
    return try derived[Value.self].value(at: generation) { try make(generation) }
  }
}

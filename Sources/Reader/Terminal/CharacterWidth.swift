import Foundation
import Model

/// How many columns ncurses gives a character.
///
/// It asks the C library, whose tables may be years older than the emoji of today's news; then it draws
/// two blanks for them. This function has the name of the C library's own and so stands in its place.
@_cdecl("wcwidth")
public func characterWidth(_ character: wchar_t) -> CInt {
  guard character != 0 else { return 0 }
  let scalar = UInt32(exactly: character).flatMap(Unicode.Scalar.init)
  return scalar.flatMap(GlyphForms.columns).map(CInt.init) ?? -1
}

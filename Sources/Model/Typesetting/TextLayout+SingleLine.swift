extension TextLayout {
  /// Lays out a text on one line, as titles in lists are.
  ///
  /// What does not fit is cut off at its logical end, where an ellipsis stands for it: on the left
  /// in right-to-left text. Line ends in the text are spaces.
  ///
  /// Complexity: O(*n*).
  public static func singleLine(
    _ scalars: ArraySlice<Unicode.Scalar>, width: Int, direction: TextDirection? = nil,
    options: LayoutOptions = LayoutOptions()
  ) -> LayoutLine {
    let bidi = BidiParagraph(scalars, direction: direction)
    var builder = CellBuilder(
      count: scalars.count, options: options, rightToLeft: bidi.baseLevel == 1,
      foldsLineEnds: true)
    builder.append(scalars, levels: bidi.levels, opportunities: [])
    let filler = LineFiller(
      cells: builder.cells, scalars: scalars, bidi: bidi, width: max(1, width))
    return filler.truncated()
  }

  /// Lays out a text on one line.
  public static func singleLine(
    _ text: ScalarText, width: Int, direction: TextDirection? = nil,
    options: LayoutOptions = LayoutOptions()
  ) -> LayoutLine {
    singleLine(text.scalars[...], width: width, direction: direction, options: options)
  }
}

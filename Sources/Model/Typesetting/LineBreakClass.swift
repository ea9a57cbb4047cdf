/// The line breaking classes of UAX #14 after rule LB1, numbered as the generated table does.
enum LineBreakClass: UInt8, TableValue {
  case AL, BA, BB, B2, BK, CB, CL, CM, CP, CR, EB, EM, EX, GL, H2, H3, HL, HY, ID, IN, IS, JL, JT,
    JV, LF, NL, NS, NU, OP, PO, PR, QU, RI, SP, SY, WJ, ZW, ZWJ
  /// OP and CP of East Asian width, which LB30 leaves alone.
  case OPW, CPW
  /// Unassigned pictographs, which LB30b counts as emoji bases.
  case EXTPICT

  static var greatest: LineBreakClass { .EXTPICT }
}

// Data table: the characters whose compatibility decomposition is raised text, from the Unicode
// character database.

/// Raised characters and what they are when not raised.
enum SuperscriptTable {
  private static let rows: [(raised: String, plain: String)] = [
    (
      "\u{AA}\u{B2}\u{B3}\u{B9}\u{BA}\u{2B0}\u{2B1}\u{2B2}\u{2B3}\u{2B4}",
      "\u{61}\u{32}\u{33}\u{31}\u{6F}\u{68}\u{266}\u{6A}\u{72}\u{279}"
    ),
    (
      "\u{2B5}\u{2B6}\u{2B7}\u{2B8}\u{2E0}\u{2E1}\u{2E2}\u{2E3}\u{2E4}\u{10FC}",
      "\u{27B}\u{281}\u{77}\u{79}\u{263}\u{6C}\u{73}\u{78}\u{295}\u{10DC}"
    ),
    (
      "\u{1D2C}\u{1D2D}\u{1D2E}\u{1D30}\u{1D31}\u{1D32}\u{1D33}\u{1D34}\u{1D35}\u{1D36}",
      "\u{41}\u{C6}\u{42}\u{44}\u{45}\u{18E}\u{47}\u{48}\u{49}\u{4A}"
    ),
    (
      "\u{1D37}\u{1D38}\u{1D39}\u{1D3A}\u{1D3C}\u{1D3D}\u{1D3E}\u{1D3F}\u{1D40}\u{1D41}",
      "\u{4B}\u{4C}\u{4D}\u{4E}\u{4F}\u{222}\u{50}\u{52}\u{54}\u{55}"
    ),
    (
      "\u{1D42}\u{1D43}\u{1D44}\u{1D45}\u{1D46}\u{1D47}\u{1D48}\u{1D49}\u{1D4A}\u{1D4B}",
      "\u{57}\u{61}\u{250}\u{251}\u{1D02}\u{62}\u{64}\u{65}\u{259}\u{25B}"
    ),
    (
      "\u{1D4C}\u{1D4D}\u{1D4F}\u{1D50}\u{1D51}\u{1D52}\u{1D53}\u{1D54}\u{1D55}\u{1D56}",
      "\u{25C}\u{67}\u{6B}\u{6D}\u{14B}\u{6F}\u{254}\u{1D16}\u{1D17}\u{70}"
    ),
    (
      "\u{1D57}\u{1D58}\u{1D59}\u{1D5A}\u{1D5B}\u{1D5C}\u{1D5D}\u{1D5E}\u{1D5F}\u{1D60}",
      "\u{74}\u{75}\u{1D1D}\u{26F}\u{76}\u{1D25}\u{3B2}\u{3B3}\u{3B4}\u{3C6}"
    ),
    (
      "\u{1D61}\u{1D78}\u{1D9B}\u{1D9C}\u{1D9D}\u{1D9E}\u{1D9F}\u{1DA0}\u{1DA1}\u{1DA2}",
      "\u{3C7}\u{43D}\u{252}\u{63}\u{255}\u{F0}\u{25C}\u{66}\u{25F}\u{261}"
    ),
    (
      "\u{1DA3}\u{1DA4}\u{1DA5}\u{1DA6}\u{1DA7}\u{1DA8}\u{1DA9}\u{1DAA}\u{1DAB}\u{1DAC}",
      "\u{265}\u{268}\u{269}\u{26A}\u{1D7B}\u{29D}\u{26D}\u{1D85}\u{29F}\u{271}"
    ),
    (
      "\u{1DAD}\u{1DAE}\u{1DAF}\u{1DB0}\u{1DB1}\u{1DB2}\u{1DB3}\u{1DB4}\u{1DB5}\u{1DB6}",
      "\u{270}\u{272}\u{273}\u{274}\u{275}\u{278}\u{282}\u{283}\u{1AB}\u{289}"
    ),
    (
      "\u{1DB7}\u{1DB8}\u{1DB9}\u{1DBA}\u{1DBB}\u{1DBC}\u{1DBD}\u{1DBE}\u{1DBF}\u{2070}",
      "\u{28A}\u{1D1C}\u{28B}\u{28C}\u{7A}\u{290}\u{291}\u{292}\u{3B8}\u{30}"
    ),
    (
      "\u{2071}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}\u{207A}\u{207B}\u{207C}",
      "\u{69}\u{34}\u{35}\u{36}\u{37}\u{38}\u{39}\u{2B}\u{2212}\u{3D}"
    ),
    (
      "\u{207D}\u{207E}\u{207F}\u{2C7D}\u{2D6F}\u{3192}\u{3193}\u{3194}\u{3195}\u{3196}",
      "\u{28}\u{29}\u{6E}\u{56}\u{2D61}\u{4E00}\u{4E8C}\u{4E09}\u{56DB}\u{4E0A}"
    ),
    (
      "\u{3197}\u{3198}\u{3199}\u{319A}\u{319B}\u{319C}\u{319D}\u{319E}\u{319F}\u{A69C}",
      "\u{4E2D}\u{4E0B}\u{7532}\u{4E59}\u{4E19}\u{4E01}\u{5929}\u{5730}\u{4EBA}\u{44A}"
    ),
    (
      "\u{A69D}\u{A770}\u{A7F2}\u{A7F3}\u{A7F4}\u{A7F8}\u{A7F9}\u{AB5C}\u{AB5D}\u{AB5E}",
      "\u{44C}\u{A76F}\u{43}\u{46}\u{51}\u{126}\u{153}\u{A727}\u{AB37}\u{26B}"
    ),
    (
      "\u{AB5F}\u{AB69}",
      "\u{AB52}\u{28D}"
    ),
  ]

  /// Plain text by raised character.
  static let plain: [Unicode.Scalar: String] = {
    var result: [Unicode.Scalar: String] = [
      "\u{2120}": "SM", "\u{2122}": "TM", "\u{2C0}": "\u{294}", "\u{2C1}": "\u{295}",
      "\u{6E5}": "\u{648}", "\u{6E6}": "\u{64A}",
    ]
    for (raised, plain) in rows {
      for (from, to) in zip(raised.unicodeScalars, plain.unicodeScalars) {
        result[from] = String(to)
      }
    }
    return result
  }()

  /// What a raised character is when not raised; nil for any other.
  static func plainText(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    // Neither letters with accents nor apostrophes and dashes, by far the most, are looked up.
    case 0..<0xAA, 0xBB..<0x2B0, 0x2000..<0x2070: nil
    default: plain[scalar]
    }
  }
}

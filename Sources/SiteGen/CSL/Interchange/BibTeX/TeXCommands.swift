// Tables of data: the TeX commands found in bibliographies.

enum TeXCommands {
  /// Commands that stand for a text.
  static let symbols: [String: String] = [
    "oe": "œ", "OE": "Œ", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£",
    "textsterling": "£", "euro": "€", "texteuro": "€", "copyright": "©", "textcopyright": "©",
    "textregistered": "®", "texttrademark": "™", "dag": "†", "ddag": "‡", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘",
    "rq": "’", "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«",
    "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "og": "«\u{A0}", "fg": "\u{A0}»", "textquotesingle": "'",
    "textquotedbl": "\"", "textasciigrave": "`", "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textbar": "|",
    "textless": "<", "textgreater": ">", "textunderscore": "_", "textdollar": "$",
    "textdegree": "°", "degres": "°", "textordmasculine": "º", "textordfeminine": "ª",
    "textperiodcentered": "·", "cdot": "·", "textbullet": "•", "textparagraph": "¶",
    "textsection": "§", "textonehalf": "½", "textonequarter": "¼", "texttimes": "×",
    "times": "×", "pm": "±", "textexclamdown": "¡", "textquestiondown": "¿", "slash": "/",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "newline": "\n", "par": "\n",
    "\\": "\n", "quad": " ", "qquad": " ", "space": " ", "nobreakspace": "\u{A0}",
    "textnobreakspace": "\u{A0}", "thinspace": "\u{2009}", ",": "\u{202F}", ";": " ", ":": " ",
    "!": "", "-": "\u{AD}", "/": "", "@": "", "&": "&", "%": "%", "$": "$", "#": "#", "_": "_",
    "{": "{", "}": "}", "ier": "<sup>er</sup>", "iere": "<sup>re</sup>", "ieme": "<sup>e</sup>",
    "no": "n<sup>o</sup>", "No": "N<sup>o</sup>", "relax": "", "noopsort": "", "protect": "",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "infty": "∞", "leq": "≤", "geq": "≥", "rightarrow": "→", "to": "→", "sim": "∼",
  ]

  private static let smallCaps = "<span style=\"font-variant:small-caps;\">"

  /// The span of CSL-JSON around text whose case is not to be changed.
  static let noCase = "<span class=\"nocase\">"

  /// The commands around formatted text; the first of a tag is the one that is written.
  static let fonts: [(command: String, open: String, close: String)] = [
    ("emph", "<i>", "</i>"), ("textbf", "<b>", "</b>"), ("textsuperscript", "<sup>", "</sup>"),
    ("textsubscript", "<sub>", "</sub>"), ("textsc", smallCaps, "</span>"),
    ("textit", "<i>", "</i>"), ("textsl", "<i>", "</i>"), ("mkbibemph", "<i>", "</i>"),
    ("mkbibitalic", "<i>", "</i>"), ("mkbibbold", "<b>", "</b>"), ("up", "<sup>", "</sup>"),
    ("mkbibsuperscript", "<sup>", "</sup>"), ("mkbibquote", "“", "”"), ("enquote", "“", "”"),
    ("text", "", ""), ("textrm", "", ""), ("textnormal", "", ""), ("textup", "", ""),
    ("textsf", "", ""), ("texttt", "", ""), ("textmd", "", ""), ("mbox", "", ""),
    ("ensuremath", "", ""), ("url", "", ""), ("path", "", ""), ("nolinkurl", "", ""),
    ("href", "", ""), ("mathrm", "", ""), ("mathbf", "", ""), ("mathit", "", ""),
  ]

  static let fontsByCommand = Dictionary(
    uniqueKeysWithValues: fonts.map { ($0.command, (open: $0.open, close: $0.close)) }
  )

  /// The commands that format the rest of their group.
  static let declarations: [String: (open: String, close: String)] = [
    "em": ("<i>", "</i>"), "it": ("<i>", "</i>"), "itshape": ("<i>", "</i>"),
    "sl": ("<i>", "</i>"), "bf": ("<b>", "</b>"), "bfseries": ("<b>", "</b>"),
    "sc": (smallCaps, "</span>"), "scshape": (smallCaps, "</span>"), "rm": ("", ""),
    "tt": ("", ""), "sf": ("", ""), "normalfont": ("", ""),
  ]

  /// The accents, and the combining character each one is.
  static let accents: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}",
    "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
    "t": "\u{361}",
  ]

  /// Letter and combining character to the letter with its accent, where Unicode has one.
  static let composed: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for (mark, pairs) in compositions {
      let scalars = Array(pairs.unicodeScalars)
      for index in stride(from: 0, to: scalars.count - 1, by: 2) {
        table[key(scalars[index], mark)] = scalars[index + 1]
      }
    }
    return table
  }()

  static func key(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
    "\(letter.value) \(mark.value)"
  }

  /// By combining character: each letter followed by its accented form.
  private static let compositions: [(Unicode.Scalar, String)] = [
    ("\u{300}", "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÜǛüǜÂẦâầÊỀêềÔỒôồ"),
    ("\u{301}", "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźÆǼ"),
    ("\u{301}", "æǽØǾøǿÜǗüǘÂẤâấÊẾêếÔỐôốÅǺåǻÕṌõṍ"),
    ("\u{302}", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑẠẬạậẸỆẹệỌỘọộ"),
    ("\u{303}", "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪâẫÊỄêễÔỖôỗ"),
    ("\u{304}", "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÆǢæǣÜǕüǖÕȬõȭ"),
    ("\u{306}", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭẠẶạặ"),
    ("\u{307}", "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫ"),
    ("\u{307}", "wẇxẋyẏzż"),
    ("\u{308}", "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿÕṎõṏ"),
    ("\u{30A}", "AÅUŮaåuůwẘyẙ"),
    ("\u{30B}", "OŐUŰoőuű"),
    ("\u{30C}", "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžÜǙüǚ"),
    ("\u{323}", "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿ"),
    ("\u{323}", "wẉyỵzẓÂẬâậÊỆêệÔỘôộ"),
    ("\u{327}", "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"),
    ("\u{328}", "AĄEĘIĮOǪUŲaąeęiįoǫuų"),
    ("\u{331}", "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
  ]
}

/// The name of a person or an institution.
public struct CSLName: Hashable, Sendable {
  /// Family name, without its non-dropping particle once `separatingParticles()` has run.
  public var family = ""
  /// Given names.
  public var given = ""
  /// A particle that belongs to the given name ("de" in "Alexis de Tocqueville").
  public var droppingParticle = ""
  /// A particle that belongs to the family name ("van" in "Vincent van Gogh").
  public var nonDroppingParticle = ""
  /// "Jr.", "III" and the like.
  public var suffix = ""
  /// Whether the suffix follows a comma in the natural order too.
  public var hasCommaSuffix = false
  /// Whether the family name always comes first, without comma.
  public var isStaticOrdering = false
  /// The whole name of an institution or of somebody with one name only.
  public var literal = ""
  /// Fields this type does not know, in the order of the source.
  public var extras: [JSONTree.Member] = []

  /// Makes a name of a person.
  public init(family: String = "", given: String = "") {
    self.family = family
    self.given = given
  }

  /// Makes a name that is not to be taken apart.
  public init(literal: String) {
    self.literal = literal
  }

  /// Whether there is nothing to print.
  var isEmpty: Bool { family.isEmpty && given.isEmpty && literal.isEmpty }
}

extension CSLName {
  /// Moves particles and suffixes that stand inside the family and given fields to their own.
  ///
  /// Leading words of the family name and trailing words of the given name that begin with a small
  /// letter are particles; a family name in double quotes is taken as it is.
  func separatingParticles() -> CSLName {
    var name = self
    if !literal.isEmpty { return name }
    if given.isEmpty, extras.contains(where: { $0.name == "isInstitution" && $0.value.isTruthy }) {
      return CSLName(literal: family)
    }
    if family.utf8.first == UInt8(ascii: "\""), family.count > 1, family.hasPrefix("\""),
      family.hasSuffix("\"")
    {
      name.family = String(family.dropFirst().dropLast())
      return name
    }
    let parse = extras.first { $0.name == "parse-names" }?.value.isTruthy ?? true
    guard parse, nonDroppingParticle.isEmpty, !family.isEmpty, !given.isEmpty else { return name }
    name.separateFamilyParticle()
    name.separateSuffix()
    name.separateGivenParticle()
    return name
  }

  private mutating func separateFamilyParticle() {
    var rest = Substring(family)
    var particle = ""
    while let end = particleEnd(rest) {
      particle += rest[..<end]
      rest = rest[end...]
    }
    guard !particle.isEmpty else { return }
    family = String(rest)
    let trimmed = particle.trimmingSpaces()
    let keepsSpace = particle.last == " " && (trimmed.last == "'" || trimmed.last == "’")
    nonDroppingParticle = keepsSpace ? trimmed + " " : trimmed
  }

  /// Where a leading particle and its joint end, when there is one and something follows.
  private func particleEnd(_ text: Substring) -> Substring.Index? {
    // A capital letter opens no particle; this answers for nearly all names.
    if let byte = text.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
      return nil
    }
    guard let word = text.firstIndex(of: " ") ?? text.indices.last else { return nil }
    // The longest run without space that ends in a joint: "al-", "d'", "von ".
    var end: Substring.Index?
    if text[word] == " " {
      end = text.index(after: word)
    } else if let joint = text.lastIndex(where: { "-'’ʻ".contains($0) }) {
      end = text.index(after: joint)
    }
    guard var end, end < text.endIndex else { return nil }
    while end < text.endIndex, text[end] == " " { end = text.index(after: end) }
    guard end < text.endIndex,
      let first = text[..<end].first(where: { !"-'’ʻ ".contains($0) }),
      first.isLowercase
    else { return nil }
    return end
  }

  private mutating func separateSuffix() {
    guard suffix.isEmpty, given.utf8.contains(UInt8(ascii: ",")),
      let comma = given.firstIndex(of: ",")
    else { return }
    var rest = given[given.index(after: comma)...]
    if rest.first == "!" {
      hasCommaSuffix = true
      rest = rest.dropFirst()
    }
    let text = String(rest).trimmingSpaces()
    if text.replacing(".", with: "") == "et al", droppingParticle.isEmpty {
      droppingParticle = text
      given = String(given[..<comma]) + ","
    } else {
      suffix = text
      given = String(given[..<comma])
    }
  }

  private mutating func separateGivenParticle() {
    guard given.utf8.contains(UInt8(ascii: " ")) else { return }
    var words = given.split(separator: " ", omittingEmptySubsequences: true)
    var particles: [Substring] = []
    while words.count > 1, let last = words.last,
      let first = last.first(where: { !"-'’ʻ".contains($0) }), first.isLowercase
    {
      particles.append(last)
      words.removeLast()
    }
    guard !particles.isEmpty else { return }
    given = words.joined(separator: " ")
    let found = particles.reversed().joined(separator: " ")
    droppingParticle = droppingParticle.isEmpty ? found : droppingParticle + " " + found
  }
}

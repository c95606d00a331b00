/// A family name with the particles that stand before it in the name in full.
struct FamilyName {
  private let given: [Substring]
  private let words: [Substring]

  /// - Parameters:
  ///   - family: what the record has for it, the last word of the name if nothing.
  ///   - fullName: given names first; else nothing is known of particles.
  init(_ family: String, in fullName: String) {
    let all = fullName.split(separator: " ")
    let own = family.split(separator: " ")
    guard own.count < all.count, all.suffix(own.count).elementsEqual(own) else {
      (given, words) = ([], own)
      return
    }
    // The first word is a given name, whatever it looks like.
    let particles = all.dropFirst().dropLast(own.count).reversed()
      .prefix { FrenchNames.particles.contains($0.lowercased()) }
    given = Array(all.dropLast(own.count + particles.count))
    words = Array(all.suffix(own.count + particles.count))
  }

  /// The forms that nobody of another family bears: « van der Berg » and not « Berg », but also
  /// « La Tour » for « de La Tour », since texts leave that particle out.
  var forms: [String] {
    let short = words.count > 1 && words.first == "de" ? [Array(words.dropFirst())] : []
    let forms = ([words] + short).map { $0.joined(separator: " ") }
    return forms + forms.filter { $0.first?.isLowercase ?? false }.map(capitalised)
  }

  /// The name in full as lists print it: « Ada LOVELACE », « Marc de LA TOUR ».
  var capitals: String? {
    guard !given.isEmpty else { return nil }
    let family = words.map { word -> String in
      let elided = word.prefix(2)
      if elided == "d’" || elided == "d'" { return elided + word.dropFirst(2).uppercased() }
      let isParticle = word.allSatisfy(\.isLowercase)
      return isParticle ? String(word) : word.uppercased()
    }
    return (given.map(String.init) + family).joined(separator: " ")
  }
}

import Foundation

/// What an address answered, and when.
struct AddressAnswer: Codable, Hashable, Sendable {
  /// Status of HTTP; 0 where nothing answered.
  let status: Int
  /// What kept it from answering; empty where it did.
  let reason: String
  /// When it was asked, in days since 1970.
  let day: Int

  /// Whether a page is there; one that asks for a name or refuses programs is there.
  var isAlive: Bool { (200..<400).contains(status) || [401, 403, 429, 999].contains(status) }

  /// What is wrong, for people.
  var fault: String { status == 0 ? reason : "it answers \(status)" }
}

/// Answers of earlier checks, in a hidden file of the site.
struct AddressCache {
  private static let daysAlive = 7

  private let file: URL
  private(set) var answers: [String: AddressAnswer]

  /// Reads the file; one that is missing or damaged knows nothing.
  init(site: String) {
    file = URL(filePath: site).appending(path: ".sitegen-links.json")
    let data = try? Data(contentsOf: file)  // no earlier check
    answers =
      data.flatMap { try? JSONDecoder().decode([String: AddressAnswer].self, from: $0) } ?? [:]
  }

  /// The addresses that must be asked again.
  func stale(_ addresses: [String], today: Int) -> [String] {
    addresses.filter { address in
      guard let answer = answers[address], answer.isAlive else { return true }
      return today - answer.day > AddressCache.daysAlive
    }
  }

  /// Keeps new answers, and of the earlier ones those that are still asked for; writes nothing
  /// where nothing new is known.
  mutating func keep(_ new: [String: AddressAnswer], of addresses: [String]) {
    let wanted = Set(addresses)
    let kept = answers.merging(new) { $1 }.filter { wanted.contains($0.key) }
    guard kept != answers else { return }
    answers = kept
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(answers) else { return }
    try? data.write(to: file, options: .atomic)  // the next check asks again
  }
}

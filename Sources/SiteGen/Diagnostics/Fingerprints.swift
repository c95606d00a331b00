/// What tells a problem from all others as long as neither its words nor its line change, wherever
/// the line moves to: 32 hexadecimal digits, unique within one report.
struct Fingerprints {
  private var seen: [String: Int] = [:]

  /// The fingerprint of the next diagnostic of a report.
  ///
  /// Equal ones are counted, so that the second of two on equal lines differs from the first.
  mutating func next(_ diagnostic: Diagnostic, line: String) -> String {
    let words = [
      diagnostic.code.id, diagnostic.span?.path ?? "", diagnostic.summary, line,
    ].joined(separator: "\u{0}")
    let count = seen[words, default: 0]
    seen[words] = count + 1
    let text = Array("\(words)\u{0}\(count)".utf8)
    return hexadecimal(hash(text, seed: 0xCBF2_9CE4_8422_2325))
      + hexadecimal(hash(text.reversed(), seed: 0x9AE1_6A3B_2F90_404F))
  }

  /// FNV-1a; the hash of the standard library differs from run to run.
  private func hash(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
    bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

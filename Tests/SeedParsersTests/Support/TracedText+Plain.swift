import Diagnostics

@testable import SeedParsers

extension TracedText {
  /// The text of a one-line seed, as it is read.
  init(path: String, plain text: String) {
    let lines = readSeedLines(SourceFile(path: path, text: text))
    self = lines.first?.text ?? TracedText(path: path)
  }
}

extension PlainSeed {
  /// A seed read where nobody asks what it costs.
  init(_ file: SourceFile) {
    var work = WorkCount()
    self.init(file, counting: &work)
  }
}

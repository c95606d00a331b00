/// Writes the collection as the sources of one program, file by file.
protocol SiteWriter {
  var corpus: Corpus { get }
  /// Files that speak of the whole.
  var sharedFiles: [TextFile] { get }
  func file(of issue: Issue) -> TextFile
  func file(of person: Person) -> TextFile
  func file(of session: Session) -> TextFile
  func file(of axis: Axis) -> TextFile
  func file(ofSeries series: NamedRecord) -> TextFile
  func file(ofOrganisation organisation: NamedRecord) -> TextFile
  /// A piece of a sentence in the Markdown of the program.
  func markdown(of inline: Inline) -> String
}

extension SiteWriter {
  /// Calls a function with every file.
  func forEachFile(_ use: (TextFile) throws -> Void) rethrows {
    for file in sharedFiles { try use(file) }
    for index in 0..<corpus.issues { try use(file(of: corpus.issue(index))) }
    for index in 0..<corpus.people { try use(file(of: corpus.person(index))) }
    for index in 0..<corpus.sessions { try use(file(of: corpus.session(index))) }
    for index in 0..<corpus.axes { try use(file(of: corpus.axis(index))) }
    for index in 0..<corpus.series { try use(file(ofSeries: corpus.oneSeries(index))) }
    for index in 0..<corpus.organisations {
      try use(file(ofOrganisation: corpus.organisation(index)))
    }
  }

  /// The blocks of a text, an empty line between them.
  func markdown(of blocks: [Block]) -> String {
    blocks.map { markdown(of: $0) }.joined(separator: "\n\n") + "\n"
  }

  /// A sentence.
  func markdown(of sentence: Sentence) -> String { sentence.map { markdown(of: $0) }.joined() }

  private func markdown(of block: Block) -> String {
    switch block {
    case .heading(let text): "## \(text)"
    case .paragraph(let sentences):
      sentences.map { markdown(of: $0) }.joined(separator: "\n")
    case .list(let items): items.map { "- \(markdown(of: $0))" }.joined(separator: "\n")
    case .table(let head, let rows):
      ([head, head.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
        .joined(separator: "\n")
    case .note(let number, let sentence): "[^\(number)]: \(markdown(of: sentence))"
    }
  }
}

import Diagnostics
import FileSystem
import Publishing

/// What is remembered of a build that wrote its output: enough to say, when nothing changed since,
/// what it would say again.
struct LastBuild: Hashable, Sendable {
  /// What it was made from (`digestInputs`).
  let inputs: [UInt8]
  /// Its output.
  let output: OutputStamp
  /// How many files it made or kept.
  let files: Int
  /// What the corridor found, in the order of printing.
  let diagnostics: [Diagnostic]

  /// What it comes to when it is said again.
  var written: WriteReport {
    WriteReport(written: 0, unchanged: files, removed: 0, bytes: 0)
  }
}

extension LastBuild {
  /// The format and its version: another one is not read.
  private static let format = Array("sitegen-built 2\n".utf8)

  /// The form in which it is kept: the format, a digest of the rest, the rest.
  var bytes: [UInt8] {
    var record = ByteRecord()
    record.add(inputs)
    record.add(output.machineStart)
    record.add(output.device)
    record.add(output.inode)
    for moment in [output.moment, output.folderChanged] {
      record.add(moment.seconds)
      record.add(moment.nanoseconds)
    }
    record.add(files)
    record.add(diagnostics) { $0.add($1) }
    return LastBuild.format + digest(of: record.bytes) + record.bytes
  }

  /// Reads that form; nil for bytes of another format or version and for damaged ones.
  ///
  /// That is no error: nobody wrote them by hand and nobody can mend them, and without them the site
  /// is built as if for the first time.
  init?(bytes: [UInt8], codes: [DiagnosticCode]) {
    let digestLength = 32
    let start = LastBuild.format.count + digestLength
    guard bytes.count >= start, bytes.starts(with: LastBuild.format) else { return nil }
    let content = Array(bytes[start...])
    guard bytes[LastBuild.format.count..<start].elementsEqual(digest(of: content)) else {
      return nil
    }
    let known = Dictionary(codes.map { ($0.id, $0) }) { first, _ in first }
    var reader = ByteReader(content[...])
    guard let read = try? LastBuild(from: &reader, known), reader.isAtEnd else { return nil }
    self = read
  }

  private init(
    from reader: inout ByteReader,
    _ codes: [String: DiagnosticCode]
  ) throws(BrokenRecord) {
    inputs = try reader.data()
    output = OutputStamp(
      machineStart: try reader.text(),
      device: try reader.unsigned(),
      inode: try reader.unsigned(),
      moment: DiskMoment(seconds: try reader.number(), nanoseconds: try reader.number()),
      folderChanged: DiskMoment(seconds: try reader.number(), nanoseconds: try reader.number())
    )
    files = try reader.number()
    diagnostics = try reader.list { reader throws(BrokenRecord) in
      try reader.diagnostic(codes)
    }
  }
}

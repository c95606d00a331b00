import Diagnostics
import FileSystem
import Publishing
import SiteModel

/// One digest of everything a build is made from: the program, the settings, every text to the last
/// byte, every asset by what the system knows of it, as git's index does.
///
/// - Parameters:
///   - sources: all texts of the site, and what is installed for it.
///   - digests: of its texts, in their order.
///   - settings: how to build.
///   - program: which program builds; nil when that is not known.
///   - claim: the output, whose disk tells the time.
/// - Returns: 32 bytes; nil where the system tells too little of the program or of an asset.
func digestInputs(
  _ sources: SourceTree,
  _ digests: [[UInt8]],
  _ settings: BuildSettings,
  by program: ProgramIdentity?,
  into claim: ClaimedOutput
) -> [UInt8]? {
  guard let program, let marks = claim.marks(of: sources.assets) else { return nil }
  var inputs = ByteRecord()
  inputs.add(program.text)
  settings.add(to: &inputs)
  inputs.add(Array(zip(sources.files, digests))) {
    $0.add($1.0.path)
    $0.add($1.1)
  }
  inputs.add(Array(zip(sources.assets, marks))) {
    $0.add($1.0)
    $0.add($1.1.text)
  }
  inputs.add(sources.installedStyles) { $0.add($1) }
  return digest(of: inputs.bytes)
}

/// The digest of each text, in their order.
func digestTexts(_ sources: SourceTree, jobs: Int) async -> [[UInt8]] {
  await concurrentMap(sources.files, jobs: jobs) { digest(of: $0.bytes) }
}

extension BuildSettings {
  /// Adds all settings that may show in pages or in what is found.
  ///
  /// That is all but the number of jobs; a test holds this to the list of the settings. What a type
  /// of entities does is told by the program, so its kind is enough.
  func add(to inputs: inout ByteRecord) {
    inputs.add(entityTypes) { $0.add($1.contentType.kind.rawValue) }
    inputs.add(baseURL) { $0.add($1) }
    inputs.add(citationStyle) { $0.add($1) }
    inputs.add(linkStyle.rawValue)
    inputs.add(rules == .all)
    inputs.add(isStrict)
    inputs.add(date) { inputs, date in
      inputs.add(date.year)
      inputs.add(date.month) { $0.add($1) }
      inputs.add(date.day) { $0.add($1) }
    }
    inputs.add(showsDrafts)
  }
}

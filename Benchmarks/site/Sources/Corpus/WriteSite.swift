import Foundation

extension Corpus {
  /// Writes the collection as a site of sitegen, with the templates of the repository.
  ///
  /// - Parameters:
  ///   - folder: where; made, or emptied of what a former collection left there.
  ///   - repository: the folder that holds `Templates/`.
  /// - Throws: what Foundation throws when a file cannot be written.
  public func writeSitegenSite(to folder: String, from repository: String) throws {
    try empty(folder)
    try copy("\(repository)/Templates", to: "\(folder)/Templates")
    // A site has a folder of raw texts, be it empty.
    try FileManager.default.createDirectory(
      atPath: "\(folder)/seeds",
      withIntermediateDirectories: true
    )
    try write(SitegenSite(self), below: folder)
  }

  /// Writes the same collection as a site of Hugo.
  ///
  /// - Parameters:
  ///   - folder: where; made, or emptied of what a former collection left there.
  ///   - repository: the folder that holds `Benchmarks/site/hugo/` and `Templates/assets/`.
  /// - Throws: what Foundation throws when a file cannot be written.
  public func writeHugoSite(to folder: String, from repository: String) throws {
    try empty(folder)
    for part in ["hugo.toml", "layouts", "content"] {
      try copy("\(repository)/Benchmarks/site/hugo/\(part)", to: "\(folder)/\(part)")
    }
    try copy("\(repository)/Templates/assets", to: "\(folder)/static/assets")
    try write(HugoSite(self), below: folder)
  }
}

private func empty(_ folder: String) throws {
  if FileManager.default.fileExists(atPath: folder) {
    try FileManager.default.removeItem(atPath: folder)
  }
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
}

private func copy(_ source: String, to target: String) throws {
  let parent = URL(fileURLWithPath: target).deletingLastPathComponent()
  try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
  try FileManager.default.copyItem(atPath: source, toPath: target)
}

private func write(_ site: some SiteWriter, below folder: String) throws {
  var made: Set<String> = []
  try site.forEachFile { file in
    let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
    let parent = url.deletingLastPathComponent()
    if made.insert(parent.path).inserted {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    }
    try Data(file.text.utf8).write(to: url)
  }
}

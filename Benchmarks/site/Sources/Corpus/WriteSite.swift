import Foundation

extension Corpus {
  /// Writes the collection as a site of sitegen, with the templates of a folder.
  ///
  /// - Parameters:
  ///   - folder: where; made, or emptied of what a former collection left there.
  ///   - templates: the folder that becomes `Templates/`.
  /// - Throws: what Foundation throws when a file cannot be written.
  public func writeSitegenSite(to folder: String, templates: String) throws {
    try empty(folder)
    try FileManager.default.copyItem(atPath: templates, toPath: "\(folder)/Templates")
    // A site has a folder of raw texts, be it empty.
    try FileManager.default.createDirectory(
      atPath: "\(folder)/seeds",
      withIntermediateDirectories: true
    )
    try write(SitegenSite(self), below: folder)
  }
}

private func empty(_ folder: String) throws {
  if FileManager.default.fileExists(atPath: folder) {
    try FileManager.default.removeItem(atPath: folder)
  }
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
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

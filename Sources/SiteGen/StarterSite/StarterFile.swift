import FoundationEssentials

/// A file that the program carries with it, for sites that are made where no repository is.
public struct StarterFile: Hashable, Sendable {
  /// Path within the new site: `Content/site.yaml`, `Templates/home.mustache`.
  public let path: String
  /// Content.
  public let bytes: [UInt8]
}

/// Every file of a new site, in the order of their paths: what `Starter/` and `Templates/` held when
/// the program was built.
///
/// Decodes all of them; linear.
public func starterFiles() -> [StarterFile] {
  EncodedFiles.all.map { encoded in
    let path = encoded.path
    return StarterFile(
      path: path.hasPrefix("Starter/") ? String(path.dropFirst("Starter/".count)) : path,
      bytes: decoded(encoded.base64)
    )
  }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

/// One of them, or nil.
public func starterFile(at path: String) -> StarterFile? {
  let encoded = EncodedFiles.all.first { $0.path == path || $0.path == "Starter/\(path)" }
  return encoded.map { StarterFile(path: path, bytes: decoded($0.base64)) }
}

private func decoded(_ base64: StaticString) -> [UInt8] {
  guard let data = Data(base64Encoded: "\(base64)") else {
    preconditionFailure("the plug-in writes base 64")
  }
  return Array(data)
}

import CCmarkGFM
import Diagnostics

/// One parse by cmark-gfm, with the two things of that library that processes share.
enum CommonMarkParser {
  /// Guards `cmark_parser_finish`, the step that reads inlines.
  ///
  /// cmark-gfm 0.29 keeps its table of special characters in a global; a parse with extensions that
  /// have such characters adds them, reads the inlines, and takes them out again. A second parse at
  /// that moment silently loses strikethrough and bare links. Parses without them only read the
  /// table, and share the lock. Nothing before (`feed` reads blocks, whose scanners have no such
  /// table) or after needs it. It is process-wide because the table is.
  static let finishing = SharedLock(parts: 32)

  /// Evaluated once by the language's own guarantee: registration is not thread-safe either.
  private static let areExtensionsRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses a text, which may be known to be UTF-8, and lends the root of its tree to `body`; the tree
  /// dies with the call.
  static func withTree<Result>(
    of bytes: [UInt8],
    isKnownUTF8: Bool,
    extensions: CommonMarkExtensions,
    _ body: (OpaquePointer) -> Result
  ) -> Result? {
    guard areExtensionsRegistered else { return nil }
    // NUL is always read as U+FFFD; this option does the same for invalid UTF-8, but copies every
    // line of any text for it.
    let isUTF8 = isKnownUTF8 || offsetOfInvalidUTF8(in: bytes) == nil
    var options = isUTF8 ? 0 : CMARK_OPT_VALIDATE_UTF8
    if extensions.contains(.footnotes) { options |= CMARK_OPT_FOOTNOTES }
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    attach(extensions, to: parser)
    bytes.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    var root: OpaquePointer?
    if extensions.haveSpecialCharacters {
      finishing.withExclusiveLock { root = cmark_parser_finish(parser) }
    } else {
      finishing.withSharedLock { root = cmark_parser_finish(parser) }
    }
    guard let root else { return nil }
    defer { cmark_node_free(root) }
    return body(root)
  }

  private static func attach(_ extensions: CommonMarkExtensions, to parser: OpaquePointer) {
    let names: [(CommonMarkExtensions, String)] = [
      (.table, "table"), (.strikethrough, "strikethrough"), (.autolink, "autolink"),
      (.tagFilter, "tagfilter"),
    ]
    for (member, name) in names where extensions.contains(member) {
      guard let known = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, known)
    }
  }
}

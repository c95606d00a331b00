import CCmarkGFM

@testable import Markdown

/// The HTML that cmark-gfm itself writes, to compare ours with.
func referenceHTML(of markdown: [UInt8], extensions: CommonMarkExtensions) -> String {
  CommonMarkParser.withTree(of: markdown, isKnownUTF8: false, extensions: extensions) { root in
    var filters: UnsafeMutablePointer<cmark_llist>?
    if extensions.contains(.tagFilter), let filter = cmark_find_syntax_extension("tagfilter") {
      filters = cmark_llist_append(
        cmark_get_default_mem_allocator(),
        nil,
        UnsafeMutableRawPointer(filter)
      )
    }
    defer { cmark_llist_free(cmark_get_default_mem_allocator(), filters) }
    guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE, filters) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  } ?? ""
}

/// The type of a file by the end of its name, with the encoding where it is text.
func mediaType(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
  let end = name[name.index(after: dot)...].lowercased()
  return textTypes[end].map { "\($0); charset=utf-8" } ?? otherTypes[end]
    ?? "application/octet-stream"
}

private let textTypes = [
  "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript",
  "mjs": "text/javascript", "txt": "text/plain", "md": "text/markdown", "csv": "text/csv",
  "json": "application/json", "jsonld": "application/ld+json", "map": "application/json",
  "webmanifest": "application/manifest+json", "geojson": "application/geo+json",
  "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
  "svg": "image/svg+xml", "xsl": "application/xslt+xml", "xhtml": "application/xhtml+xml",
  "ics": "text/calendar", "vcf": "text/vcard", "vtt": "text/vtt", "bib": "application/x-bibtex",
  "ris": "application/x-research-info-systems", "ttl": "text/turtle", "tei": "application/tei+xml",
]

private let otherTypes = [
  "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
  "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon",
  "tif": "image/tiff", "tiff": "image/tiff", "pdf": "application/pdf",
  "epub": "application/epub+zip", "zip": "application/zip", "gz": "application/gzip",
  "br": "application/octet-stream", "tar": "application/x-tar", "wasm": "application/wasm",
  "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
  "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg",
  "opus": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac", "mp4": "video/mp4",
  "webm": "video/webm", "ogv": "video/ogg", "doc": "application/msword",
  "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "odt": "application/vnd.oasis.opendocument.text",
  "ods": "application/vnd.oasis.opendocument.spreadsheet",
]

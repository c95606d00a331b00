import Corpus
import Foundation

// MakeCorpus PAGES SEED DIR writes a collection as a site of sitegen, with the templates of the
// repository it is run in, or with others: `--templates DIR`.

var paths: [String] = []
var options: [String: String] = [:]
var words = CommandLine.arguments.dropFirst()
while let word = words.popFirst() {
  if word.hasPrefix("--") {
    options[word] = words.popFirst() ?? ""
  } else {
    paths.append(word)
  }
}
guard paths.count == 3, let pages = Int(paths[0]), let seed = UInt64(paths[1]),
  Set(options.keys).isSubset(of: ["--templates"])
else {
  FileHandle.standardError.write(
    Data("usage: MakeCorpus PAGES SEED DIR [--templates DIR]\n".utf8)
  )
  exit(64)
}
let corpus = Corpus(pages: pages, seed: seed)
try corpus.writeSitegenSite(to: paths[2], templates: options["--templates"] ?? "Templates")

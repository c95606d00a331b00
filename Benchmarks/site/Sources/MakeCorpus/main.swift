import Corpus
import Foundation

// MakeCorpus PAGES SEED DIR writes a collection as a site of sitegen; with `--hugo DIR` also as one
// of Hugo, with `--pelican DIR` as one of Pelican. Templates and layouts are those of the repository
// it is run in, or of `--repository DIR`.

let usage = "usage: MakeCorpus PAGES SEED DIR [--hugo DIR] [--pelican DIR] [--repository DIR]\n"
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
  Set(options.keys).isSubset(of: ["--hugo", "--pelican", "--repository"])
else {
  FileHandle.standardError.write(Data(usage.utf8))
  exit(64)
}
let repository = options["--repository"] ?? "."
let corpus = Corpus(pages: pages, seed: seed)
try corpus.writeSitegenSite(to: paths[2], from: repository)
if let folder = options["--hugo"] { try corpus.writeHugoSite(to: folder, from: repository) }
if let folder = options["--pelican"] { try corpus.writePelicanSite(to: folder) }

import Build
import ContentTypes
import Diagnostics
import FileSystem
import Glibc
import Loading
import SiteModel

// What an edit costs: opens a corpus, builds it, then edits it again and again.
//
//     swift run -c release EditBenchmark FOLDER [EDITS [WORD]]
//
// With a word, only the kinds of edits in whose name it stands.

guard CommandLine.arguments.count > 1 else {
  print("usage: EditBenchmark FOLDER [EDITS [WORD]]")
  exit(2)
}
let repetitions = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 30 : 30
let word = CommandLine.arguments.count > 3 ? CommandLine.arguments[3] : nil
let directory = SiteDirectory(path: CommandLine.arguments[1])
let tree = try readSources(directory).value
let settings = BuildSettings(
  entityTypes: contentTypes,
  baseURL: nil,
  linkStyle: .folder,
  isStrict: false,
  jobs: 2
)
let sources = try addInstalledStyle(
  ChosenStyle(named: ChosenStyle.houseName),
  to: tree,
  language: "fr"
)

func run() async {
  var session = EditSession(sources, settings)
  await session.begin()
  for edit in Edit.all where word.map({ edit.name.contains($0) }) ?? true {
    await session.measure(edit, times: repetitions)
  }
}

await run()

import Build
import ContentTypes
import Diagnostics
import FileSystem
import Glibc
import Loading
import SiteModel

// What an edit costs: opens a corpus, builds it, then edits it again and again.
//
//     swift run -c release EditBenchmark FOLDER [EDITS]

guard CommandLine.arguments.count > 1 else {
  print("usage: EditBenchmark FOLDER [EDITS]")
  exit(2)
}
let repetitions = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 30 : 30
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
  for edit in Edit.all { await session.measure(edit, times: repetitions) }
}

await run()

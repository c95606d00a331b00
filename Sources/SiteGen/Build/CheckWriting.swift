import Checking
import Diagnostics
import Loading
import SiteModel

/// Holds the texts that editors wrote to the rules of writing, in parallel.
///
/// Emits what these rules emit, and what reading the list of words emits.
func checkWriting(
  of content: LoadedContent,
  _ sources: SourceTree,
  jobs: Int
) async -> [Diagnostic] {
  let words = loadEditorialWords(sources)
  let spelled = SpelledWords(words.value)
  let language = content.configuration.language
  let files = Dictionary(sources.files.map { ($0.path, $0) }) { first, _ in first }
  let found = await concurrentMap(content.items, jobs: jobs) { item in
    checkTexts(of: item.entity, language: language, words: spelled) { files[$0] }
  }
  return words.diagnostics + found.flatMap { $0 }
}

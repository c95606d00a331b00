import Build
import Diagnostics
import FileSystem
import Loading
import SiteModel

/// The path below which the site stands on its host, without a final slash; empty at its root.
///
/// The output does not say; the settings of the build or `Content/site.yaml` do.
func readBasePath(_ settings: PreviewSettings) -> String {
  let path = "Content/site.yaml"
  let root = settings.site.path.isEmpty ? "." : settings.site.path
  let bytes = try? readStandaloneFile("\(root)/\(path)")  // an output may stand alone
  let sources = SourceTree(files: bytes.map { [SourceFile(path: path, bytes: $0)] } ?? [])
  let written = loadConfiguration(sources, knownCodes: []).value.baseURL
  return Addressing(baseURL: settings.build.baseURL ?? written, style: .folder).basePath
}

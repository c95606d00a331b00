import ContentTypes
import SiteModel
import Testing

/// The registry stands in the folder of issues, of which the hall knows nothing.
struct PublishedFolderTests {
  @Test func theRegistryStandsInTheFolderOfIssues() {
    let folder = "Content/\(PublicationIssue.contentType.folder)/"
    #expect(Publication.registryPath.hasPrefix(folder))
    #expect(Publication.keptFolder.hasPrefix(folder))
  }
}

public import SiteModel
public import Templating

/// Fills the page of a request and writes it; pure, called for each page from any thread.
public func renderPage(_ request: PageRequest, of site: Site, with templates: TemplateSet)
  -> OutputFile
{
  let page = fillPage(request, of: site, noteReturnLabel: noteReturnLabel(templates))
  var html: [UInt8] = []
  html.reserveCapacity(32 * 1024)
  templates.render(page.template, page.context, into: &html)
  guard let path = OutputPath(page.route.outputText) else {
    preconditionFailure("a route is made of a valid slug and is therefore a valid path")
  }
  return OutputFile(path: path, contents: .bytes(html))
}

/// Fills the context of a page; public so that tests can hold contexts against their shapes.
public func fillPage(_ request: PageRequest, of site: Site, noteReturnLabel: String) -> Page {
  switch request {
  case .home: return homePage(PageFrame(site, at: .home, noteReturnLabel: noteReturnLabel))
  case .index(let kind):
    guard let type = site.contentType(of: kind), let route = type.indexRoute,
      let template = type.indexTemplate
    else { preconditionFailure("only kinds with an index page are planned") }
    let frame = PageFrame(site, at: route, in: kind, noteReturnLabel: noteReturnLabel)
    return indexPage(of: type, template: template, frame)
  case .entity(let id):
    guard let type = site.contentType(of: id.kind), let entity = site.graph.entity(id) else {
      preconditionFailure("only entities of the graph are planned")
    }
    let frame = PageFrame(
      site,
      at: type.route(of: id.slug),
      in: id.kind,
      noteReturnLabel: noteReturnLabel
    )
    return entityPage(of: entity, type, frame)
  case .notFound:
    let route = Route(file: OutputPath(fixed: "404.html"))
    let frame = PageFrame(site, at: route, isRooted: true, noteReturnLabel: noteReturnLabel)
    return Page(route: route, template: "not-found", context: frame.record(description: nil))
  }
}

/// The words for the way back from a note; they stand in a template like all words of the site.
private func noteReturnLabel(_ templates: TemplateSet) -> String {
  let name = "partials/note-return"
  guard templates.contains(name) else { return "" }
  var label: [UInt8] = []
  templates.render(name, [:], into: &label)
  while let last = label.last, last == 0x0A || last == 0x20 { label.removeLast() }
  return String(decoding: label, as: UTF8.self)
}

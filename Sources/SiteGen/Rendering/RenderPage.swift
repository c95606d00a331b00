public import SiteModel
public import Templating

/// Fills the page of a request and writes it; pure, called for each page from any thread.
public func renderPage(
  _ request: PageRequest,
  of site: Site,
  with templates: TemplateSet,
  _ parts: PageParts
) -> OutputFile {
  renderPage(fillPage(request, of: site, parts), with: templates)
}

/// Writes a page that is filled.
public func renderPage(_ page: consuming Page, with templates: TemplateSet) -> OutputFile {
  let html = templates.render(page.template, page.takeContext())
  guard let path = OutputPath(page.route.outputText) else {
    preconditionFailure("a route is made of a valid slug and is therefore a valid path")
  }
  return OutputFile(path: path, contents: .bytes(html))
}

/// Fills the context of a page; public so that tests can hold contexts against their shapes.
public func fillPage(_ request: PageRequest, of site: Site, _ parts: PageParts) -> Page {
  switch request {
  case .home: return homePage(PageFrame(site, at: .home, "home", parts))
  case .index(let kind):
    guard let type = site.contentType(of: kind), let route = type.indexRoute,
      let template = type.indexTemplate
    else { preconditionFailure("only kinds with an index page are planned") }
    let frame = PageFrame(site, at: route, in: kind, template, parts)
    return indexPage(of: type, template: template, frame)
  case .figure(let figure):
    let frame = PageFrame(site, at: figure.route, figure.template, parts)
    switch figure {
    case .timeline: return timelinePage(frame)
    case .network: return networkPage(frame)
    }
  case .works(let view):
    guard let route = site.worksViews.first(where: { $0.view == view })?.route else {
      preconditionFailure("only views of works that exist are planned")
    }
    return worksPage(view, PageFrame(site, at: route, in: .reference, view.template, parts))
  case .entity(let id):
    guard let type = site.contentType(of: id.kind), let template = type.template,
      let entity = site.graph.entity(id)
    else { preconditionFailure("only entities of the graph with pages are planned") }
    let frame = PageFrame(site, at: type.route(of: id.slug), in: id.kind, template, parts)
    return entityPage(of: entity, type, template: template, frame)
  case .moved(let redirect): return movedPage(redirect, of: site, parts)
  case .notFound:
    let route = Route(file: OutputPath(fixed: "404.html"))
    let frame = PageFrame(site, at: route, isRooted: true, "not-found", parts)
    return Page(route: route, template: "not-found", context: frame.record(description: nil))
  }
}

/// The page at an address that leads to another.
private func movedPage(_ redirect: Redirect, of site: Site, _ parts: PageParts) -> Page {
  let target = redirect.target
  guard let entity = site.graph.entity(target), let route = site.route(of: target) else {
    preconditionFailure("only addresses that lead to an entity are planned")
  }
  let frame = PageFrame(site, at: redirect.from, in: target.kind, "moved", parts)
  let context = frame.record(description: nil).merging([
    "target": frame.view.card(of: entity),
    "canonical": .text(site.addressing.absolute(route)),
  ])
  return Page(route: frame.route, template: "moved", context: context)
}

/// The formats of this site.
public let exporters: [any Exporter] = [
  SitemapExporter(), RobotsExporter(), BibTeXExporter(), RISExporter(), CSLJSONExporter(),
  RedirectsExporter(),
]

import Diagnostics
import FrontMatter
import SiteModel
import Templating

/// A picture of a person among the assets, with the words that stand for it.
struct Portrait: Hashable {
  let path: OutputPath
  let alternative: String

  /// Reads `portrait`, an address from the root of the site such as `/assets/ada.jpg`, and
  /// `portrait-alt`, without which nobody who does not see it knows what it shows.
  init?(_ reader: inout FieldReader) {
    guard let address = reader.text("portrait") else {
      _ = reader.text("portrait-alt")
      return nil
    }
    alternative = reader.requiredText("portrait-alt").value
    let relative = address.value.hasPrefix("/") ? String(address.value.dropFirst()) : ""
    guard let path = OutputPath(relative) else {
      reader.report(
        wrong: "portrait",
        form: "the address of a picture such as /assets/portraits/ada.jpg",
        at: address.span
      )
      return nil
    }
    self.path = path
  }

  static let shape = TemplateShape.optional(.record(["src": .text, "alt": .text]))

  func fields(in view: EntityView) -> TemplateValue {
    .record(["src": view.link(toFile: path), "alt": .text(alternative)])
  }
}

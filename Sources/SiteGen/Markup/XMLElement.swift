/// A small XML tree that writes itself with stable order and correct escaping.
public struct XMLElement: Hashable, Sendable {
  /// What an element holds.
  public enum Content: Hashable, Sendable {
    /// Character data, escaped when written.
    case text(String)
    /// A child element.
    case element(XMLElement)
  }

  /// Qualified name, written as given.
  public let name: String
  /// Attributes in the order of writing.
  public let attributes: [Attribute]
  /// Children in the order of writing.
  public let content: [Content]

  /// A name and a value.
  public struct Attribute: Hashable, Sendable {
    let name: String
    let value: String

    /// Makes an attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Makes an element with children.
  public init(_ name: String, _ attributes: [Attribute] = [], _ children: [XMLElement] = []) {
    self.name = name
    self.attributes = attributes
    content = children.map(Content.element)
  }

  /// Makes an element that holds text alone.
  public init(_ name: String, _ attributes: [Attribute] = [], text: String) {
    self.name = name
    self.attributes = attributes
    content = [.text(text)]
  }

  /// The document whose root this is: declaration, then two spaces of indent a level.
  public func document() -> [UInt8] {
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    write(to: &output, depth: 0)
    return output
  }

  private func write(to output: inout [UInt8], depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    output.append(contentsOf: "\(indent)<\(name)".utf8)
    for attribute in attributes {
      output.append(contentsOf: " \(attribute.name)=\"".utf8)
      Escaping.appendHTML(attribute.value.utf8, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    if content.isEmpty {
      output.append(contentsOf: "/>\n".utf8)
      return
    }
    output.append(UInt8(ascii: ">"))
    if case .text(let text)? = content.first, content.count == 1 {
      Escaping.appendHTML(text.utf8, to: &output)
    } else {
      output.append(UInt8(ascii: "\n"))
      for case .element(let child) in content { child.write(to: &output, depth: depth + 1) }
      output.append(contentsOf: indent.utf8)
    }
    output.append(contentsOf: "</\(name)>\n".utf8)
  }
}

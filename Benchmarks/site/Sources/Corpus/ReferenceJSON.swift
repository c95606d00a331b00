extension Reference {
  /// The work as CSL-JSON, on one line.
  var cslJSON: String {
    let names = authors.map { #"{"family":"\#($0.family)","given":"\#($0.given)"}"# }
    var fields = [
      #""id":"\#(key)""#, #""type":"\#(type)""#, #""title":"\#(title)""#,
      #""author":[\#(names.joined(separator: ","))]"#,
      #""issued":{"date-parts":[[\#(year)]]}"#,
    ]
    if let container { fields.append(#""container-title":"\#(container)""#) }
    if type == "article-journal" { fields.append(#""volume":"\#(volume)""#) }
    if type != "book" { fields.append(#""page":"\#(firstPage)-\#(lastPage)""#) }
    if let publisher { fields.append(#""publisher":"\#(publisher)""#) }
    return "{\(fields.joined(separator: ","))}"
  }
}

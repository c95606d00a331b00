/// A file of a site to be: a path below its folder and a text.
struct TextFile {
  let path: String
  let text: String
}

import Diagnostics
import Markup

/// The scalars of a file with their bytes, for a reader of lines.
///
/// Layout is repaired: letters in two parts composed, ligatures of print taken apart, byte order
/// mark, invisible and control characters dropped, hyphens of every make the same, every line end a
/// line feed. Lines too long to be one are left out: see ``findTextFaults(in:)``.
func decodeScalars(_ file: SourceFile) -> [TracedScalar] {
  var scalars: [TracedScalar] = []
  let overlong = overlongLines(of: file.bytes)
  scalars.reserveCapacity(file.bytes.count - overlong.reduce(0) { $0 + $1.count })
  var start = 0
  for line in overlong {
    decode(file.bytes, in: start..<line.lowerBound, to: &scalars)
    start = line.upperBound
  }
  decode(file.bytes, in: start..<file.bytes.count, to: &scalars)
  return scalars
}

private func decode(_ bytes: [UInt8], in range: Range<Int>, to scalars: inout [TracedScalar]) {
  var offset = range.lowerBound
  // A soft hyphen may have to be dropped before what follows it.
  var endsWithSoftHyphen = scalars.last?.value == 0xAD
  while offset < range.upperBound {
    if !endsWithSoftHyphen {
      let (start, count) = (offset, scalars.count)
      while offset < range.upperBound, bytes[offset] &- 0x20 < 0x5F { offset += 1 }
      let space = TracedScalar(ascii: 0x20, at: 0)
      scalars.append(contentsOf: repeatElement(space, count: offset - start))
      var run = scalars.mutableSpan
      for place in start..<offset {
        run[count + place - start] = TracedScalar(ascii: bytes[place], at: place)
      }
      guard offset < range.upperBound else { return }
    }
    let decoded = decodeScalar(bytes, at: offset, before: range.upperBound)
    let source = offset..<offset + decoded.length
    offset = source.upperBound
    let next = offset < bytes.count ? bytes[offset] : nil
    append(decoded.scalar ?? "\u{FFFD}", source, next: next, to: &scalars)
    endsWithSoftHyphen = scalars.last?.value == 0xAD
  }
}

/// The scalar that begins at an offset, nil for bytes that are no UTF-8, and how many bytes it has.
func decodeScalar(
  _ bytes: [UInt8],
  at offset: Int,
  before end: Int
) -> (scalar: Unicode.Scalar?, length: Int) {
  let byte = bytes[offset]
  if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
  // Of two bytes, as most that are not ASCII.
  if (0xC2...0xDF).contains(byte), offset + 1 < end, bytes[offset + 1] & 0xC0 == 0x80 {
    return (Unicode.Scalar(UInt16(byte & 0x1F) << 6 | UInt16(bytes[offset + 1] & 0x3F)), 2)
  }
  var decoder = Unicode.UTF8.ForwardParser()
  var iterator = bytes[offset..<min(offset + 4, end)].makeIterator()
  switch decoder.parseScalar(from: &iterator) {
  case .valid(let encoded): return (Unicode.UTF8.decode(encoded), encoded.count)
  case .error(let length): return (nil, max(1, length))
  case .emptyInput: return (nil, 1)
  }
}

private func append(
  _ scalar: Unicode.Scalar,
  _ source: Range<Int>,
  next: UInt8?,
  to scalars: inout [TracedScalar]
) {
  if scalar.value < 0x80, !scalar.isControl, scalar != "\r" {
    dropSoftHyphen(before: scalar, from: &scalars)
    scalars.append(TracedScalar(scalar: scalar, source: source))
    return
  }
  if scalar == "\r" {
    if next != 0x0A { scalars.append(TracedScalar(scalar: "\n", source: source)) }
    return
  }
  if scalar.isControl || scalar.isDirectionMark || scalar.isInvisible { return }
  if let last = scalars.last, let composed = LetterComposition.compose(last.scalar, scalar) {
    let whole = last.source.lowerBound..<source.upperBound
    scalars[scalars.count - 1] = TracedScalar(scalar: composed, source: whole)
    return
  }
  dropSoftHyphen(before: scalar, from: &scalars)
  if let letters = ligature(scalar) {
    for letter in letters.unicodeScalars {
      scalars.append(TracedScalar(scalar: letter, source: source))
    }
    return
  }
  let isHyphen = scalar == "\u{2010}" || scalar == "\u{2011}"
  scalars.append(TracedScalar(scalar: isHyphen ? "-" : scalar, source: source))
}

/// A soft hyphen says where a line might end; only where one does it is looked at again.
private func dropSoftHyphen(before scalar: Unicode.Scalar, from scalars: inout [TracedScalar]) {
  if scalars.last?.scalar == "\u{AD}", !scalar.isSpace { scalars.removeLast() }
}

/// The letters of a sign that printers cast in one piece; œ and æ are letters and stay.
private func ligature(_ scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0xFB00: "ff"
  case 0xFB01: "fi"
  case 0xFB02: "fl"
  case 0xFB03: "ffi"
  case 0xFB04: "ffl"
  case 0xFB05, 0xFB06: "st"
  default: nil
  }
}

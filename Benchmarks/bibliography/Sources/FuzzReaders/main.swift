import Foundation
import Samples

// Reads damaged texts: arguments are how many (a million), the first number (0), the seed (1).
// A trap ends the program; the file given as fourth argument then holds the number of the input.

let arguments = CommandLine.arguments
func argument(_ place: Int, _ standard: Int) -> Int {
  arguments.count > place ? Int(arguments[place]) ?? standard : standard
}
let count = argument(1, 1_000_000)
let first = argument(2, 0)
let seed = UInt64(argument(3, 1))
let mark = open(
  arguments.count > 4 ? arguments[4] : ".build/fuzz-position",
  O_CREAT | O_WRONLY,
  0o644
)

let trial = try Trial()
let clock = ContinuousClock()
let start = clock.now
var formatted = 0
var bytes = 0
var slowest = (milliseconds: 0.0, index: 0, bytes: 0)
for index in first..<first + count {
  var position = index
  if mark >= 0 { _ = pwrite(mark, &position, MemoryLayout<Int>.size, 0) }
  let (reader, input) = trial.input(index, seed: seed)
  let before = clock.now
  if trial.read(input, reader) { formatted += 1 }
  let time = clock.now - before
  let milliseconds =
    Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
  if milliseconds > slowest.milliseconds { slowest = (milliseconds, index, input.count) }
  bytes += input.count
}
let elapsed = clock.now - start
let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
print(
  "\(count) inputs, \(bytes / 1_000_000) MB, \(formatted) of them formatted, no trap, "
    + "in \(Int(seconds)) s: \(Int(Double(count) / seconds)) a second; slowest: number "
    + "\(slowest.index), \(slowest.bytes) bytes, \(Int(slowest.milliseconds)) ms"
)

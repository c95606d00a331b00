import Dispatch
import Foundation

/// Asks addresses whether they are there: eight at a time, each ten seconds at most, all together
/// no longer than a time limit.
///
/// The only place that speaks to other machines, and it does so through the program `curl`: that knows
/// TLS and the certificates of the machine, and a library that does would have to be linked. Only
/// http and https are spoken; redirections are followed; nothing is kept of what comes back.
///
/// - Parameters:
///   - addresses: http and https, each once.
///   - seconds: how long all may take.
///   - today: days since 1970.
/// - Returns: an answer for every address; nil where there is no `curl`.
func probeAddresses(_ addresses: [String], seconds: Int, today: Int) -> [String: AddressAnswer]? {
  let deadline = ContinuousClock.now + .seconds(seconds)
  guard let heads = askAll(addresses, forHeads: true, until: deadline, today: today) else {
    return nil
  }
  // Some servers do not give heads: these are asked for the page.
  let refused = addresses.filter { [400, 403, 404, 405, 501].contains(heads[$0]?.status ?? 0) }
  let pages = askAll(refused, forHeads: false, until: deadline, today: today) ?? [:]
  let answers = heads.merging(pages) { $1 }
  let late = AddressAnswer(status: 0, reason: "it did not answer in time", day: today)
  return Dictionary(addresses.map { ($0, answers[$0] ?? late) }) { first, _ in first }
}

/// One run of curl over all addresses; those that it did not come to are missing.
private func askAll(
  _ addresses: [String],
  forHeads: Bool,
  until deadline: ContinuousClock.Instant,
  today: Int
) -> [String: AddressAnswer]? {
  guard !addresses.isEmpty else { return [:] }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["curl", "--disable", "--config", "-"]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return nil }  // said by the caller
  let watch = DispatchWorkItem { [process] in process.terminate() }
  let rest = max(.zero, deadline - ContinuousClock.now)
  DispatchQueue.global().asyncAfter(
    deadline: .now() + .seconds(Int(rest.components.seconds) + 1),
    execute: watch
  )
  write(configuration(addresses, forHeads: forHeads), to: input.fileHandleForWriting)
  try? input.fileHandleForWriting.close()  // curl has what it needs
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  watch.cancel()
  guard process.terminationStatus != 127 else { return nil }
  return answers(in: text, to: addresses, today: today)
}

/// What curl is to do, in the form of its configuration files.
private func configuration(_ addresses: [String], forHeads: Bool) -> String {
  let options = [
    "silent", "location", "globoff", "parallel", "parallel-max = 8", "max-time = 10",
    "max-redirs = 10", "proto = \"=http,https\"", "proto-redir = \"=http,https\"",
    "user-agent = \"sitegen\"", "write-out = \"%{urlnum} %{http_code} %{errormsg}\\n\"",
    forHeads ? "head" : "range = \"0-0\"",
  ]
  let places = addresses.flatMap { address in
    let quoted = address.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return ["url = \"\(quoted)\"", "output = \"/dev/null\""]
  }
  return (options + places).map { "\($0)\n" }.joined()
}

/// Lines of the number of the address, its status, and what went wrong.
private func answers(in text: String, to addresses: [String], today: Int) -> [String: AddressAnswer]
{
  var answers: [String: AddressAnswer] = [:]
  for line in text.split(separator: "\n") {
    let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count >= 2, let number = Int(parts[0]), addresses.indices.contains(number),
      let status = Int(parts[1])
    else { continue }
    let reason = parts.count > 2 ? parts[2] : "it does not answer"
    answers[addresses[number]] = AddressAnswer(
      status: status,
      reason: status == 0 ? reason : "",
      day: today
    )
  }
  return answers
}

import Diagnostics
import FileSystem

extension ClaimedOutput {
  /// The build that left this output, when it was made from the same and the output is still as it
  /// was; nil when a build may come to anything else.
  func lastBuild(from inputs: [UInt8], jobs: Int) async -> LastBuild? {
    guard let bytes = readRecord(), let last = LastBuild(bytes: bytes, codes: allCodes),
      last.inputs == inputs,
      await isUnchanged(since: last.output, visitOnAllThreads(jobs: jobs))
    else { return nil }
    return last
  }

  /// Remembers a build that has just written this output, or found it as it should be.
  ///
  /// One that was killed before, or that ended with errors, leaves what was remembered of the build
  /// before it. That is still true, and believed only of an output that nobody has touched.
  func remember(
    _ diagnostics: [Diagnostic],
    from inputs: [UInt8],
    _ written: WriteReport,
    as output: OutputStamp
  ) {
    let build = LastBuild(
      inputs: inputs,
      output: output,
      files: written.written + written.unchanged,
      diagnostics: diagnostics
    )
    writeRecord(build.bytes)
  }
}

/// Looks at folders in parallel.
func visitOnAllThreads(jobs: Int) -> FolderVisit {
  { folders, look in await concurrentMap(folders, jobs: jobs, look) }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import CExchange

/// Gives a path another name, replacing at once what bears it (an empty folder only).
func renamePath(_ path: NativePath, to other: NativePath) throws(SystemFailure) {
  guard rename(path.cString, other.cString) == 0 else { throw SystemFailure("rename", path) }
}

/// Lets two paths change places at once; false where system or disk have no such call.
func exchangePaths(_ path: NativePath, _ other: NativePath) throws(SystemFailure) -> Bool {
  if sitegen_exchange(path.cString, other.cString) == 0 { return true }
  let failure = SystemFailure("exchange", other)
  guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(failure.number) else { throw failure }
  return false
}

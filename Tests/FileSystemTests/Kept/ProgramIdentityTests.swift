import Testing

@testable import FileSystem

struct ProgramIdentityTests {
  @Test func filesOfCodeAreFoundInTheMapOfAProcess() {
    let map = """
      55c4-55c6 r--p 00000000 fe:00 253911                     /usr/bin/data
      55c6-55cb r-xp 00002000 fe:00 253911                     /opt/my tools/sitegen
      55cb-55cd r-xp 00002000 fe:00 253911                     /opt/my tools/sitegen
      7f17-7f18 r-xp 00001000 fe:00 323409                     /usr/lib/libc.so.6 (deleted)
      7f18-7f19 rwxp 00000000 00:00 0 
      7fff-8000 r-xp 00000000 00:00 0                          [vdso]

      """
    #expect(
      codeFiles(in: Array(map.utf8)) == ["/opt/my tools/sitegen", "/usr/lib/libc.so.6 (deleted)"]
    )
  }

  #if os(Linux)
    @Test func aProgramIsItself() throws {
      let identity = try #require(readProgramIdentity())
      #expect(identity == readProgramIdentity())
      let own = try resolvePath(NativePath("/proc/self/exe"))
      let mark = FileMark(try #require(try readStatus(at: own)))
      #expect(identity.text.contains("\(mark.text) \(own.text)"))
    }
  #endif
}

import Crypto

/// The SHA-256 of some bytes in 64 small hexadecimal digits, as `sha256sum` prints it.
public func seal(of bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let hexadecimal = digest(of: bytes).flatMap {
    [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
  }
  return String(decoding: hexadecimal, as: UTF8.self)
}

/// The same as it is computed: 32 bytes.
public func digest(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that neither `swift build` nor `make test` of the house builds it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "bibliography",
  dependencies: [.package(name: "sitegen", path: "../..")],
  targets: [
    .target(
      name: "Samples",
      dependencies: [.product(name: "CSL", package: "sitegen")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "Benchmark",
      dependencies: ["Samples", .product(name: "CSL", package: "sitegen")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "FuzzReaders",
      dependencies: ["Samples", .product(name: "CSL", package: "sitegen")],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)

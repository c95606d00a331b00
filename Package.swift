// swift-tools-version: 6.1
import PackageDescription

// The floors of the house (ARCHITECTURE.md §Floors): a module names here every module it may
// import, and `swift build --explicit-target-dependency-import-check error` holds it to that.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-warnings-as-errors"]),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/SiteGen/\(name)",
    swiftSettings: settings
  )
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies,
    path: "Tests/\(name)Tests",
    swiftSettings: settings
  )
}

let package = Package(
  name: "sitegen",
  products: [],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
  ],
  targets: [
    // Floor 0: foundations.
    module("Diagnostics"),
    module("Markup"),

    // Floor 1: languages.
    module("FrontMatter", ["Diagnostics", .product(name: "Yams", package: "Yams")]),

    // Floor 2: the hall, where every stage meets.
    module("SiteModel", ["Diagnostics", "Markup", "FrontMatter"]),

    // Tests, one target a module.
    tests("Diagnostics", ["Diagnostics"]),
    tests("Markup", ["Markup"]),
    tests("FrontMatter", ["Diagnostics", "FrontMatter"]),
  ],
  swiftLanguageModes: [.v6]
)

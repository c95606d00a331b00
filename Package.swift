// swift-tools-version: 6.1
import PackageDescription

// The floors of the house (ARCHITECTURE.md §Floors): a module names here every module it may
// import, and `swift build --explicit-target-dependency-import-check error` holds it to that.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// SwiftPM lets no package from elsewhere depend on a target with such flags, hence not on `CSL`;
/// those of `Benchmarks/`, which name this one by its path, may.
///
/// A release may look into functions of other modules, so that small ones are inlined and generic
/// ones made for the types they are called with. It gets types from functions, not by their names,
/// each of which would be read at run time and held against all conformances there are: that cost a
/// small site 3 % of its instructions (`docs/measurements.md`).
let unsafeSettings: [SwiftSetting] = [
  .unsafeFlags(["-warnings-as-errors"]),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release)
  ),
]

func module(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  isLibrary: Bool = false
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/SiteGen/\(name)",
    swiftSettings: isLibrary ? settings : settings + unsafeSettings
  )
}

func tests(
  _ name: String,
  _ dependencies: [Target.Dependency],
  exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies,
    path: "Tests/\(name)Tests",
    exclude: exclude,
    swiftSettings: settings
  )
}

let package = Package(
  name: "sitegen",
  products: [
    .library(name: "CSL", targets: ["CSL"]),
    .library(
      name: "Engine",
      targets: ["Build", "ContentTypes", "FileSystem", "Loading", "SiteModel", "Diagnostics"]
    ),
    .executable(name: "sitegen", targets: ["Command"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // Floor 0: foundations.
    module("Diagnostics"),
    module("Markup"),
    module("CSL", isLibrary: true),

    // The files of a new site, embedded by a plug-in.
    .executableTarget(name: "EmbedFiles", path: "Plugins/EmbedFiles", swiftSettings: settings),
    .plugin(
      name: "EmbedStarter",
      capability: .buildTool(),
      dependencies: ["EmbedFiles"],
      path: "Plugins/EmbedStarter"
    ),
    .target(
      name: "StarterSite",
      path: "Sources/SiteGen/StarterSite",
      swiftSettings: settings + unsafeSettings,
      plugins: ["EmbedStarter"]
    ),

    // Floor 1: languages.
    .systemLibrary(
      name: "CLibYAML",
      path: "Sources/SiteGen/CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    module("FrontMatter", ["Diagnostics", "CLibYAML"]),
    .systemLibrary(
      name: "CCmarkGFM",
      path: "Sources/SiteGen/CCmarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    module("Markdown", ["Diagnostics", "Markup", "CCmarkGFM"]),
    module("Templating", ["Diagnostics", "Markup"]),

    // Floor 2: the hall, where every stage meets.
    module("SiteModel", ["Diagnostics", "Markup", "FrontMatter", "Markdown", "Templating", "CSL"]),

    // Floor 3: shelves and stages; none imports another.
    module(
      "ContentTypes",
      ["SiteModel", "FrontMatter", "Templating", "Markup", "CSL", "Diagnostics"]
    ),
    module("SeedParsers", ["SiteModel", "FrontMatter", "Markup", "Diagnostics"]),
    module("Loading", ["SiteModel", "FrontMatter", "Markdown", "Markup", "CSL", "Diagnostics"]),
    module("Linking", ["SiteModel", "Markdown", "Markup", "CSL", "Diagnostics"]),
    module("Exporters", ["SiteModel", "Markup", "CSL"]),
    module(
      "Rendering",
      ["SiteModel", "Markdown", "Templating", "Markup", "CSL", "Diagnostics"]
    ),
    module("Checking", ["SiteModel", "Markdown", "Markup", "CSL", "Diagnostics"]),
    module(
      "Publishing",
      [
        "SiteModel", "FrontMatter", "Markdown", "Markup", "Diagnostics",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .systemLibrary(name: "CExchange", path: "Sources/SiteGen/CExchange"),
    module("FileSystem", ["SiteModel", "Diagnostics", "CExchange"]),

    // Floor 4: the corridor.
    module(
      "Build",
      [
        "SeedParsers", "Loading", "Linking", "Exporters", "Rendering", "Checking", "Publishing",
        "FileSystem", "SiteModel", "Templating", "Markdown", "FrontMatter", "Markup", "Diagnostics",
      ]
    ),

    // Floor 5: the server of previews.
    module(
      "Preview",
      [
        "Build", "FileSystem", "Loading", "SiteModel", "Markup", "Diagnostics",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),

    .systemLibrary(
      name: "CMimalloc",
      path: "Sources/SiteGen/CMimalloc",
      providers: [.apt(["libmimalloc-dev"])]
    ),

    // Floor 6: the command line, which alone reads arguments, clock and terminal.
    .executableTarget(
      name: "Command",
      dependencies: [
        "Build", "Checking", "ContentTypes", "CSL", "FileSystem", "Loading", "Preview", "SiteModel",
        "StarterSite", "Markdown", "Templating", "Markup", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .target(name: "CMimalloc", condition: .when(platforms: [.linux])),
      ],
      path: "Sources/SiteGen/Command",
      swiftSettings: settings + unsafeSettings,
      // Takes the place of the C library's `malloc` in the whole program.
      linkerSettings: [.linkedLibrary("mimalloc", .when(platforms: [.linux]))]
    ),

    // Tests, one target a module.
    .target(
      name: "Support",
      dependencies: ["Diagnostics"],
      path: "Tests/Support",
      swiftSettings: settings
    ),
    tests("StarterSite", ["StarterSite", "Support"]),
    tests("Diagnostics", ["Diagnostics", "Support"]),
    tests("Markup", ["Markup", "Support"]),
    tests("CSL", ["CSL", "Support"], exclude: ["Suite/passing.txt", "Suite/failing.md"]),
    tests("FrontMatter", ["Diagnostics", "FrontMatter", "Support"]),
    tests(
      "Markdown",
      ["Markdown", "Markup", "Diagnostics", "CCmarkGFM", "Support"],
      exclude: ["Suites/commonmark-differences.txt", "Suites/gfm-differences.txt"]
    ),
    tests(
      "Templating",
      [
        "Diagnostics", "Markup", "Templating", "Support",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    tests("SiteModel", ["SiteModel", "FrontMatter", "Templating", "Diagnostics", "Markup"]),
    tests(
      "SeedParsers",
      ["SeedParsers", "SiteModel", "Markup", "FrontMatter", "Diagnostics", "Support"],
      exclude: ["Invented/Texts", "Organisations/Texts"]
    ),
    tests("ContentTypes", ["ContentTypes", "SiteModel", "FrontMatter", "CSL", "Diagnostics"]),
    tests("Loading", ["Loading", "SiteModel", "FrontMatter", "CSL", "Diagnostics", "Support"]),
    tests(
      "Linking",
      [
        "Linking", "Loading", "ContentTypes", "SiteModel", "FrontMatter", "Templating",
        "Diagnostics", "Support",
      ]
    ),
    tests(
      "Rendering",
      ["Rendering", "SiteModel", "FrontMatter", "Templating", "Diagnostics", "Support"]
    ),
    tests(
      "Checking",
      ["Checking", "SiteModel", "FrontMatter", "Templating", "Diagnostics", "Support"]
    ),
    tests(
      "Publishing",
      ["Publishing", "FrontMatter", "SiteModel", "Diagnostics", "Support"]
    ),
    tests("FileSystem", ["FileSystem", "SiteModel", "Diagnostics", "Support"]),
    tests(
      "Build",
      [
        "Build", "SeedParsers", "ContentTypes", "FileSystem", "FrontMatter", "SiteModel",
        "Diagnostics", "Markdown", "Markup", "Support",
      ]
    ),
    tests(
      "Preview",
      [
        "Preview", "Build", "ContentTypes", "FileSystem", "SiteModel", "Diagnostics", "Support",
      ]
    ),
    tests("Command", ["Command", "Support"]),
    tests(
      "SeedQuality",
      [
        "Build", "ContentTypes", "FileSystem", "FrontMatter", "Markup", "SiteModel", "Diagnostics",
        "Support",
      ],
      exclude: ["Fresh", "Gold", "Unseen"]
    ),
    tests(
      "Golden",
      [
        "Build", "Checking", "ContentTypes", "CSL", "FileSystem", "Rendering", "SiteModel",
        "Templating",
        "Diagnostics", "Support",
      ],
      exclude: ["Sites", "HouseStyle"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

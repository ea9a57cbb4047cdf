// swift-tools-version:6.1

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Reader", path: ".."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CFriBidi",
      pkgConfig: "fribidi",
      providers: [.apt(["libfribidi-dev"])]
    ),
    .target(name: "FriBidiRun", dependencies: ["CFriBidi"]),
    .executableTarget(
      name: "BidiBenchmark",
      dependencies: ["FriBidiRun", .product(name: "Model", package: "Reader")]
    ),
    .executableTarget(
      name: "SearchBenchmark",
      dependencies: [
        .product(name: "Model", package: "Reader"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

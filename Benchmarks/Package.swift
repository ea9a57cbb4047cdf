// swift-tools-version:6.1

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Reader", path: "..")],
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
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version:6.1

import PackageDescription

let package = Package(
  name: "Reader",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "reader", targets: ["Reader"]),
    .library(name: "Model", targets: ["Model"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CNcurses",
      providers: [.apt(["libncursesw5-dev"])]
    ),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CVector"),
    .systemLibrary(
      name: "CXML",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    .target(
      name: "Model",
      dependencies: ["CVector", "CXML", .product(name: "GRDB", package: "GRDB.swift")],
      resources: [.copy("Resources")]
    ),
    .executableTarget(
      name: "Reader",
      dependencies: [
        "CMalloc",
        "CNcurses",
        "Model",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "ModelTests",
      dependencies: ["Model", "TestSupport"],
      resources: [.copy("Fixtures")]
    ),
    .testTarget(
      name: "ReaderTests",
      dependencies: ["Reader", "Model", "TestSupport"],
      resources: [.copy("Fixtures")]
    ),
  ],
  swiftLanguageModes: [.v6]
)

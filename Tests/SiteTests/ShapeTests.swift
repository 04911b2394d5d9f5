import Foundation
import HTTPTypes
import Registry
import Search
import Testing
import Presentation
import Web

@testable import Site

/// The shapes by which a phone finds its municipality, over the real seeds.
@Suite struct ShapeTests {
  /// What the script reads: a municipality as rings of points, in steps of the grid.
  struct Shape {
    let write: String
    let name: String
    let rings: [[(x: Double, y: Double)]]

    /// By the sides that a ray to the east crosses.
    func holds(_ x: Double, _ y: Double) -> Bool {
      var isInside = false
      for ring in rings {
        for (one, other) in zip(ring, ring.dropFirst()) where (one.y > y) != (other.y > y) {
          if x < one.x + (other.x - one.x) * (y - one.y) / (other.y - one.y) { isInside.toggle() }
        }
      }
      return isInside
    }

    /// To the nearest side, in steps of latitude.
    func distance(_ x: Double, _ y: Double) -> Double {
      let width = 2 * cos(y / 400 * .pi / 180)
      return rings.flatMap { zip($0, $0.dropFirst()) }.map { one, other in
        let (across, up) = ((other.x - one.x) * width, other.y - one.y)
        let length = across * across + up * up
        let along = ((x - one.x) * width * across + (y - one.y) * up) / (length == 0 ? 1 : length)
        let share = min(1, max(0, along))
        return hypot((x - one.x) * width - share * across, y - one.y - share * up)
      }.min() ?? .infinity
    }
  }

  /// The shape in which the point lies; at sea, for the shapes end at the coast, the nearest.
  private static func found(_ x: Double, _ y: Double, _ shapes: [Shape]) -> [Shape] {
    let holding = shapes.filter { $0.holds(x, y) }
    guard holding.isEmpty else { return holding }
    return shapes.min { $0.distance(x, y) < $1.distance(x, y) }.map { [$0] } ?? []
  }

  private static let signs = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

  private static func numbers(_ text: Substring) -> [Int] {
    var read: [Int] = []
    var (value, scale) = (0, 1)
    for sign in text {
      let bits = signs.firstIndex(of: sign) ?? 0
      value += (bits % 32) * scale
      scale *= 32
      guard bits < 32 else { continue }
      read.append(value % 2 == 1 ? -(value + 1) / 2 : value / 2)
      (value, scale) = (0, 1)
    }
    return read
  }

  static func shapes(_ text: String) -> [Shape] {
    let rows = text.split(separator: "\n")
    let lines = (rows.first ?? "").split(separator: ";").map { line -> [(x: Double, y: Double)] in
      let steps = numbers(line)
      var (x, y) = (0, 0)
      return stride(from: 0, to: steps.count, by: 2).map { place in
        x += steps[place]
        y += steps[place + 1]
        return (Double(x), Double(y))
      }
    }
    return rows.dropFirst().map { row in
      let parts = row.split(separator: "\t")
      let rings = parts[2].split(separator: ",").map { ring in
        numbers(ring).flatMap { $0 < 0 ? lines[-1 - $0].reversed() : lines[$0] }
      }
      return Shape(write: String(parts[0]), name: String(parts[1]), rings: rings)
    }
  }

  private static func points() throws -> [(code: String, x: Double, y: Double)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Examples/points.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { row in
        let parts = row.split(separator: ",")
        return (String(parts[0]), (Double(parts[2]) ?? 0) * 200, (Double(parts[1]) ?? 0) * 400)
      }
  }

  @Test("What is written for each shape is read as that municipality, and no shape is left out")
  func names() async throws {
    try await RealSeedTests.visit { visitor, edition in
      for language in ["nb", "nn", "en"] {
        let page = try await visitor.get("/assets/omriss-\(language)")
        #expect(page.status == 200)
        let shapes = Self.shapes(page.text)
        #expect(shapes.count == 357)
        #expect(Set(shapes.map(\.name)).count == 357, "told apart by their counties")
        let day = try OsloTime().moment(at: InventedSite.now).day
        for shape in shapes {
          let read = edition.search.readPlace(shape.write, on: day, language: Language(language))
          let area = try #require(try? read.get(), "\(shape.write)")
          #expect(edition.search.areas.kind(of: area)?.key == "municipality", "\(shape.write)")
          let own = edition.search.name(of: .area(area), language: Language(language), on: day)
          #expect(shape.name.hasPrefix(own), "\(shape.write): \(shape.name)")
        }
      }
    }
  }

  @Test("A point in each municipality lies in its shape alone, or nearest to it at sea")
  func points() async throws {
    try await RealSeedTests.visit { visitor, edition in
      let shapes = Self.shapes(try await visitor.get("/assets/omriss-nb").text)
      let day = try OsloTime().moment(at: InventedSite.now).day
      let points = try Self.points()
      #expect(points.count > 350)
      var wrong: [String] = []
      var strayed: [String] = []
      for point in points {
        let codes = Self.found(point.x, point.y, shapes).compactMap { shape in
          (try? edition.search.readPlace(shape.write, on: day, language: .bokmål).get())
            .flatMap { edition.search.areas.code(of: $0, on: day) }
        }
        guard codes != [point.code] else { continue }
        let isOnLand = shapes.contains { $0.holds(point.x, point.y) }
        if isOnLand { wrong.append(point.code) } else { strayed.append(point.code) }
      }
      #expect(wrong.isEmpty, "\(wrong)")
      // Out at sea the coast of a neighbour may be nearer than one's own.
      #expect(strayed.count <= 3, "\(strayed)")
    }
  }

  @Test("Only the start page may look up where the phone is")
  func permission() async throws {
    let permissions = try #require(HTTPField.Name("Permissions-Policy"))
    try await InventedSite().visit { visitor in
      for path in ["/", "/nn", "/en"] {
        let page = try await visitor.get(path)
        #expect(page.headers[permissions]?.contains("geolocation=(self)") == true)
        #expect(page.headers[fields: permissions].count == 1)
        #expect(page.text.contains("data-shapes=\"/assets/omriss-"))
      }
      let answer = try await visitor.post("/svar", [("place", "Fjordvik")])
      let fault = try await visitor.post("/svar", [("place", "Qqqqvik")])
      let others = [answer, fault, try await visitor.get("/om"), try await visitor.get("/sok")]
      for page in others {
        #expect(page.headers[permissions]?.contains("geolocation=()") == true)
        #expect(!page.text.contains("data-shapes"))
      }
    }
  }
}

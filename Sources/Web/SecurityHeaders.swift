import HTTPTypes
package import Hummingbird

/// The same protective headers for every response, errors included.
package struct SecurityHeaders: Sendable {
  /// Nothing but the site's own files, no script or style in the page, nobody may frame it.
  static let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
    "frame-ancestors 'none'",
  ].joined(separator: "; ")

  private static let permissions = [
    "accelerometer", "autoplay", "camera", "display-capture", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
  ].map { "\($0)=()" }.joined(separator: ", ")

  /// For the one page with a button that looks up where the phone is: that page may, nobody else.
  package static let mayLocate = HTTPField(
    name: .permissionsPolicy,
    value: permissions.replacing("geolocation=()", with: "geolocation=(self)"))

  /// Who is believed when it says that the visitor came over TLS.
  private let proxies: TrustedProxies

  package init(proxies: TrustedProxies) {
    self.proxies = proxies
  }

  package func protect(_ response: inout Response, to request: Request, _ context: VisitContext) {
    var headers = response.headers
    // Held once, so that it is changed where it lies.
    response.headers = [:]
    SecurityHeaders.protect(&headers)
    if proxies.isSecure(request, from: context.remote) {
      headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains"
    }
    response.headers = headers
  }

  /// What every response has, whoever made it. No reply says any of it for itself but
  /// ``mayLocate``.
  static func protect(_ headers: inout HTTPFields) {
    let isOpen = headers.contains(.accessControlAllowOrigin)
    if !headers.contains(.cacheControl) { headers[.cacheControl] = "no-store" }
    let locates = headers.contains(.permissionsPolicy)
    for field in isOpen ? forEveryone : forOwnPages {
      if locates, field.name == .permissionsPolicy { continue }
      headers.append(field)
    }
  }

  private static let forOwnPages = Array(fields(resourcePolicy: "same-origin"))
  /// What pages of other hosts may read.
  private static let forEveryone = Array(fields(resourcePolicy: "cross-origin"))

  private static func fields(resourcePolicy: String) -> HTTPFields {
    [
      .contentSecurityPolicy: contentSecurityPolicy, .xContentTypeOptions: "nosniff",
      .referrerPolicy: "no-referrer", .permissionsPolicy: permissions,
      .crossOriginOpenerPolicy: "same-origin", .crossOriginResourcePolicy: resourcePolicy,
    ]
  }
}

extension HTTPField.Name {
  static let referrerPolicy = named("Referrer-Policy")
  static let permissionsPolicy = named("Permissions-Policy")
  static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
  /// What search engines read beside what cannot say it itself.
  package static let xRobotsTag = named("X-Robots-Tag")
  package static let rateLimit = named("RateLimit")
  package static let rateLimitPolicy = named("RateLimit-Policy")
  package static let xForwardedProto = named("X-Forwarded-Proto")
  package static let xForwardedFor = named("X-Forwarded-For")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else {
      preconditionFailure("\(name) must be a header name.")
    }
    return field
  }
}

import Presentation
import Web

/// The site's few pictures, drawn by hand as SVG.
enum Pictures {
  /// The icon in the browser's tab.
  static let icon = Asset(
    name: "varde", ending: "svg", contentType: "image/svg+xml; charset=utf-8",
    text: """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#1f5c4a">\
      <ellipse cx="16" cy="26" rx="13" ry="5"/><ellipse cx="17" cy="16.5" rx="9" ry="4.5"/>\
      <ellipse cx="15" cy="8" rx="5.5" ry="4"/></svg>
      """)

  /// Stands at every step of a ladder.
  static let cairnOfStep = cairn(class: "cairn")

  /// Three stones on each other; says nothing that the text beside it does not.
  static func cairn(class name: HTML) -> HTML {
    """
    <svg class="\(name)" viewBox="0 0 32 32" aria-hidden="true" focusable="false">\
    <ellipse cx="16" cy="26" rx="13" ry="5"/><ellipse cx="17" cy="16.5" rx="9" ry="4.5"/>\
    <ellipse cx="15" cy="8" rx="5.5" ry="4"/></svg>
    """
  }
}

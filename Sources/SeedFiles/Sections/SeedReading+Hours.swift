import Registry

/// When a channel is answered, as the source says it.
struct Hours {
  let kind: HoursKind
  var windows: [Window] = []

  struct Window: Hashable {
    let weekdays: Weekdays
    let from: Int
    let until: Int
    let holidays: HolidayRule
  }
}

extension SeedReading {
  /// A word (`always`, `office` …), a line (`mon-fri 08:00-15:30`), a window or a list of windows.
  func readHours(_ value: SeedValue) -> Hours? {
    if let word = value.plainText, let kind = HoursKind(rawValue: word), kind != .stated {
      return Hours(kind: kind)
    }
    var windows: [Hours.Window] = []
    for item in value.items {
      guard let window = item.isMapping ? readWindow(item) : readLine(item) else { return nil }
      if windows.contains(window) {
        item.fault("The same window stands here twice; keep one.")
      } else {
        windows.append(window)
      }
    }
    return windows.isEmpty ? nil : Hours(kind: .stated, windows: windows)
  }

  private func readWindow(_ value: SeedValue) -> Hours.Window? {
    guard let entry = value.entry(["days", "from", "until", "holidays"]),
      let days = entry.required("days").flatMap(weekdays),
      let from = entry.required("from"), let until = entry.required("until")
    else { return nil }
    return window(
      days, from: from.text() ?? "", until: until.text() ?? "",
      holidays: entry.choice("holidays") ?? .unstated, at: value)
  }

  /// `mon-fri 15:30-08:00`, perhaps followed by `holidays included`.
  private func readLine(_ value: SeedValue) -> Hours.Window? {
    guard let text = value.text() else { return nil }
    let words = HoursText.plain(text).split(separator: " ").map(String.init)
    let holidays =
      words.count == 4 && words[2] == "holidays" ? HolidayRule(rawValue: words[3]) : nil
    guard words.count == 2 || holidays != nil, let days = HoursText.weekdays(of: words[0]),
      let dash = words[1].firstIndex(of: "-")
    else {
      value.fault(
        "`\(text)` does not say hours; write unknown, always, office, outside-office, rota, or a "
          + "window such as `mon-fri 08:00-15:30`.")
      return nil
    }
    return window(
      days, from: String(words[1][..<dash]),
      until: String(words[1][words[1].index(after: dash)...]), holidays: holidays ?? .unstated,
      at: value)
  }

  private func window(
    _ days: Weekdays, from: String, until: String, holidays: HolidayRule, at value: SeedValue
  ) -> Hours.Window? {
    guard let start = HoursText.minute(from), let end = HoursText.minute(until) else {
      value.fault("The times are `\(from)` and `\(until)`; write them as \"08:00\" and \"15:30\".")
      return nil
    }
    guard start < 1440, end > 0 || start > 0, start != end else {
      value.fault("The window is empty; write 00:00 until 24:00 for the whole day, or `always`.")
      return nil
    }
    guard end != 1439 else {
      value.fault(
        "The last minute of the day is left out; write 24:00 for a window that ends with the day.")
      return nil
    }
    guard days != .holidays || holidays != .excluded else {
      value.fault("Hours on holidays that exclude holidays never come; write one of the two.")
      return nil
    }
    return Hours.Window(
      weekdays: days, from: start, until: end == 0 ? 1440 : end, holidays: holidays)
  }

  private func weekdays(_ value: SeedValue) -> Weekdays? {
    var all: Weekdays = []
    for item in value.items {
      guard let text = item.text() else { return nil }
      guard let days = HoursText.weekdays(of: text) else {
        item.fault("`\(text)` are no days; write mon-fri, sat, sun, all or holidays, or a list.")
        return nil
      }
      all.formUnion(days)
    }
    return all
  }

  func addOpenings(
    _ hours: Hours, of channel: Channel, _ document: SeedDocument, at position: SeedPosition
  ) {
    for window in hours.windows {
      let parts = [
        channel.id.description, "\(window.weekdays.rawValue)", "\(window.from)", "\(window.until)",
        window.holidays.rawValue,
      ]
      rows.add(
        Opening(
          id: SeedIdentity.id("opening", parts), channel: channel.id, weekdays: window.weekdays,
          from: window.from, until: window.until, holidays: window.holidays),
        of: document.name, at: position)
    }
  }
}

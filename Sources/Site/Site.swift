// The public pages and the JSON API, answered from the edition that a request took at the door.
//
// Site must never touch the database (it cannot import Store), keep, log or put into an address
// what somebody asks, or answer from two editions at once.

package import Presentation
package import Web

/// Everything that the public site is built from.
package struct Site: Sendable {
  package let current: CurrentEdition
  package let time: OsloTime
  /// The instant now, in seconds since 1970; a value in tests.
  package let now: @Sendable () -> Int64
  /// Changes with every build; part of each ETag.
  package let build: String
  /// Who answers for the site.
  package let operatedBy: Operator
  /// What one requester may ask for, as the API document tells it.
  package let budgets: Budgets
  /// Who makes pages and records that are not kept.
  package let makers: Makers

  package init(
    current: CurrentEdition, time: OsloTime, build: String, operatedBy: Operator = .unnamed,
    budgets: Budgets = .usual, makers: Makers = Makers(),
    now: @escaping @Sendable () -> Int64
  ) {
    self.current = current
    self.time = time
    self.build = build
    self.operatedBy = operatedBy
    self.budgets = budgets
    self.makers = makers
    self.now = now
  }

  /// Every address that answers.
  package var routes: [Route] {
    assets + pages + api
  }

  private var assets: [Route] {
    [StyleSheet.asset.route, Script.asset.route, Pictures.icon.route]
  }
}

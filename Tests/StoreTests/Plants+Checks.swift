import Registry

extension Plants {
  struct Fault {
    let table: String
    let constraint: String
    let columns: [String: String]
  }

  /// What makes each check constraint fail, in COPY text.
  static let faults: [Fault] =
    sources + places + seats + channels + plans + cases + names + times + lists

  private static func fault(
    _ table: String, _ constraint: String, _ columns: [String: String]
  ) -> Fault {
    Fault(table: table, constraint: "\(table)_\(constraint)", columns: columns)
  }

  private static var sources: [Fault] {
    [
      fault("source", "title_said", ["title": ""]),
      fault("source", "url_absolute", ["url": "example.org"]),
    ]
  }

  private static var places: [Fault] {
    return [
      fault("area_kind", "rank_positive", ["rank": "-1"]),
      fault("area_code", "said", ["code": ""]),
      fault("area_succession", "other", ["successor": Sample.text(3, Area.self)]),
      fault("area_succession", "weight_share", ["weight": "1.5"]),
      fault("postcode", "four_digits", ["code": "701"]),
      fault("holiday", "name_said", ["name": ""]),
      fault("concern", "least_severity_known", ["least_severity": "severe"]),
      fault("organisation_form", "orgnr_checked", ["orgnr": "974760674"]),
      fault(
        "organisation_service", "serves_something",
        ["area": root, "unit": root, "unit_kind": root]),
      fault(
        "organisation_service", "unit_or_kind",
        [
          "unit": Sample.text(1, Organisation.self),
          "unit_kind": Sample.text(2, OrganisationKind.self),
        ]),
      fault("organisation_member", "text_said", ["text": ""]),
      fault("organisation_member", "position_positive", ["position": "0"]),
    ]
  }

  private static var seats: [Fault] {
    [
      fault("person", "visibility_known", ["visibility": "secret"]),
      fault("person_detail", "name_said", ["name": ""]),
      fault("designation", "seat_positive", ["seat": "0"]),
      fault("designation", "position_positive", ["position": "0"]),
      fault("designation", "holding_known", ["holding": "gone"]),
      fault("designation", "held_by_person", ["holding": "vacant"]),
      fault("designation", "visibility_known", ["visibility": "secret"]),
    ] + conditions("remit")
  }

  private static func conditions(_ table: String) -> [Fault] {
    [
      fault(
        table, "unit_or_kind",
        [
          "unit": Sample.text(1, Organisation.self),
          "unit_kind": Sample.text(1, OrganisationKind.self),
        ]),
      fault(table, "asker_known", ["asker": "teacher"]),
      fault(table, "severity_known", ["severity": "severe"]),
      fault(table, "ages_possible", ["ages": "[-2,18)", "extended_through": "\\N"]),
      fault(table, "extension_beyond", ["ages": "[12,19)", "extended_through": "18"]),
    ]
  }

  private static var channels: [Fault] {
    [
      fault("channel", "owner_kind_known", ["owner_kind": "person"]),
      fault("channel", "position_positive", ["position": "0"]),
      fault("channel", "kind_known", ["kind": "fax"]),
      fault("channel", "audience_known", ["audience": "teacher"]),
      fault("channel", "hours_known", ["hours": "sometimes"]),
      fault("channel", "visibility_known", ["visibility": "secret"]),
      fault(
        "channel", "one_way",
        [
          "via_organisation": Sample.text(1, Organisation.self),
          "via_designation": Sample.text(1, Designation.self),
        ]),
      fault("channel", "leads_somewhere", ["written": ""]),
      fault("channel", "usable_has_canonical", ["canonical": "\\N"]),
      fault("channel", "unusable_has_none", ["is_usable": "f"]),
      fault("channel", "number_dialled", ["canonical": "2800"]),
      fault("channel", "sms_dialled", ["kind": "sms", "canonical": "280"]),
      fault("channel", "address_formed", ["kind": "email", "canonical": "post@kommune"]),
      fault("channel", "url_absolute", ["kind": "web", "canonical": "www.example.org"]),
      fault("opening", "weekdays_some", ["weekdays": "0"]),
      fault("opening", "from_in_day", ["from_minute": "1440"]),
      fault("opening", "until_in_day", ["until_minute": "0"]),
      fault("opening", "holidays_known", ["holidays": "maybe"]),
    ]
  }

  private static var plans: [Fault] {
    [
      fault("plan", "level_known", ["level": "school"]),
      fault("plan", "title_said", ["title": ""]),
      fault("severity_word", "said", ["word": ""]),
      fault("severity_word", "severity_known", ["severity": "severe"]),
      fault("rule", "tier_known", ["tier": "extra"]),
      fault("rule", "text_said", ["text": ""]),
      fault("rule_target", "rung_positive", ["rung": "0"]),
      fault("rule_target", "kind_known", ["target_kind": "person"]),
      fault("rule_target", "leads_somewhere", ["target_kind": "described"]),
      fault("step", "severities_known", ["severities": "{severe}"]),
      fault("step", "askers_known", ["askers": "{teacher}"]),
      fault("notice", "kind_known", ["kind": "warning"]),
      fault("notice", "about_whole", ["about": "\\N"]),
      fault("notice", "about_kind_known", ["about_kind": "remit"]),
      fault("notice", "text_said", ["text": ""]),
      fault("reading_matter", "kind_known", ["kind": "score"]),
      fault("reading_matter", "text_said", ["text": ""]),
      fault("measure", "title_said", ["title": ""]),
      fault("measure_party", "text_said", ["text": ""]),
      fault("measure_party", "position_positive", ["position": "0"]),
      fault("measure_merge", "other", ["merged_into": Sample.text(1, Measure.self)]),
    ]
  }

  private static var cases: [Fault] {
    ["rule_case", "notice_case", "offering_case"].flatMap { table in
      conditions(table) + [fault(table, "wish_known", ["wish": "quick"])]
    }
  }

  private static var times: [Fault] {
    let dated = [
      "area", "area_code", "area_parent", "postcode", "organisation_form", "organisation_parent",
      "organisation_service", "organisation_member", "designation", "absence", "plan", "offering",
      "rule", "step", "notice", "reading_matter", "measure", "channel", "name", "link",
    ]
    let days = [
      ("source", "day"), ("area_succession", "day"), ("holiday", "day"), ("plan", "day"),
      ("designation", "confirmed_on"), ("offering", "confirmed_on"), ("channel", "confirmed_on"),
    ]
    return dated.map { fault($0, "valid_bounded", ["valid": "[2020-01-01,infinity)"]) } + [
      fault("plan", "period_bounded", ["period": "[-infinity,2020-01-01)"]),
      fault("plan", "period_some", ["period": "empty"]),
    ] + days.map { fault($0, "\($1)_dated", [$1: "infinity"]) }
  }

  private static var lists: [Fault] {
    [
      fault("step", "responsible_listed", ["responsible": "{leder,NULL}"]),
      fault("step", "severities_listed", ["severities": "{{mild},{grave}}"]),
      fault("step", "askers_listed", ["askers": "[2:2]={anyone}"]),
      fault("offering", "conditions_listed", ["conditions": "{NULL}"]),
      fault("measure", "concerns_listed", ["concerns": "{NULL}"]),
    ]
  }

  private static var names: [Fault] {
    [
      fault("name", "subject_kind_known", ["subject_kind": "remit"]),
      fault("name", "language_formed", ["language": "NO"]),
      fault("name", "kind_known", ["kind": "nickname"]),
      fault("name", "text_said", ["text": ""]),
      fault("link", "subject_kind_known", ["subject_kind": "remit"]),
      fault("link", "says_something", ["text": "", "url": "\\N"]),
      fault("link", "usable_has_url", ["url": "\\N"]),
      fault("doubt", "subject_kind_known", ["subject_kind": "remit"]),
      fault("doubt", "reason_said", ["reason": ""]),
    ]
  }

  private static let root = "00000000-0000-0000-0000-000000000000"
}

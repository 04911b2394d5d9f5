import Registry
import SeedFiles
import Testing

/// Each fault stands on its own line; the comments in the files announce them.
@Suite struct FaultTests {
  @Test func `An unknown section, field or key is told with the nearest known one`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      organisation: []  # <- There is no field `organisation` here; did you mean `organisations`
      organisations:
        - key: a
          nam: A  # <- did you mean `name`
          name: A
          kind: polise  # <- did you mean `police`
          # v There is no organisation `kommune-9991`; did you mean `kommune-9901`
          parent: kommune-9991
          serves: ["9901", "9903"]  # <- There is no area `9903`
      """)
  }

  @Test func `A missing, an empty and a doubled value are told`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      organisations:
        - {key: a, kind: police}  # <- The field `name` is missing
        - {key: b, name: B}  # <- The field `kind` is missing
        - name: C  # <- The field `key` is missing
          kind: police
        - key: d
          name: ""  # <- The text is empty
          kind: police
        - key: e
          name: E
          kind: police
          orgnr:  # <- Nothing stands after the colon
      """)
  }

  @Test func `A key that is defined twice names the first place`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      organisations:
        - {key: a, name: A, kind: police}
        - {key: a, name: B, kind: police}  # <- already there on line 4
        - {key: kommune-9901, name: T, kind: police}  # <- already there on base.yaml, line 22
        # v `Åse_1` is not a key; use a-z, æøå, digits and hyphens, such as `åse-1`
        - {key: Åse_1, name: T, kind: police}
      """)
  }

  @Test func `Dates that are none, empty or reversed are told`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: {key: s, title: S, date: 2021}  # <- `2021` is not a date
      organisations:
        - key: a
          name: A
          kind: police
          from: 2021-02-29  # <- is not a date
        - key: b
          name: B
          kind: police
          from: 2022-01-01
          until: 2021-01-01  # <- the wrong way round
        - key: c
          name: C
          kind: police
          from: 2022-01-01
          until: 2022-01-01  # <- The days are empty
      """)
  }

  @Test func `Ages that cannot be are told`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        designations:
          - function: slt-coordinator
            organisation: kommune-9901
            remit:
              - {age: 18-12}  # <- The ages run from 18 to 12
              - {age: 0-200}  # <- is no range of ages
              - {age: voksen}  # <- is no range of ages
              - {age: "-"}  # <- is no range of ages
              - {age: {from: 12, through: 18, extended: 17}}  # <- `extended` must be a later age
              - {age: {from: 12, through: 18, end: open}}  # <- Only `end: unstated`
              - {age: 1e1}  # <- is no range of ages
        """)
  }

  @Test func `A wrong check digit or length of an organisation number is told`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      organisations:
        - {key: a, name: A, kind: police, orgnr: "974760673"}
        - {key: b, name: B, kind: police, orgnr: 974 760 673}
        - {key: c, name: C, kind: police, orgnr: "974760674"}  # <- The check digit
        - {key: d, name: D, kind: police, orgnr: "97476067"}  # <- nine digits
        - {key: e, name: E, kind: police, orgnr: "100000030"}  # <- The check digit
      """)
  }

  @Test func `What is no number, address or link is told unless it is marked unusable`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      organisations:
        - key: a
          name: A
          kind: police
          channels:
            - {phone: "2800"}  # <- `2800` has 4 digits
            - {phone: "7389"}  # <- `7389` has 4 digits
            - {phone: 7389909}  # <- has 7 digits
            - {phone: ring sentralbordet}  # <- is not a telephone number
            - {phone: 73 89 90 90/2800}  # <- holds two numbers; write two channels
            - {phone: 33 06 43 00 / 975 14 101}  # <- write two channels
            - {phone: "01234567"}  # <- No Norwegian number of eight digits
            - {phone: "+47 2800"}  # <- has not eight digits after +47
            - {phone: "199"}  # <- is not one of the short numbers
            - {phone: "46 8 123 456 78"}  # <- has too many digits
            - {email: post(at)a.no}  # <- is not an e-mail address
            - {email: post@a}  # <- is not an e-mail address
            - {web: klikk her}  # <- is not a web address
            - {web: "ftp://a.no"}  # <- is not a web address
            - {phone: "2800", unusable: true}
            - {web: klikk her, unusable: true}
            - {phone: "02800", email: a@b.no}  # <- One channel is one way
            - {label: vakt}  # <- Say how to reach it
          links:
            - {text: hit}  # <- The link has no `url`
            - {text: her, unusable: true}
            - {text: der, url: her}  # <- is not a web address
      """)
  }

  @Test func `A word outside its closed set is told with those allowed`() {
    Seeds.expectAnnounced(
      Seeds.plan + """
        designations:
          - function: slt-coordinator
            organisation: kommune-9901
            order: first  # <- is not a whole number from 1 to 20
            visibility: hemmelig  # <- write public, desk
            # v write question, mild, clarified | write anyone, employee, manager
            remit: {severity: høy, asker: lærer}
            channels:
              - {phone: "02800", hours: kveld}  # <- does not say hours
              # v write them as
              - {phone: "02800", label: b, hours: {days: mon-fri, from: "25:00", until: "08:00"}}
              # v are no days
              - {phone: "02800", label: c, hours: {days: hverdag, from: "08:00", until: "15:00"}}
              # v The window is empty
              - {phone: "02800", label: d, hours: {days: all, from: "08:00", until: "08:00"}}
              - {email: a@b.no, unusable: ja}  # <- neither `true` nor `false`
        """)
  }

  @Test func `Things that lie inside themselves are told once with the way round`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      areas:
        # v The area lies inside itself: `a` in `b` in `a`
        - {key: a, kind: district, name: A, parents: [b]}
        - {key: b, kind: municipality, name: B, parents: [a]}
      organisation-kinds:
        # v The organisation kind lies inside itself: `k` in `l` in `k`
        - {key: k, parent: l, name: K}
        - {key: l, parent: k, name: L}
      concerns:
        - {key: c, parent: c, name: C}  # <- The concern lies inside itself: `c` in `c`
      organisations:
        # v The organisation lies inside itself: `o` in `p` in `q` in `o`
        - {key: o, name: O, kind: police, parent: p}
        - {key: p, name: P, kind: police, parent: q}
        - {key: q, name: Q, kind: police, parent: o}
        # v point to each other
        - {key: r, name: R, kind: police, channels: [{via: {organisation: s}}]}
        - {key: s, name: S, kind: police, channels: [{via: {organisation: r}}]}
      """)
  }

  @Test func `Facts that cannot hold on one day are told`() {
    Seeds.expectAnnounced(
      """
      seed: x
      source: register
      areas:
        - key: a
          kind: district
          name: A
          parents: ["9901", {area: "9902", from: 2021-01-01}]  # <- two parents of one kind
          codes:
            - {scheme: bydel, code: "990101", until: 2021-01-01}
            - {scheme: bydel, code: "990102", from: 2021-01-01}
            # v two codes of the scheme `bydel`
            - {scheme: bydel, code: "990103", from: 2022-01-01}
            - {scheme: kommune, code: "9901"}  # <- Two areas have the code `9901`
            - {scheme: kommune, code: "99"}  # <- has 4 digits
          # v two official names in the language `nb`
          names: [{text: B, from: 2021-01-01}, {text: C, kind: former}]
      organisations:
        - {key: o, name: O, kind: police, parent: [{organisation: politiet, until: 2021-01-01},
            {organisation: kommune-9901, from: 2021-01-01}]}
        # v The organisation has two parents
        - {key: p, name: P, kind: police, parent: [politiet, kommune-9901]}
        - {add-to: o, kind: school, from: 2022-01-01}  # <- two kinds of thing
      postcodes:
        - {code: "0001", place: A, area: a}
        - {code: "0001", place: B, area: "9901"}  # <- The postcode `0001` is in two areas
        - {code: "1", place: C, area: a}  # <- is not a postcode
      """)
  }
}

import Web

/// The site's own look: calm, system fonts, light and dark, forced colours, 320 px to wide, print.
///
/// A cairn is drawn from three stones; the path between cairns is the ladder of an answer. A drawn
/// list has an empty marker and not none, so that it stays a list to VoiceOver.
enum StyleSheet {
  static let asset = Asset(
    name: "style", ending: "css", contentType: "text/css; charset=utf-8",
    text: [ground, frame, forms, ladder, records, pages, print].joined(separator: "\n"))

  private static let ground = """
    :root {
      color-scheme: light dark;
      --paper: #fbfaf7; --sheet: #ffffff; --ink: #1d2429; --soft: #4d5960; --line: #c9ced1;
      --moss: #1f5c4a; --moss-soft: #e4efe9; --stone: #6b7378; --stone-soft: #eceeee;
      --alarm: #9b1c1c; --alarm-soft: #fbeaea; --amber: #7a4b00; --amber-soft: #fdf3dc;
      --focus: #0b57d0; --round: .5rem;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14191c; --sheet: #1c2327; --ink: #eef1f2; --soft: #b7c0c5; --line: #465057;
        --moss: #8fd3b9; --moss-soft: #1e332b; --stone: #a3adb3; --stone-soft: #273036;
        --alarm: #ffb3ad; --alarm-soft: #3b1d1d; --amber: #f3cd86; --amber-soft: #352a14;
        --focus: #a8c7fa;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: break-word;
    }
    h1, h2, h3 { line-height: 1.25; margin: 2rem 0 .75rem; text-wrap: balance; }
    h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); margin-top: 1.25rem; }
    h2 { font-size: 1.4rem; }
    h3 { font-size: 1.15rem; }
    p, ul, ol, dl { margin: .5rem 0 1rem; max-width: 42rem; }
    a { color: var(--moss); text-underline-offset: .2em; }
    a:hover { text-decoration-thickness: .15em; }
    :focus-visible { outline: .2rem solid var(--focus); outline-offset: .15rem;
      border-radius: .2rem; }
    :target { scroll-margin-top: 1rem; }
    .lead { font-size: 1.2rem; color: var(--soft); }
    .soft { color: var(--soft); }
    .small { font-size: .95rem; }
    """

  private static let frame = """
    .skip { position: absolute; left: .5rem; top: -4rem; background: var(--sheet);
      padding: .75rem; }
    .skip:focus { top: .5rem; z-index: 2; }
    .wide { max-width: 64rem; margin: 0 auto; padding: 0 1rem; }
    .top { background: var(--sheet); border-bottom: 1px solid var(--line); }
    .top .wide { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; }
    .name {
      display: inline-flex; align-items: center; gap: .6rem; min-height: 3rem; font-weight: 700;
      font-size: 1.25rem; color: var(--ink); text-decoration: none;
    }
    .name svg { width: 1.9rem; height: 1.9rem; fill: var(--moss); }
    .top nav ul, .foot ul { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; padding: 0;
      margin: 0; }
    .top nav li, .foot li { list-style: none; }
    .top nav a, .foot a, .top [aria-current] { display: inline-block; padding: .6rem 0; }
    .top [aria-current] { font-weight: 700; color: var(--ink); text-decoration: none; }
    .top .languages { margin-left: auto; font-size: .95rem; }
    .exit { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 .9rem;
      background: var(--alarm); color: var(--paper); font-weight: 700; text-decoration: none;
      border-radius: var(--round); line-height: 1.2; }
    .languages abbr { display: none; text-decoration: none; }
    @media (max-width: 40rem) {
      .top .wide { gap: 0 .75rem; padding-left: .75rem; padding-right: .75rem; }
      .top .name { gap: .3rem; font-size: 1.05rem; } .name svg { width: 1.5rem; height: 1.5rem; }
      .exit { padding: 0 .6rem; font-size: .85rem; }
      .top .menu { font-size: .9rem; } .top .menu li:not(.kept) { display: none; }
      .top .languages { font-size: .85rem; } .top .languages ul { gap: 0 .55rem; }
      .languages .long { display: none; } .languages abbr { display: inline; }
    }
    .emergency { background: var(--alarm-soft); border-bottom: 1px solid var(--line); }
    .emergency ul { display: flex; flex-wrap: wrap; justify-content: space-between;
      gap: 0 .35rem; list-style: none; padding: 0; margin: 0; max-width: 46rem; }
    .emergency a { display: flex; flex-direction: column; justify-content: center;
      min-height: 2.9rem; min-width: 1.75rem; color: var(--alarm); text-decoration: none; }
    .emergency b { font-size: .9rem; line-height: 1.2; white-space: nowrap;
      text-decoration: underline; text-underline-offset: .15em;
      font-variant-numeric: tabular-nums; }
    .emergency span { font-size: .72rem; line-height: 1.2; color: var(--ink); }
    @media (min-width: 40rem) {
      .emergency ul a { flex-direction: row; align-items: baseline; gap: .4rem;
        padding-top: .75rem; }
      .emergency ul b { font-size: 1.15rem; } .emergency ul span { font-size: .95rem; }
    }
    .emergency.now { background: var(--alarm); }
    .emergency.now .wide { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center;
      padding-top: .5rem; padding-bottom: .75rem; color: var(--paper); }
    .emergency.now a, .emergency.now span { color: var(--paper); }
    .emergency.now b { font-size: 2.9rem; line-height: 1.1; }
    .emergency.now span { font-size: 1rem; } .emergency.now p { flex: 1 1 12rem; }
    .emergency.now p { margin: 0; } .emergency.now strong { font-size: 1.2rem; }
    main.wide { padding-bottom: 3rem; }
    main:focus { outline: none; }
    .foot { border-top: 1px solid var(--line); background: var(--sheet); padding: 1rem 0 2rem; }
    .notice, .stale, .problem {
      border-left: .35rem solid var(--stone); background: var(--stone-soft); padding: .75rem 1rem;
      margin: 1rem 0; border-radius: 0 var(--round) var(--round) 0; max-width: 46rem;
    }
    .notice p, .stale p, .problem p { margin: .25rem 0; }
    .notice ul, .problem ul { padding-left: 1.25rem; }
    .stale { border-color: var(--amber); background: var(--amber-soft); }
    .problem { border-color: var(--alarm); background: var(--alarm-soft); }
    """

  private static let forms = """
    form { max-width: 46rem; }
    fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0; }
    legend, label.title { font-weight: 700; font-size: 1.15rem; padding: 0; display: block; }
    .hint { color: var(--soft); margin: .1rem 0 .4rem; }
    input[type=text], input[type=search], select {
      font: inherit; color: inherit; background: var(--sheet); border: 2px solid var(--stone);
      border-radius: var(--round); padding: .6rem .75rem; width: 100%; max-width: 30rem;
      min-height: 3rem;
    }
    input.short { max-width: 8rem; }
    [aria-invalid=true] { border-color: var(--alarm) !important; }
    .choices { display: grid; gap: .25rem .75rem;
      grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); }
    .choices label { display: flex; gap: .6rem; align-items: center; min-height: 2.75rem;
      padding: .25rem .5rem; border-radius: var(--round); }
    .choices label:hover { background: var(--stone-soft); }
    .choices input { width: 1.4rem; height: 1.4rem; flex: none; accent-color: var(--moss); }
    button, .button {
      font: inherit; font-weight: 700; color: var(--paper); background: var(--moss); border: 0;
      border-radius: var(--round); padding: .8rem 1.5rem; min-height: 3rem; cursor: pointer;
      text-decoration: none; display: inline-block;
    }
    button:hover, .button:hover { filter: brightness(1.1); }
    button.plain { background: none; color: var(--moss); border: 2px solid var(--moss); }
    details { margin: .5rem 0 1rem; max-width: 46rem; }
    details:not([open]) > :not(summary) { display: none; }
    summary { cursor: pointer; padding: .5rem 0; color: var(--moss); font-weight: 600; }
    .suggestions { list-style: none; padding: 0; margin: .25rem 0; max-width: 30rem; }
    .suggestions button { width: 100%; text-align: left; background: var(--sheet);
      color: var(--ink);
      border: 1px solid var(--line); font-weight: 400; }
    """

  private static let ladder = """
    .ladder { list-style: none; padding: 0; margin: 1rem 0; max-width: none; }
    .ladder > li { position: relative; padding: 0 0 1.25rem 3.25rem; }
    .ladder > li::before {
      content: ""; position: absolute; left: 1.1rem; top: 2rem; bottom: -.25rem;
      border-left: .2rem dotted var(--stone);
    }
    .ladder > li:last-child::before { display: none; }
    .cairn { position: absolute; left: 0; top: .1rem; width: 2.4rem; height: 2.4rem;
      fill: var(--stone); }
    .first > .cairn { fill: var(--moss); }
    .doors { display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
    .door { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round);
      padding: 1rem 1.25rem; }
    .first .door { border: 2px solid var(--moss); }
    .door h3 { margin: 0 0 .25rem; hyphens: auto; }
    .door h3::first-letter, .door.same > p:first-child::first-letter,
    .door p.soft::first-letter, .card .who::first-letter,
    h1::first-letter, main h3::first-letter {
      text-transform: uppercase; }
    .door p { margin: .1rem 0 .25rem; }
    .door details { margin: .35rem 0 0; } .door summary { padding: .3rem 0; font-size: .95rem; }
    .old { color: var(--amber); } .cautions summary { color: var(--soft); }
    .number { font-variant-numeric: tabular-nums; }
    .door .number { font-size: 1.2rem; font-weight: 700; }
    .number.ring { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0 .4rem;
      min-height: 3rem; padding: .35rem 1.1rem; margin: .15rem 0; max-width: 100%;
      background: var(--moss); color: var(--paper); border-radius: var(--round);
      text-decoration: none; font-weight: 600; font-size: 1.15rem; overflow-wrap: anywhere; }
    .number.ring:hover { text-decoration: underline; }
    .number.ring b { font-weight: 700; }
    .holder { display: block; font-weight: 600; font-size: 1rem; }
    .door.same { background: none; border-style: solid none none; border-radius: 0;
      padding: .5rem 0 0; }
    .ladder > li.same { padding-bottom: .75rem; }
    .ladder > li.same .cairn { opacity: .5; }
    .wish { border-left: .35rem solid var(--moss); background: var(--moss-soft);
      padding: .35rem .75rem; margin: .5rem 0; font-size: .95rem; line-height: 1.4;
      border-radius: 0 var(--round) var(--round) 0; }
    .caution { color: var(--amber); }
    .beforehand { margin: .25rem 0; font-size: .95rem; line-height: 1.4; }
    .door .small { line-height: 1.4; }
    .silent > summary { color: var(--soft); }
    .silent .ladder > li { padding-left: 0; } .silent .ladder > li::before { display: none; }
    .answer h1 { font-size: clamp(1.3rem, 1rem + 1.6vw, 2.2rem); margin: .75rem 0 .25rem; }
    .answer .lead { font-size: 1rem; margin: 0 0 .5rem; }
    @media (min-width: 64rem) {
      .sides { display: grid; gap: 0 2.5rem; align-items: start;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
    }
    .tier h2 { margin: 1.25rem 0 .5rem; }
    .tier:first-of-type h2 { margin-top: .5rem; }
    .tier .ladder { margin: .5rem 0; }
    .tier.now h2, .tier.start h2 { color: var(--moss); }
    .state { font-weight: 600; }
    .state.open { color: var(--moss); }
    .state.closed { color: var(--alarm); }
    .mark { display: inline-block; border: 1px solid var(--stone); border-radius: 1rem;
      color: var(--soft);
      padding: 0 .6rem; font-size: .9rem; }
    .gap .door { border-style: dashed; background: none; }
    blockquote { margin: .5rem 0; padding: .25rem 0 .25rem 1rem;
      border-left: .2rem solid var(--moss);
      max-width: 42rem; }
    .steps { padding-left: 0; list-style: none; }
    .steps li { padding: .5rem .75rem; border-left: .2rem solid var(--line); }
    .steps li p { margin: .15rem 0; }
    .steps li[aria-current] { border-color: var(--moss); background: var(--moss-soft); }
    @media (max-width: 30rem) {
      .ladder > li { padding-left: 2.1rem; }
      .ladder > li .cairn { width: 1.6rem; height: 1.6rem; }
      .ladder > li::before { left: .7rem; }
      .door { padding: .6rem .8rem; } .door h3 { font-size: 1.05rem; }
      .doors { gap: .6rem; } .tier h2 { font-size: 1.2rem; }
      .answer h1 { margin: .5rem 0 .1rem; }
      .answer .lead { font-size: .95rem; line-height: 1.4; }
    }
    """

  private static let records = """
    pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--stone-soft);
      padding: .75rem 1rem; border-radius: var(--round); max-width: 46rem; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: 700; padding: .5rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
      border-bottom: 1px solid var(--line); }
    dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr;
      gap: .25rem 1.25rem; }
    dl.facts dt { color: var(--soft); }
    dl.facts dd { margin: 0; }
    .tree ul { list-style-type: ""; padding-left: 1.75rem; margin: 0; }
    .tree > ul { padding-left: 0; }
    .tree li { position: relative; padding-top: .5rem; }
    .tree li li::before { content: ""; position: absolute; left: -1.1rem; top: 0; width: 1.1rem;
      height: 1.6rem; border: solid var(--stone); border-width: 0 0 .12rem .12rem;
      border-bottom-left-radius: .5rem; }
    .tree li li:not(:last-child)::after { content: ""; position: absolute; left: -1.1rem; top: 0;
      bottom: 0; border-left: .12rem solid var(--stone); }
    .tree a, .tree strong { display: inline-block; background: var(--sheet); padding: .25rem .75rem;
      border: 1px solid var(--line); border-radius: var(--round); }
    .tree strong { border: 2px solid var(--moss); background: var(--moss-soft); }
    .way { margin: .25rem 0 .5rem; padding-left: 1.4rem; }
    .way li { padding: .1rem 0; }
    .results { list-style: none; padding: 0; }
    .results li { padding: .35rem 0; } .results .small { display: block; }
    nav.crumbs ol { display: flex; flex-wrap: wrap; gap: .25rem .75rem; padding: 0;
      margin: 1rem 0 0; }
    nav.crumbs li { list-style: none; }
    nav.crumbs li + li::before { content: "›"; margin-right: .75rem; color: var(--soft); }
    @media (max-width: 30rem) { dl.facts { grid-template-columns: 1fr; }
      dl.facts dd { margin-bottom: .5rem; } }
    """

  private static let pages = """
    .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
      overflow: hidden; clip-path: inset(50%); white-space: nowrap; min-height: 0; }
    button.link { background: none; color: var(--moss); border: 0; padding: .6rem 0; min-height: 0;
      font-weight: 400; text-decoration: underline; text-underline-offset: .2em; }
    .top form, .asking, .actions form { max-width: none; margin: 0; }
    .actions { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
      margin: 1rem 0; }
    .actions p { margin: 0; }
    .inline { display: flex; flex-wrap: wrap; gap: .75rem; }
    .inline input { flex: 1 1 14rem; }
    .cards { list-style: none; padding: 0; max-width: none; display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
    .card { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round);
      padding: .9rem 1.1rem; }
    .card h3, .card p { margin: 0 0 .35rem; }
    .card .who { font-weight: 600; hyphens: auto; }
    .plainnames { max-width: none; columns: 18rem; padding-left: 1.25rem; }
    .card dl.facts { grid-template-columns: 1fr; gap: 0; margin: .5rem 0 0; }
    .card dl.facts dd { margin-bottom: .35rem; }
    .channels .number { font-size: 1.25rem; font-weight: 700; }
    .channels { list-style: none; padding: 0; margin: .25rem 0 .5rem; }
    .channels li { line-height: 1.4; padding: .15rem 0; overflow-wrap: anywhere; }
    .card .number { font-size: 1.25rem; font-weight: 700; font-variant-numeric: tabular-nums; }
    .names { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.25rem;
      max-width: none; }
    .names a { display: inline-block; padding: .4rem 0; }
    .plainlist { list-style: none; padding: 0; margin: 0; }
    .told { padding: 0; list-style: none; }
    .told li { padding: .35rem 0; }
    .offer { background: var(--moss-soft); padding: .5rem 1rem; border-radius: var(--round);
      display: inline-block; margin: 1rem 0 0; }
    h2.minor { font-size: 1.05rem; margin: .25rem 0; }
    h4 { margin: 1rem 0 .25rem; }
    .phones { max-width: 52rem; margin: 1rem 0; table-layout: fixed; }
    .phones th:nth-child(2) { width: 9rem; } .phones th:nth-child(3) { width: 30%; }
    .phones th { overflow-wrap: anywhere; hyphens: auto; }
    .phones td:nth-child(2) { white-space: nowrap; font-weight: 700; font-size: 1.1rem; }
    .phones th[scope=row] { font-weight: 400; }
    .phones th[scope=row]::first-letter { text-transform: uppercase; }
    .suggestions li + li { margin-top: .5rem; }
    .again { border-top: 1px solid var(--line); margin-top: 3rem; }
    @media (max-width: 30rem) {
      .phones td:nth-child(3), .phones th:nth-child(3) { display: none; }
      .phones th:nth-child(2) { width: 7rem; } .phones td:nth-child(2) { font-size: 1rem; }
      .phones th, .phones td { padding-right: .25rem; }
    }
    .onpaper { display: none; }
    """
}

extension StyleSheet {
  /// Forced colours, and paper: an answer on one A4 page, a phone list on another.
  ///
  /// On paper an answer is its doors, numbered in their order, the step one is at, what matters
  /// most to know, the day and the sources; what can only be pressed or unfolded is left out.
  static let print = """
    @media (forced-colors: active) {
      .cairn, .first > .cairn, .name svg { fill: CanvasText; }
      .door, .notice, .stale, .problem { border: 1px solid CanvasText; }
      button:not(.link), button.plain, .button { border: 2px solid ButtonText; color: ButtonText;
        background: ButtonFace; }
      .exit { border: 2px solid LinkText; color: LinkText; background: Canvas; }
      .number.ring { border: 2px solid LinkText; color: LinkText; background: Canvas; }
      .emergency span, .emergency.now .wide { color: CanvasText; }
      .emergency.now a, .emergency.now span { color: LinkText; }
    }
    @media print {
      @page { size: A4; margin: 11mm 13mm; }
      :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #000;
        --line: #888; --moss: #1f5c4a; --moss-soft: #e4efe9; --stone: #444; --alarm: #9b1c1c;
        --amber: #000; }
      html { font-size: 8.4pt; }
      body { font-size: 1rem; line-height: 1.25; background: none; color: #000;
        counter-reset: door; }
      .top nav, .foot, .exit, form, .skip, .noprint, details:not([open]) { display: none; }
      .onpaper { display: block; }
      .wide { padding: 0; max-width: none; } main.wide, .leaving { padding: 0; }
      .top, .emergency { border: 0; background: none; } .name { min-height: 0; }
      .emergency ul { max-width: none; padding: .1rem 0; }
      .emergency a, .emergency ul a { flex-direction: row; gap: .3rem; min-height: 0; padding: 0; }
      .emergency a, a { color: #000; text-decoration: none; }
      .emergency.now { background: none; } .emergency.now .wide, .emergency.now a { color: #000; }
      p, ul, ol, dl, blockquote { margin: .15rem 0 .3rem; max-width: none; }
      h1 { font-size: 1.6rem; margin: .4rem 0 .2rem; } h2 { font-size: 1.25rem; }
      h2, h3 { margin: .5rem 0 .2rem; break-after: avoid; }
      .lead { font-size: 1.1rem; }
      .ladder { display: block; columns: 3; column-gap: .6rem; margin: .25rem 0; }
      .ladder > li { margin: 0 0 .3rem; padding: 0 0 0 1.6rem; break-inside: avoid;
        counter-increment: door; }
      .ladder > li:has(.door + .door) { break-inside: auto; }
      .ladder > li::before, .ladder > li:last-child::before { display: block;
        content: counter(door) "."; left: 0; top: .35rem; border: 0; font-weight: 700; }
      .sides { display: block; }
      .ladder .cairn, .state.open { display: none; }
      .doors, .doors:has(.door + .door) { display: block; }
      .door { padding: .3rem .6rem; break-inside: avoid; border-color: #000; }
      .door + .door { margin-top: .3rem; }
      .door .number { font-size: 1.35rem; padding: 0; margin: 0; min-height: 0; background: none;
        color: #000; } .door h3 { margin: 0; font-size: 1.05rem; }
      .holder { display: inline; } .wish { padding: 0; background: none; border: 0; }
      .door p { margin: 0; } .door .channels { margin: 0; }
      .state.open, .state.closed { color: #000; }
      .stale { padding: .2rem .6rem; margin: .3rem 0; max-width: none; background: none; }
      .told { columns: 2; } .told li { padding: 0 0 .15rem; break-inside: avoid; }
      .told details, .answer .offers, .answer .steps li:not([aria-current]),
        .answer .steps .more { display: none; }
      .steps { columns: 2; } .steps li { padding: .15rem .5rem; break-inside: avoid; }
      .steps li p { margin: 0; }
      .cards { grid-template-columns: repeat(3, 1fr); gap: .4rem; }
      .card { padding: .3rem .6rem; break-inside: avoid; }
      .phones { margin: .25rem 0; max-width: none; }
      .phones th, .phones td { padding: .08rem .4rem .08rem 0; line-height: 1.2; }
      .phones th br { display: none; } .phones th .small { font-size: 1rem; }
      .phones th .small::before { content: ", "; }
      .phones td:nth-child(2) { font-size: 1.1rem; }
      .phones td:nth-child(3) { display: table-cell; }
    }
    """
}

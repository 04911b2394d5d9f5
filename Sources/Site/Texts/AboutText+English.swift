extension AboutText {
  static let aboutEnglish = AboutText(
    title: "About Varde",
    lead:
      "A varde is the cairn that shows the way when you cannot see the path. Varde answers "
      + "one question: who can I contact about this concern, in this place, for a person of "
      + "this age?",
    sections: [
      Section(
        heading: "What you get",
        paragraphs: [
          "You get a path with several doors, not just one name: the nearest first, then the "
            + "next. If nobody answers at the first door, you know where to go next.",
          "Each door says why it is there, which plan it rests on, and when it was last "
            + "confirmed. If something is missing, we say so. We do not fill gaps by guessing.",
        ]),
      Section(
        heading: "Where it comes from",
        paragraphs: [
          "Municipalities and public bodies have written plans and guides about who does "
            + "what. Varde reads them as they stand and shows the sentence that decides. Quotes "
            + "from plans are shown in Norwegian, as they were written. Municipalities, counties, "
            + "districts and postcodes come from open public registers.",
          "A plan whose period is over stays until something newer exists, and the page says "
            + "so.",
        ]),
      Section(
        heading: "What Varde does not do",
        paragraphs: [
          "Varde does not receive reports of concern and does not assess anybody. You learn "
            + "who you can talk to. What you want to tell is up to you when you call.",
          "Lists of signs are for reading. They cannot be ticked off, and they say nothing "
            + "about any one person.",
          "If life is in danger, 112 always comes first. That number stands at the top of "
            + "every page.",
        ]),
      Section(
        heading: "When it is urgent",
        paragraphs: [
          "Call 112 when life is in danger. Call 02800 for the police when it is not an "
            + "emergency. Call 116 117 for out-of-hours medical care. Children and young people "
            + "can call 116 111, day and night."
        ]),
    ])

  static let privacyEnglish = AboutText(
    title: "Privacy",
    lead:
      "You can use Varde without saying who you are. What you ask is not stored.",
    sections: [
      Section(
        heading: "What you ask",
        paragraphs: [
          "Your answers in the form are sent to the server, used to find the contacts, and "
            + "gone when the page has been sent back. They are not in the web address, not in any "
            + "log and not in any database.",
          "The browser is told not to keep the answer page. It may still remember that you "
            + "have visited Varde. Use a private window if others use the same machine.",
          "“Use my position” asks your phone where it is, and finds the municipality on the phone. "
            + "The position is never sent, and the place is not written until you press it.",
        ]),
      Section(
        heading: "No cookies",
        paragraphs: [
          "The public pages set no cookies and fetch nothing from other sites. No statistics "
            + "service follows you."
        ]),
      Section(
        heading: "What we write down",
        paragraphs: [
          "To see that the service works we write down which type of page was fetched, "
            + "whether it went well and how long it took. We do not write down your address, your "
            + "browser or what you asked.",
          "The network address of your machine is held in memory for a short while, to keep "
            + "anybody from emptying the registry. It is not stored.",
        ]),
      Section(
        heading: "People in the registry",
        paragraphs: [
          "Some contacts are named because a public plan names them. The name stands only on "
            + "that one contact and in answers where it is the right door, never in lists. "
            + "Contacts that are not public are not shown.",
          "If something is wrong, or a name should be removed, contact the municipality or "
            + "body given as the source.",
          "What begins or ends on a coming day is not told before that day, not even when you "
            + "ask about a later one. The server holds it beforehand, in a file that only it can "
            + "read, so that it is shown from midnight on.",
        ]),
      Section(
        heading: "Leaving quickly",
        paragraphs: [
          "The button “Leave this page” replaces the page with a weather forecast. It does "
            + "not erase the browser’s history."
        ]),
    ])

  static let accessibilityEnglish = AboutText(
    title: "Accessibility",
    lead:
      "Everyone should be able to find a number to call, however they use the web.",
    sections: [
      Section(
        heading: "What we have done",
        paragraphs: [
          "The pages are made to meet WCAG 2.2 at level AA. They work without JavaScript, by "
            + "keyboard alone, with a screen reader, at 400 per cent zoom, in dark mode, with "
            + "high contrast and on paper.",
          "From the start page you can reach an answer by keyboard alone: press Tab to move "
            + "on and Enter to send.",
        ]),
      Section(
        heading: "What is not good enough",
        paragraphs: [
          "Sentences from plans are shown as they were written, even when they are heavy, and "
            + "only in the language they were written in. They are marked with their language so "
            + "that screen readers read them correctly.",
          "The documents we link to belong to others and may be hard to read with assistive "
            + "technology.",
        ]),
      Section(
        heading: "Is something not working for you?",
        paragraphs: [
          "Call 02800 for the police, or the switchboard of your municipality, and say what "
            + "you need help with. If it is urgent, call 112."
        ]),
    ])
}

extension AboutText {
  static let aboutNynorsk = AboutText(
    title: "Om Varde",
    lead:
      "Ein varde viser veg når du ikkje ser stien. Varde svarer på eitt spørsmål: Kven kan eg "
      + "kontakte om denne uroa, på denne staden, for ein person i denne alderen?",
    sections: [
      Section(
        heading: "Kva du får",
        paragraphs: [
          "Du får ein veg med fleire dører, ikkje berre eitt namn: den nærmaste først, så den "
            + "neste. Svarer ingen ved den første døra, veit du kvar du går vidare.",
          "Ved kvar dør står det kvifor ho er der, kva plan ho byggjer på, og når "
            + "opplysningane sist blei stadfesta. Manglar det noko, seier vi det. Vi fyller ikkje "
            + "hòl med gjetting.",
        ]),
      Section(
        heading: "Kvar opplysningane kjem frå",
        paragraphs: [
          "Kommunar og etatar har skrive planar og rettleiarar om kven som skal gjere kva. "
            + "Varde les dei slik dei står og viser setninga som avgjer. Kommunar, fylke, bydelar "
            + "og postnummer kjem frå opne offentlege register.",
          "Ein plan som er gått ut på dato, blir ståande til noko nyare finst, men då ser du "
            + "det på sida.",
        ]),
      Section(
        heading: "Kva Varde ikkje gjer",
        paragraphs: [
          "Varde tek ikkje imot bekymringsmeldingar og vurderer ingen personar. Du får vite "
            + "kven du kan snakke med. Kva du vil fortelje, bestemmer du sjølv når du ringjer.",
          "Lister over teikn er til å lese. Dei kan ikkje kryssast av, og dei seier ikkje "
            + "noko om ein bestemt person.",
          "Er liv i fare, er det alltid 112 som gjeld. Det nummeret står øvst på alle sider.",
        ]),
      Section(
        heading: "Når det hastar",
        paragraphs: [
          "Ring 112 når liv er i fare. Ring 02800 til politiet når det ikkje er akutt. Ring "
            + "116 117 til legevakt. Barn og unge kan ringje 116 111, heile døgnet."
        ]),
    ])

  static let privacyNynorsk = AboutText(
    title: "Personvern",
    lead:
      "Du kan bruke Varde utan å seie kven du er. Det du spør om, blir ikkje lagra.",
    sections: [
      Section(
        heading: "Det du spør om",
        paragraphs: [
          "Svara dine i skjemaet blir sende til tenaren, brukte til å finne kontaktane, og er "
            + "borte når sida er send tilbake. Dei står ikkje i nettadressa, ikkje i nokon logg "
            + "og ikkje i nokon database.",
          "Nettlesaren blir beden om ikkje å ta vare på svarsida. Han kan likevel hugse at du "
            + "har vore innom Varde. Bruk eit privat vindauge om andre bruker same maskin.",
          "«Bruk posisjonen min» spør telefonen din kvar han er, og finn kommunen på telefonen. "
            + "Posisjonen blir aldri send, og staden blir ikkje skriven før du trykkjer på han.",
        ]),
      Section(
        heading: "Ingen informasjonskapslar",
        paragraphs: [
          "Dei offentlege sidene set ingen informasjonskapslar og hentar ingenting frå andre "
            + "nettstader. Inga statistikkteneste følgjer med på deg."
        ]),
      Section(
        heading: "Det vi skriv ned",
        paragraphs: [
          "For å sjå at tenesta verkar, skriv vi ned kva type side som blei henta, om det "
            + "gjekk bra og kor lang tid det tok. Vi skriv ikkje ned adressa di, nettlesaren din "
            + "eller det du spurde om.",
          "Adressa maskina di har på nettet, blir halden ei kort stund i minnet for å hindre "
            + "at nokon tømmer registeret. Ho blir ikkje lagra.",
        ]),
      Section(
        heading: "Personar i registeret",
        paragraphs: [
          "Nokre kontaktar er oppgitte med namn fordi ein offentleg plan gjer det. Namnet "
            + "står berre på den eine kontakten og i svar der han er rett dør, aldri i lister. "
            + "Kontaktar som ikkje er offentlege, blir ikkje viste.",
          "Er ei opplysning feil, eller skal eit namn bort, ta kontakt med kommunen eller "
            + "etaten som står som kjelde.",
          "Det som byrjar eller sluttar ein dag som kjem, blir ikkje fortalt før den dagen, "
            + "heller ikkje om du spør om ein seinare dag. Tenaren har det hos seg frå før, i ei "
            + "fil som berre han kan lese, så det blir vist frå midnatt.",
        ]),
      Section(
        heading: "Forlat sida raskt",
        paragraphs: [
          "Knappen «Forlat sida» byter sida ut med ei vêrmelding. Han slettar ikkje "
            + "historikken i nettlesaren."
        ]),
    ])

  static let accessibilityNynorsk = AboutText(
    title: "Tilgjenge",
    lead:
      "Alle skal kunne finne eit nummer å ringje, same korleis dei bruker nettet.",
    sections: [
      Section(
        heading: "Dette har vi gjort",
        paragraphs: [
          "Sidene er laga for å oppfylle WCAG 2.2 på nivå AA. Dei verkar utan JavaScript, med "
            + "berre tastatur, med skjermlesar, i 400 prosent forstørring, i mørk vising, med høg "
            + "kontrast og på papir.",
          "Frå startsida kan du kome til eit svar med tastaturet aleine: trykk Tab for å gå "
            + "vidare og Enter for å sende.",
        ]),
      Section(
        heading: "Det som ikkje er godt nok",
        paragraphs: [
          "Setningar frå planar blir viste slik dei er skrivne, òg når dei er tunge, og berre "
            + "på det språket dei er skrivne på. Dei er merkte med språk, så skjermlesarar les "
            + "dei rett.",
          "Dokumenta vi lenkjer til, er eigde av andre og kan vere vanskelege å lese med "
            + "hjelpemiddel.",
        ]),
      Section(
        heading: "Får du ikkje til noko?",
        paragraphs: [
          "Ring 02800 til politiet, eller sentralbordet i kommunen din, og sei kva du treng "
            + "hjelp til. Hastar det, ring 112."
        ]),
    ])
}

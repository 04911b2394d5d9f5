extension AboutText {
  static let aboutBokmål = AboutText(
    title: "Om Varde",
    lead:
      "En varde viser vei når du ikke ser stien. Varde svarer på ett spørsmål: Hvem kan jeg "
      + "kontakte om denne bekymringen, på dette stedet, for en person i denne alderen?",
    sections: [
      Section(
        heading: "Hva du får",
        paragraphs: [
          "Du får en vei med flere dører, ikke bare ett navn: den nærmeste først, så den "
            + "neste. Svarer ingen ved den første døra, vet du hvor du går videre.",
          "Ved hver dør står det hvorfor den er der, hvilken plan den bygger på, og når "
            + "opplysningene sist ble bekreftet. Mangler det noe, sier vi det. Vi fyller ikke "
            + "hull med gjetning.",
        ]),
      Section(
        heading: "Hvor opplysningene kommer fra",
        paragraphs: [
          "Kommuner og etater har skrevet planer og veiledere om hvem som skal gjøre hva. "
            + "Varde leser dem slik de står og viser setningen som avgjør. Kommuner, fylker, "
            + "bydeler og postnumre kommer fra åpne offentlige registre.",
          "En plan som er gått ut på dato, blir stående til noe nyere finnes, men da ser du "
            + "det på siden.",
        ]),
      Section(
        heading: "Hva Varde ikke gjør",
        paragraphs: [
          "Varde tar ikke imot bekymringsmeldinger og vurderer ingen personer. Du får vite "
            + "hvem du kan snakke med. Hva du vil fortelle, bestemmer du selv når du ringer.",
          "Lister over tegn er til å lese. De kan ikke krysses av, og de sier ikke noe om en "
            + "bestemt person.",
          "Er liv i fare, er det alltid 112 som gjelder. Det nummeret står øverst på alle "
            + "sider.",
        ]),
      Section(
        heading: "Når det haster",
        paragraphs: [
          "Ring 112 når liv er i fare. Ring 02800 til politiet når det ikke er akutt. Ring "
            + "116 117 til legevakt. Barn og unge kan ringe 116 111, døgnet rundt."
        ]),
    ])

  static let privacyBokmål = AboutText(
    title: "Personvern",
    lead:
      "Du kan bruke Varde uten å si hvem du er. Det du spør om, blir ikke lagret.",
    sections: [
      Section(
        heading: "Det du spør om",
        paragraphs: [
          "Svarene dine i skjemaet sendes til serveren, brukes til å finne kontaktene, og er "
            + "borte når siden er sendt tilbake. De står ikke i nettadressen, ikke i noen logg og "
            + "ikke i noen database.",
          "Svarsiden bes om ikke å bli tatt vare på av nettleseren. Nettleseren kan likevel "
            + "huske at du har besøkt Varde. Bruk et privat vindu hvis andre bruker samme maskin.",
          "«Bruk posisjonen min» spør telefonen din hvor den er, og finner kommunen på telefonen. "
            + "Posisjonen blir aldri sendt, og stedet skrives ikke inn før du trykker på det.",
        ]),
      Section(
        heading: "Ingen informasjonskapsler",
        paragraphs: [
          "De offentlige sidene setter ingen informasjonskapsler og henter ingenting fra "
            + "andre nettsteder. Ingen statistikktjeneste følger med på deg."
        ]),
      Section(
        heading: "Det vi skriver ned",
        paragraphs: [
          "For å se at tjenesten virker, skriver vi ned hvilken type side som ble hentet, om "
            + "det gikk bra og hvor lang tid det tok. Vi skriver ikke ned adressen din, "
            + "nettleseren din eller det du spurte om.",
          "Adressen maskinen din har på nettet, holdes en kort stund i minnet for å hindre at "
            + "noen tømmer registeret. Den blir ikke lagret.",
        ]),
      Section(
        heading: "Personer i registeret",
        paragraphs: [
          "Noen kontakter er oppgitt med navn fordi en offentlig plan gjør det. Navnet står "
            + "bare på den ene kontakten og i svar der den er riktig dør, aldri i lister. "
            + "Kontakter som ikke er offentlige, vises ikke.",
          "Er en opplysning feil, eller skal et navn bort, ta kontakt med kommunen eller "
            + "etaten som står som kilde.",
          "Det som begynner eller slutter en dag som kommer, blir ikke fortalt før den dagen, "
            + "heller ikke om du spør om en senere dag. Serveren har det hos seg fra før, i en fil "
            + "som bare den kan lese, så det vises fra midnatt.",
        ]),
      Section(
        heading: "Forlat siden raskt",
        paragraphs: [
          "Knappen «Forlat siden» bytter siden ut med en værmelding. Den sletter ikke "
            + "historikken i nettleseren."
        ]),
    ])

  static let accessibilityBokmål = AboutText(
    title: "Tilgjengelighet",
    lead:
      "Alle skal kunne finne et nummer å ringe, uansett hvordan de bruker nettet.",
    sections: [
      Section(
        heading: "Dette har vi gjort",
        paragraphs: [
          "Sidene er laget for å oppfylle WCAG 2.2 på nivå AA. De virker uten JavaScript, med "
            + "bare tastatur, med skjermleser, i 400 prosent forstørrelse, i mørk visning, med "
            + "høy kontrast og på papir.",
          "Fra startsiden kan du komme til et svar med tastaturet alene: trykk Tab for å gå "
            + "videre og Enter for å sende.",
        ]),
      Section(
        heading: "Det som ikke er godt nok",
        paragraphs: [
          "Setninger fra planer vises slik de er skrevet, også når de er tunge, og bare på "
            + "det språket de er skrevet på. De er merket med språk, så skjermlesere leser dem "
            + "riktig.",
          "Dokumentene vi lenker til, eies av andre og kan være vanskelige å lese med "
            + "hjelpemidler.",
        ]),
      Section(
        heading: "Får du ikke til noe?",
        paragraphs: [
          "Ring 02800 til politiet, eller sentralbordet i kommunen din, og si hva du trenger "
            + "hjelp til. Haster det, ring 112."
        ]),
    ])
}

import Web

/// The little script that makes the pages handier; every page works without it.
///
/// Leaving: the exit replaces the page, also by pressing Shift three times. Suggestions: places and
/// organisations while typing, by POST so that nothing is left in logs or history.
enum Script {
  static let asset = Asset(
    name: "varde", ending: "js", contentType: "text/javascript; charset=utf-8",
    text: text + "\n" + PositionScript.text)

  private static let text = """
    "use strict";
    (() => {
      const exit = document.querySelector("[data-exit]");
      const leave = (event) => {
        if (event) { event.preventDefault(); }
        document.body.replaceChildren();
        document.title = "…";
        window.location.replace(exit.href);
      };
      if (exit) {
        exit.addEventListener("click", leave);
        let presses = [];
        document.addEventListener("keyup", (event) => {
          if (event.key !== "Shift") { presses = []; return; }
          const now = Date.now();
          presses = presses.filter((time) => now - time < 3000);
          presses.push(now);
          if (presses.length >= 3) { leave(); }
        });
        window.addEventListener("pageshow", (event) => {
          const isForgotten = document.body.classList.contains("leaving");
          if (event.persisted && isForgotten) { window.location.reload(); }
        });
      }
      const printer = document.querySelector("[data-print]");
      if (printer) {
        printer.hidden = false;
        printer.addEventListener("click", () => window.print());
      }
      const copier = document.querySelector("[data-copy]");
      if (copier && navigator.clipboard) {
        copier.hidden = false;
        copier.addEventListener("click", async () => {
          await navigator.clipboard.writeText(copier.dataset.copy);
          copier.textContent = copier.dataset.copied;
        });
      }
      const asker = document.getElementById("asker");
      const workplace = document.getElementById("workplace");
      if (asker && workplace) {
        const atWork = new Set(["employee", "manager", "authority"]);
        const show = () => {
          const isAsked = atWork.has(asker.value) || workplace.value !== "";
          workplace.closest("fieldset").hidden = !isAsked;
        };
        asker.addEventListener("change", show);
        window.addEventListener("pageshow", show);
        show();
      }
      for (const input of document.querySelectorAll("input[data-suggest]")) {
        const list = document.getElementById(input.getAttribute("list"));
        let last = "";
        let waiting = 0;
        const suggest = async () => {
          const text = input.value.trim();
          if (text.length < 2 || text === last) { return; }
          last = text;
          try {
            const response = await fetch("\(Address.API.search)", {
              method: "POST", credentials: "omit", referrerPolicy: "no-referrer",
              headers: {"Content-Type": "application/json"},
              body: JSON.stringify({
                text: text, kinds: input.dataset.suggest.split(" "), limit: 8,
                lang: document.documentElement.lang,
              }),
            });
            if (!response.ok || input.value.trim() !== text) { return; }
            const found = await response.json();
            list.replaceChildren(...found.results.map((result) => {
              const option = document.createElement("option");
              option.value = result.write;
              option.label = [result.name, result.context].filter(Boolean).join(", ");
              return option;
            }));
          } catch { list.replaceChildren(); }
        };
        input.addEventListener("input", () => {
          clearTimeout(waiting);
          waiting = setTimeout(suggest, 150);
        });
      }
    })();
    """
}

/// The part of the script that finds the municipality where the phone is, on the phone.
///
/// The shapes are fetched after the tap, the same for everybody; the position goes nowhere. What is
/// found is proposed and never filled in by itself: where one stands is not where the child lives.
enum PositionScript {
  static let text = """
    (() => {
      const part = document.querySelector("[data-shapes]");
      const place = document.getElementById("place");
      if (!part || !place || !navigator.geolocation) { return; }
      const [ask] = part.getElementsByTagName("button");
      const [told] = part.getElementsByTagName("span");
      const offered = document.createElement("span");
      told.after(offered);
      place.parentElement.append(part);
      part.hidden = false;
      const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      const numbers = (text) => {
        const read = [];
        let value = 0;
        let scale = 1;
        for (const sign of text) {
          const bits = signs.indexOf(sign);
          value += (bits % 32) * scale;
          scale *= 32;
          if (bits < 32) {
            read.push(value % 2 ? -(value + 1) / 2 : value / 2);
            value = 0;
            scale = 1;
          }
        }
        return read;
      };
      const points = (text) => {
        const steps = numbers(text);
        const line = [];
        let x = 0;
        let y = 0;
        for (let n = 0; n < steps.length; n += 2) {
          x += steps[n];
          y += steps[n + 1];
          line.push([x, y]);
        }
        return line;
      };
      // Kilometres from the place, 0 inside: by the sides that a ray to the east crosses.
      const away = (rings, lines, x, y, width) => {
        let isInside = false;
        let nearest = Infinity;
        for (const ring of rings) {
          for (const number of numbers(ring)) {
            const line = lines[number < 0 ? -1 - number : number];
            for (let n = 1; n < line.length; n += 1) {
              const [x0, y0] = line[n - 1];
              const [x1, y1] = line[n];
              if (y0 > y !== y1 > y && x < x0 + (x1 - x0) * (y - y0) / (y1 - y0)) {
                isInside = !isInside;
              }
              const across = (x1 - x0) * width;
              const up = y1 - y0;
              const length = across * across + up * up;
              const along = ((x - x0) * width * across + (y - y0) * up) / (length || 1);
              const share = Math.min(1, Math.max(0, along));
              nearest = Math.min(nearest, Math.hypot(
                (x - x0) * width - share * across, y - y0 - share * up));
            }
          }
        }
        return isInside ? 0 : nearest * 111.2 / 400;
      };
      // The nearest first, and those besides whose border is as near as the shapes are rough.
      const near = (text, at) => {
        const [first, ...rest] = text.trim().split("\\n");
        const lines = first.split(";").map(points);
        const [x, y] = [at.longitude * 200, at.latitude * 400];
        const width = 2 * Math.cos(at.latitude * Math.PI / 180);
        const found = rest.map((row) => {
          const [write, name, rings] = row.split("\\t");
          return {write, name, far: away(rings.split(","), lines, x, y, width)};
        }).sort((one, other) => one.far - other.far);
        const unsure = 1 + Math.min(5, (at.accuracy || 0) / 1000);
        return found.filter((one, n) => one.far < 200
          && (n === 0 || (n < 3 && one.far - found[0].far < unsure)));
      };
      ask.addEventListener("click", async () => {
        told.textContent = part.dataset.wait;
        offered.replaceChildren();
        try {
          const position = new Promise((found, failed) => {
            navigator.geolocation.getCurrentPosition(
              found, failed, {timeout: 20000, maximumAge: 300000});
          });
          const shapes = fetch(part.dataset.shapes, {
            credentials: "omit", referrerPolicy: "no-referrer",
          }).then((response) => (response.ok ? response.text() : Promise.reject()));
          const [at, text] = await Promise.all([position, shapes]);
          const found = near(text, at.coords);
          told.textContent = found.length ? part.dataset.question : part.dataset.failed;
          offered.replaceChildren(...found.map((one) => {
            const choice = document.createElement("button");
            choice.type = "button";
            choice.className = "plain";
            choice.textContent = one.name;
            choice.addEventListener("click", () => {
              place.value = one.write;
              told.textContent = "";
              offered.replaceChildren();
              place.focus();
            });
            return choice;
          }));
        } catch { told.textContent = part.dataset.failed; }
      });
    })();
    """
}

/* saksama: what its reports can do beside being read */
"use strict";
(() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // Turning the order of a column: numbers begin with the largest, names with the first.
  const turn = (heading) => {
    const number = one("button", heading).dataset.k === "number";
    const was = heading.getAttribute("aria-sort");
    const now = was === "none" ? (number ? "descending" : "ascending") : was === "ascending" ? "descending" : "ascending";
    all("th[aria-sort]", heading.parentNode).forEach((other) => other.setAttribute("aria-sort", "none"));
    heading.setAttribute("aria-sort", now);
    return { number, down: now === "descending" ? -1 : 1 };
  };
  const names = new Intl.Collator(document.documentElement.lang, { numeric: true });

  for (const table of all("table.sortable")) {
    for (const heading of all("th[aria-sort]", table)) {
      one("button", heading).addEventListener("click", () => {
        const { number, down } = turn(heading);
        const at = heading.cellIndex;
        const value = (row) => (number ? Number(row.cells[at].dataset.v) : row.cells[at].textContent);
        const compare = (a, b) => down * (number ? value(a) - value(b) : names.compare(value(a), value(b)));
        table.tBodies[0].append(...[...table.rows].slice(1).sort(compare));
      });
    }
  }
  for (const input of all("input.filter")) {
    const rows = all("tbody tr", document.getElementById(input.dataset.table));
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      rows.forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
    });
  }

  // The list of articles: sorted, filtered and leafed through in the data of the page.
  const element = document.getElementById("data");
  if (element) {
    const data = JSON.parse(element.textContent);
    const number = new Intl.NumberFormat(data.lang);
    const PAGE = 50;
    const rows = data.articles.map(([path, page, counts, rules]) => ({
      path, page, counts, rules: new Map(rules), sum: counts[0] + counts[1] + counts[2], low: path.toLowerCase(),
    }));
    const search = one("#cari"), rule = one("#pilih-aturan"), severity = one("#pilih-tingkat");
    const table = one("#artikel-tabel"), body = table.tBodies[0], pages = one(".pages");
    data.rules.forEach((name, index) => rule.append(make("option", name, { value: index })));
    let shown = rows, page = 0;
    let compare = (a, b) => b.counts[0] - a.counts[0] || b.sum - a.sum || names.compare(a.path, b.path);
    const words = (text, values) => text.replace(/\{(\w)\}/g, (_, key) => number.format(values[key]));
    const row = (article) => {
      const line = make("tr"), head = make("th", undefined, { scope: "row" });
      head.append(make("a", article.path, { href: `${data.folder}/${article.page}` }));
      const chosen = rule.value === "" ? article.sum : article.rules.get(Number(rule.value));
      line.append(head, ...[...article.counts, chosen].map((count) => make("td", number.format(count), { class: "number" })));
      return line;
    };
    const draw = () => {
      const last = Math.max(1, Math.ceil(shown.length / PAGE));
      page = Math.min(Math.max(page, 0), last - 1);
      body.replaceChildren(...shown.slice(page * PAGE, (page + 1) * PAGE).map(row));
      if (shown.length === 0) {
        const line = make("tr");
        line.append(make("td", data.words[2], { colspan: 5, class: "empty" }));
        body.append(line);
      }
      one("#jumlah").textContent = words(data.words[0], { n: shown.length });
      one("#halaman").textContent = words(data.words[1], { a: page + 1, b: last });
      pages.hidden = last === 1;
      one("#mundur").disabled = page === 0;
      one("#maju").disabled = page === last - 1;
    };
    const choose = () => {
      const wanted = search.value.trim().toLowerCase();
      const has = (article) => (rule.value === "" || article.rules.has(Number(rule.value)))
        && (severity.value === "" || article.counts[severity.value] > 0) && article.low.includes(wanted);
      shown = rows.filter(has).sort(compare);
      page = 0;
      draw();
    };
    [search, rule, severity].forEach((field) => field.addEventListener("input", choose));
    all("th[aria-sort]", table).forEach((heading, index) => one("button", heading).addEventListener("click", () => {
      const { number: byNumber, down } = turn(heading);
      const value = (article) => (index === 4 ? article.sum : article.counts[index - 1]);
      compare = (a, b) => (byNumber ? down * (value(a) - value(b)) : down * names.compare(a.path, b.path))
        || names.compare(a.path, b.path);
      choose();
    }));
    one("#mundur").addEventListener("click", () => { page -= 1; draw(); });
    one("#maju").addEventListener("click", () => { page += 1; draw(); });
    // Links inside of the report choose a rule or a folder.
    const follow = () => {
      const [, key, value] = /^#(\w+)=(.*)$/.exec(location.hash) ?? [];
      if (value === undefined || !["aturan", "cari"].includes(key)) return;
      search.value = key === "cari" ? decodeURIComponent(value) : "";
      rule.value = key === "aturan" ? String(data.rules.indexOf(decodeURIComponent(value))) : "";
      choose();
      one("#artikel").scrollIntoView();
    };
    window.addEventListener("hashchange", follow);
    choose();
    follow();
  }

  // An article: what is said of a place, beside the place.
  const tip = one("#tip");
  if (tip) {
    const marks = all("mark[data-f]");
    const numbers = (mark) => mark.dataset.f.split(" ");
    const light = (number, on) => {
      marks.filter((mark) => numbers(mark).includes(number)).forEach((mark) => mark.classList.toggle("on", on));
      document.getElementById(`f${number}`)?.classList.toggle("on", on);
    };
    const place = (mark) => {
      const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
      const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 16);
      const below = box.bottom + tip.offsetHeight + 12 < window.innerHeight || box.top < tip.offsetHeight + 12;
      tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
      tip.style.top = `${(below ? box.bottom + 6 : box.top - tip.offsetHeight - 2) + window.scrollY}px`;
    };
    const show = (mark) => {
      const cards = numbers(mark).map((number) => {
        const card = make("div");
        const from = document.getElementById(`f${number}`);
        card.className = from.className;
        card.classList.remove("on");
        card.append(...[...from.childNodes].map((node) => node.cloneNode(true)));
        return card;
      });
      tip.replaceChildren(...cards);
      tip.hidden = false;
      place(mark);
      numbers(mark).forEach((number) => light(number, true));
    };
    const hide = (mark) => {
      tip.hidden = true;
      numbers(mark).forEach((number) => light(number, false));
    };
    const open = (mark) => {
      const card = document.getElementById(`f${numbers(mark)[0]}`);
      card.scrollIntoView({ block: "nearest" });
    };
    for (const mark of marks) {
      // The title is for browsers without script; here it would stand over the card.
      mark.removeAttribute("title");
      mark.setAttribute("aria-describedby", "tip");
      mark.addEventListener("mouseenter", () => show(mark));
      mark.addEventListener("mouseleave", () => hide(mark));
      mark.addEventListener("focus", () => { show(mark); open(mark); });
      mark.addEventListener("blur", () => hide(mark));
      mark.addEventListener("click", () => open(mark));
    }
    const stops = marks.filter((mark) => mark.hasAttribute("tabindex"));
    for (const card of all(".cards > .card")) {
      const number = card.id.slice(1);
      card.addEventListener("mouseenter", () => light(number, true));
      card.addEventListener("mouseleave", () => light(number, false));
      one(".number", card).addEventListener("click", (event) => {
        const mark = stops.find((stop) => numbers(stop).includes(number));
        if (!mark) return;
        event.preventDefault();
        mark.scrollIntoView({ block: "center" });
        mark.focus({ preventScroll: true });
      });
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") document.activeElement?.blur?.();
      if (event.ctrlKey || event.altKey || event.metaKey || !["n", "p"].includes(event.key) || stops.length === 0) return;
      const at = stops.indexOf(document.activeElement);
      const next = event.key === "n" ? at + 1 : (at < 0 ? stops.length : at) - 1;
      const mark = stops[(next + stops.length) % stops.length];
      mark.scrollIntoView({ block: "center" });
      mark.focus({ preventScroll: true });
    });
  }
})();

"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  // A row of data.people: name, role, organisation, circle, tags, last contact, x, y, ring, note.
  const [NAME, ROLE, ORG, CIRCLE, TAGS, LAST, X, Y, RING, NOTE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const people = data.people, ties = data.ties;
  const SAID = { introduced: "introduced by you to", knows: "knows", together: "was together with" };
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const NEAREST = ["brought", "introduced", "knows", "together"];
  const RINGS = ["30 days", "90 days", "a year", "longer, or never"];
  const FEW = 300, LISTED_AT_ONCE = 60, LINES_AT_ONCE = 1500;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const words = people.map((p) => fold([p[NAME], p[ROLE], p[ORG], p[TAGS].map((t) => "#" + t).join(" ")].join(" ")));
  const of = people.map(() => []);
  ties.forEach((tie, number) => { of[tie[0]].push(number); of[tie[1]].push(number); });
  const order = people.map((_, n) => n).sort((a, b) => of[b].length - of[a].length || a - b);

  const sky = byId("sky"), top = byId("people"), under = byId("lines");
  const pen = top.getContext("2d"), thin = under.getContext("2d");
  let width = 0, height = 0, ratio = 1, scale = 1, left = 0, up = 0;
  let chosen = -1, pointed = -1, drawn = people.map(() => true), all = true;
  const sorts = new Set(NEAREST);
  if (ties.length > 4000) { sorts.delete("together"); }

  let colours = {}, dots = [];
  function takeColours() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ["paper", "card", "ink", "faint", "line", "accent", "c0", "c1", "c2", "c3", "c4", "c5", "c6"]) {
      colours[name] = style.getPropertyValue("--" + name).trim();
    }
  }
  const colourOf = (circle) => data.circles[circle] === null ? (data.circles.length > 1 ? colours.c6 : colours.c1) : colours["c" + circle % 6];

  // Everybody's dot is stamped from a picture of its colour: ten thousand arcs would be felt.
  let made = "";
  function makeDots(radius) {
    if (made === `${radius} ${ratio} ${colours.ink}`) { return; }
    made = `${radius} ${ratio} ${colours.ink}`;
    dots = data.circles.map((_, circle) => {
      const dot = document.createElement("canvas"), size = Math.ceil(radius * 2 * ratio) + 2;
      dot.width = dot.height = size;
      const on = dot.getContext("2d");
      on.fillStyle = colourOf(circle);
      on.arc(size / 2, size / 2, radius * ratio, 0, 7);
      on.fill();
      return dot;
    });
  }

  const half = () => Math.min(width, height) / 2 - 22;
  const atX = (p) => width / 2 + (p[X] * half() + left) * scale;
  const atY = (p) => height / 2 + (p[Y] * half() + up) * scale;
  const dotSize = () => Math.min(7, Math.max(people.length > 2000 ? half() / 200 : 3.5, 60 / Math.sqrt(people.length)) * Math.sqrt(scale));

  function fit() {
    const box = top.getBoundingClientRect();
    width = box.width; height = box.height; ratio = Math.min(2, window.devicePixelRatio || 1);
    for (const canvas of [top, under]) { canvas.width = Math.round(width * ratio); canvas.height = Math.round(height * ratio); }
    draw();
  }

  let asked = false, linesLater = 0, linesRun = 0;
  function draw() {
    if (!asked) { asked = true; requestAnimationFrame(() => { asked = false; paint(); }); }
  }

  function paint() {
    if (width < 60 || height < 60) { return; }
    paintPeople();
    linesRun += 1;
    clearTimeout(linesLater);
    thin.setTransform(1, 0, 0, 1, 0, 0);
    thin.clearRect(0, 0, under.width, under.height);
    paintRings();
    const run = linesRun;
    if (ties.length <= LINES_AT_ONCE) { paintLines(0, run); } else { linesLater = setTimeout(() => paintLines(0, run), 120); }
  }

  function paintRings() {
    thin.setTransform(ratio, 0, 0, ratio, 0, 0);
    const x = width / 2 + left * scale, y = height / 2 + up * scale, unit = half() * scale;
    thin.strokeStyle = colours.line;
    thin.lineWidth = 1;
    for (const edge of data.edges) { thin.beginPath(); thin.arc(x, y, edge * unit, 0, 7); thin.stroke(); }
    if (data.sectors.length > 1) {
      thin.beginPath();
      for (const [start] of data.sectors) {
        thin.moveTo(x + Math.cos(start) * data.edges[0] * unit, y + Math.sin(start) * data.edges[0] * unit);
        thin.lineTo(x + Math.cos(start) * unit, y + Math.sin(start) * unit);
      }
      thin.stroke();
    }
  }

  function lineStyle(sort, strong) {
    thin.globalAlpha = strong ? 1 : all && chosen < 0 ? (ties.length > 3000 ? 0.12 : 0.6) : ties.length > 3000 ? 0.02 : 0.2;
    thin.strokeStyle = sort === "knows" ? colours.c1 : sort === "together" ? colours.faint : colours.accent;
    thin.lineWidth = strong ? 2 : 1;
    thin.setLineDash(sort === "brought" ? [6, 4] : sort === "together" && ties.length < 3000 ? [1, 3] : []);
  }

  // Some lines in each frame, so that neither a key nor a finger has to wait.
  function paintLines(from, run) {
    if (run !== linesRun) { return; }
    const to = Math.min(ties.length, from + LINES_AT_ONCE);
    for (const sort of sorts) {
      lineStyle(sort, false);
      thin.beginPath();
      for (let number = from; number < to; number += 1) {
        const tie = ties[number];
        if (tie[2] === sort && drawn[tie[0]] && drawn[tie[1]]) { draftLine(tie); }
      }
      thin.stroke();
    }
    if (to < ties.length) { requestAnimationFrame(() => paintLines(to, run)); } else { paintChosen(); }
  }

  function draftLine(tie) {
    const a = people[tie[0]], b = people[tie[1]];
    const ax = atX(a), ay = atY(a), bx = atX(b), by = atY(b);
    if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > width || Math.min(ay, by) > height) { return; }
    thin.moveTo(ax, ay);
    thin.lineTo(bx, by);
  }

  function paintChosen() {
    if (chosen >= 0) {
      for (const number of of[chosen]) {
        lineStyle(ties[number][2], true);
        thin.beginPath();
        draftLine(ties[number]);
        thin.stroke();
      }
    }
    thin.globalAlpha = 1;
    thin.setLineDash([]);
  }

  function stamp(on, which) {
    const size = dots.length ? dots[0].width / ratio : 0;
    for (let n = 0; n < people.length; n += 1) {
      if (!which(n)) { continue; }
      const x = atX(people[n]), y = atY(people[n]);
      if (x > -9 && y > -9 && x < width + 9 && y < height + 9) { on.drawImage(dots[people[n][CIRCLE]], x - size / 2, y - size / 2, size, size); }
    }
  }

  // A picture of everybody, kept until the drawing is moved: a search only lets it fade and stamps who was found on it.
  const crowd = document.createElement("canvas");
  let crowdAt = "";
  function makeCrowd(radius) {
    const at = [made, scale, left, up, width, height].join(" ");
    if (at === crowdAt) { return; }
    crowdAt = at;
    crowd.width = top.width; crowd.height = top.height;
    const on = crowd.getContext("2d");
    on.setTransform(ratio, 0, 0, ratio, 0, 0);
    stamp(on, () => true);
  }

  function paintPeople() {
    const radius = dotSize();
    makeDots(radius);
    makeCrowd(radius);
    const near = new Set(chosen < 0 ? [] : [chosen, ...of[chosen].flatMap((n) => [ties[n][0], ties[n][1]])]);
    const plain = all && chosen < 0, lit = (n) => near.has(n) || (drawn[n] && !(all && chosen >= 0));
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, top.width, top.height);
    pen.globalAlpha = plain ? 1 : 0.14;
    pen.drawImage(crowd, 0, 0);
    pen.globalAlpha = 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!plain) { stamp(pen, lit); }
    for (const n of [chosen, pointed]) {
      if (n < 0) { continue; }
      pen.strokeStyle = colours.ink;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(atX(people[n]), atY(people[n]), radius + 4, 0, 7);
      pen.stroke();
    }
    paintNames(radius, near, lit);
  }

  // Names where there is room: first who is chosen and around, then who is tied to most.
  function paintNames(radius, near, lit) {
    const taken = [], places = [];
    if (people.length <= FEW) {  // among few, no name covers anybody
      people.forEach((p, n) => { if (lit(n)) { const r = radius - 1; places.push([atX(p) - r, atY(p) - r, atX(p) + r, atY(p) + r]); } });
    }
    pen.font = "600 12.5px ui-sans-serif, system-ui, sans-serif";
    pen.textBaseline = "middle";
    pen.textAlign = "center";
    const x = width / 2 + left * scale, y = height / 2 + up * scale, unit = half() * scale;
    name("you", x, y, colours.ink, taken, true);
    data.sectors.forEach(([start, end], circle) => {
      if (data.sectors.length > 1) {
        const middle = (start + end) / 2, label = data.circles[circle] === null ? "no circle" : data.circles[circle];
        const half = pen.measureText(label).width / 2 + 4;
        name(label, Math.max(half, Math.min(width - half, x + Math.cos(middle) * (unit + half))), y + Math.sin(middle) * (unit + 11),
          colourOf(circle), taken, true);
      }
    });
    pen.font = "11px ui-sans-serif, system-ui, sans-serif";
    RINGS.forEach((text, ring) => name(text, x, y + data.edges[ring + 1] * unit - 7, colours.faint, taken, false));
    taken.push(...places);
    pen.font = "12.5px ui-sans-serif, system-ui, sans-serif";
    pen.textAlign = "left";
    const first = [...new Set([pointed, chosen, ...[...near].slice(0, 100)])].filter((n) => n >= 0);
    let room = all && people.length > 500 && scale < 2 ? 24 : 70;
    for (const n of first) { room -= named(n, radius, taken); }
    let tries = 500;  // in a crowd there is soon no room left, and each try measures a text
    for (const n of order) {
      if (room <= 0 || tries <= 0) { break; }
      if (lit(n) && !near.has(n)) { tries -= 1; room -= named(n, radius, taken); }
    }
  }

  function named(n, radius, taken) {
    const x = atX(people[n]), y = atY(people[n]);
    if (x < 0 || y < 0 || x > width || y > height) { return 0; }
    const text = people[n][NAME].length > 28 ? people[n][NAME].slice(0, 27) + "…" : people[n][NAME];
    const long = pen.measureText(text).width;
    const beside = radius + 4, always = n === pointed || n === chosen;
    const spots = [[x + beside, y], [x - beside - long, y], [x - long / 2, y - radius - 9], [x - long / 2, y + radius + 9]];
    const fits = spots.filter(([at]) => at >= 0 && at + long <= width);
    return fits.some(([at, down]) => name(text, at, down, colours.ink, taken, false)) || (always && name(text, ...(fits[0] || spots[0]), colours.ink, taken, true)) ? 1 : 0;
  }

  function name(text, x, y, colour, taken, always) {
    const long = pen.measureText(text).width, from = pen.textAlign === "center" ? x - long / 2 : x;
    const box = [from - 2, y - 8, from + long + 2, y + 8];
    if (!always && taken.some((o) => o[0] < box[2] && box[0] < o[2] && o[1] < box[3] && box[1] < o[3])) { return false; }
    taken.push(box);
    pen.lineWidth = 3.5;
    pen.lineJoin = "round";
    pen.strokeStyle = colours.card;
    pen.strokeText(text, x, y);
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
    return true;
  }

  // Finding
  const query = byId("query"), circle = byId("circle"), recent = byId("recent"), found = byId("found"), person = byId("person");
  data.circles.forEach((label, number) => circle.add(new Option(label === null ? "in none" : label, String(number))));

  function day(iso) {
    if (!iso) { return "never in touch"; }
    const [year, month, date] = iso.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  }
  const about = (p) => [p[ROLE], p[ORG]].filter(Boolean).join(", ");

  function element(tag, text, inside) {
    const made = document.createElement(tag);
    if (text) { made.textContent = text; }
    if (inside) { made.append(...inside); }
    return made;
  }

  function find() {
    const wanted = fold(query.value).split(/\s+/).filter(Boolean);
    const hits = [];
    all = !wanted.length && !circle.value && !recent.value;
    for (let n = 0; n < people.length; n += 1) {
      drawn[n] = (!circle.value || people[n][CIRCLE] === Number(circle.value)) && (!recent.value || people[n][RING] === Number(recent.value))
        && wanted.every((word) => words[n].includes(word));
      if (drawn[n]) { hits.push(n); }
    }
    if (wanted.length) {  // whose name begins so comes first
      const rank = (n) => words[n].startsWith(wanted[0]) ? 0 : 1;
      hits.sort((a, b) => rank(a) - rank(b) || a - b);
    }
    found.replaceChildren();
    list(hits);
    byId("count").textContent = all ? `${counted(people.length, "person", "people")}, ${counted(ties.length, "tie", "ties")}`
      : hits.length === 0 ? "Nobody was found." : `${counted(hits.length, "person", "people")} found`;
    draw();
  }

  const counted = (many, one, more) => `${many.toLocaleString("en")} ${many === 1 ? one : more}`;

  // So many of those who were found at once, then a button for as many again.
  function list(hits) {
    const from = found.childElementCount, to = Math.min(hits.length, from + LISTED_AT_ONCE);
    found.append(...hits.slice(from, to).map((n) => element("li", "", [chooser(n, about(people[n]))])));
    if (to < hits.length) {
      const more = element("button", `${(hits.length - to).toLocaleString("en")} more`);
      more.type = "button";
      more.className = "more";
      const row = element("li", "", [more]);
      more.addEventListener("click", () => { row.remove(); list(hits); found.children[to].querySelector("button").focus(); });
      found.append(row);
    }
  }

  function chooser(n, more) {
    const button = element("button", people[n][NAME], more ? [element("small", more)] : []);
    button.type = "button";
    button.addEventListener("click", () => choose(n, true));
    return button;
  }

  function tieLine(number, n) {
    const [a, b, sort, when, note, line] = ties[number];
    const other = a === n ? b : a;
    let said = SAID[sort];
    if (sort === "brought") { said = a === n ? "brought to you" : "came to you through"; }
    if (sort === "knows" && b === n) { said = "is known by"; }
    const where = `${when ? day(when) + ", " : ""}${data.notes[note]}:${line}`;
    const row = chooser(other, where);
    row.prepend(element("small", said));
    return element("li", "", [row]);
  }

  function choose(n, focus) {
    chosen = n;
    person.hidden = n < 0;
    if (n >= 0) {
      const p = people[n];
      const close = element("button", "back to everybody");
      close.type = "button";
      close.addEventListener("click", () => { choose(-1, false); query.focus(); });
      const parts = [element("h3", p[NAME])];
      if (about(p)) { parts.push(element("p", about(p))); }
      parts.push(element("p", `${data.circles[p[CIRCLE]] === null ? "in no circle" : data.circles[p[CIRCLE]]} · ${p[LAST] ? "in touch " : ""}${day(p[LAST])}`));
      if (p[TAGS].length) { parts.push(element("p", p[TAGS].map((t) => "#" + t).join(" "))); }
      parts.push(element("small", p[NOTE]));
      parts.push(element("ul", "", [...of[n]].sort((a, b) => NEAREST.indexOf(ties[a][2]) - NEAREST.indexOf(ties[b][2]) || a - b).slice(0, LISTED_AT_ONCE).map((number) => tieLine(number, n))));
      if (of[n].length > LISTED_AT_ONCE) { parts.push(element("small", `and ${counted(of[n].length - LISTED_AT_ONCE, "more tie", "more ties")}`)); }
      person.setAttribute("aria-label", p[NAME]);
      person.replaceChildren(...parts, close);
      if (focus) { person.focus({ preventScroll: true }); person.scrollIntoView({ block: "nearest" }); }
    }
    draw();
  }

  let later = 0;
  query.addEventListener("input", () => { clearTimeout(later); later = setTimeout(find, 60); });
  circle.addEventListener("change", find);
  recent.addEventListener("change", find);
  byId("search").addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(later); find(); const first = found.querySelector("button"); if (first) { first.focus(); } });
  for (const box of byId("sorts").querySelectorAll("input")) {
    box.checked = sorts.has(box.value);
    box.addEventListener("change", () => { if (box.checked) { sorts.add(box.value); } else { sorts.delete(box.value); } draw(); });
  }

  // Moving
  function zoom(factor, x = width / 2, y = height / 2) {
    const next = Math.min(40, Math.max(1, scale * factor));
    left += (x - width / 2) * (1 / next - 1 / scale);
    up += (y - height / 2) * (1 / next - 1 / scale);
    scale = next;
    if (scale === 1) { left = up = 0; }
    top.classList.toggle("near", scale > 1);
    draw();
  }
  function move(x, y) { if (scale > 1) { left += x / scale; up += y / scale; draw(); } }
  byId("in").addEventListener("click", () => zoom(1.6));
  byId("out").addEventListener("click", () => zoom(1 / 1.6));
  byId("whole").addEventListener("click", () => zoom(0));
  top.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== top) { return; }  // else the page scrolls on
    event.preventDefault();
    const box = top.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  top.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (steps && scale > 1) { move(...steps); event.preventDefault(); }
    else if (event.key === "+" || event.key === "=") { zoom(1.4); }
    else if (event.key === "-") { zoom(1 / 1.4); }
    else if (event.key === "0" || event.key === "Escape") { choose(-1, false); zoom(0); }
  });

  function personAt(event) {
    const box = top.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
    let best = -1, least = Math.max(14, dotSize() + 6) ** 2;
    for (let n = 0; n < people.length; n += 1) {
      const far = (atX(people[n]) - x) ** 2 + (atY(people[n]) - y) ** 2;
      if (far < least && (drawn[n] || chosen >= 0)) { best = n; least = far; }
    }
    return best;
  }
  const fingers = new Map();
  let moved = 0;
  top.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, event); moved = 0; top.setPointerCapture(event.pointerId); });
  top.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      const n = personAt(event);
      if (n !== pointed) { pointed = n; top.style.cursor = n >= 0 ? "pointer" : "grab"; asked = asked || (requestAnimationFrame(() => { asked = false; paintPeople(); }), true); }
      return;
    }
    const others = [...fingers.values()].filter((f) => f.pointerId !== event.pointerId);
    if (others.length) {
      const far = (e) => Math.hypot(e.clientX - others[0].clientX, e.clientY - others[0].clientY);
      const box = top.getBoundingClientRect();
      zoom(far(event) / Math.max(1, far(before)), others[0].clientX - box.left, others[0].clientY - box.top);
    } else { move(event.clientX - before.clientX, event.clientY - before.clientY); }
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    fingers.set(event.pointerId, event);
  });
  top.addEventListener("pointerup", (event) => {
    fingers.delete(event.pointerId);
    if (moved < 6) { choose(personAt(event), false); }
  });
  top.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { takeColours(); draw(); });
  new ResizeObserver(fit).observe(sky);
  takeColours();
  find();
})();

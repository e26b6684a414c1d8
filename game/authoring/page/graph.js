"use strict";
// Everything shown comes from the data as text: nothing is ever parsed as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const stage = document.getElementById("stage");
const svg = document.getElementById("graph");
const panel = document.getElementById("panel");
const search = document.getElementById("search");
const found = document.getElementById("found");
const cards = [...svg.querySelectorAll(".card")];
const links = [...svg.querySelectorAll(".link")];
const [, , fullWidth, fullHeight] = svg.getAttribute("viewBox").split(" ").map(Number);
const view = { x: 0, y: 0, width: fullWidth, height: fullHeight };
let open = -1;

function show() {
  svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
}
function scale() {
  return Math.max(view.width / stage.clientWidth, view.height / stage.clientHeight);
}
function zoom(factor, x, y) {
  const width = Math.min(Math.max(view.width * factor, 200), fullWidth * 4);
  const by = width / view.width;
  view.x = x - (x - view.x) * by;
  view.y = y - (y - view.y) * by;
  view.height *= by;
  view.width = width;
  show();
}
function place(event) {
  const point = new DOMPoint(event.clientX, event.clientY);
  return point.matrixTransform(svg.getScreenCTM().inverse());
}
function whole() {
  Object.assign(view, { x: 0, y: 0, width: fullWidth, height: fullHeight });
  show();
}
function readable() {
  view.width = stage.clientWidth;
  view.height = stage.clientHeight;
  show();
}
function corner(card) {
  const at = card.transform.baseVal.consolidate().matrix;
  const around = card.parentNode.transform.baseVal.consolidate().matrix;
  const body = card.querySelector(".body");
  return { x: at.e + around.e, y: at.f + around.f, width: body.width.baseVal.value, height: body.height.baseVal.value };
}
function bring(index) {
  const box = corner(cards[index]);
  if (scale() > 1.6) readable();
  view.x = box.x + box.width / 2 - view.width / 2;
  view.y = box.y + box.height / 2 - view.height / 2;
  show();
}

function element(name, look, ...inside) {
  const made = document.createElement(name);
  if (look) made.className = look;
  made.append(...inside.filter((part) => part !== null));
  return made;
}
function spoken(text) {
  const parts = text.split(/(?<!\w)_([^_\n]+)_(?!\w)/);
  return parts.map((part, at) => (at % 2 ? element("em", "", part) : part));
}
function line(told) {
  const made = element("p", told.who ? "" : "told");
  if (told.when) made.append(element("span", "when", `[${told.when}] `));
  if (told.who) made.append(element("strong", "", told.who + ": "));
  made.append(...spoken(told.text));
  return made;
}
function way(step) {
  const words = step.when ? ` if ${step.when}` : "";
  if (step.to === null) return element("span", "meta", "the end" + words);
  const button = element("button", "", "→ " + data.cards[step.to].id + words);
  button.addEventListener("click", () => choose(step.to, true));
  return button;
}
function row(item) {
  const made = element("div", "choice");
  const names = { silence: "(says nothing)", otherwise: "(no choice is left)" };
  const say = element("p", "");
  if (item.cost) {
    const chip = element("span", "chip", item.cost.text);
    chip.style.background = item.cost.fill;
    chip.style.color = item.cost.ink;
    chip.title = "what it costs, in points of the score";
    say.append(chip);
  }
  if (item.kind === "choice") say.append(element("strong", "", item.id + ": "));
  say.append(...spoken(names[item.kind] || item.say));
  made.append(say);
  if (item.available === false) made.append(element("p", "meta", "It can never be taken."));
  if (item.when) made.append(element("p", "when", "only if " + item.when));
  if (item.shows.length) made.append(element("p", "meta", "shows: " + item.shows.join(", ")));
  made.append(...item.reply.map(line));
  if (item.why) made.append(element("p", "meta", "why: ", ...spoken(item.why)));
  made.append(element("div", "ways", ...item.ways.map(way)));
  return made;
}
function read(card) {
  panel.replaceChildren(element("h2", "", card.id), element("p", "meta", card.about));
  panel.append(...card.told.map(line));
  if (card.thinks) panel.append(element("p", "told", "thinks: ", ...spoken(card.thinks)));
  if (card.rows.length) panel.append(element("h3", "", "What can happen"), ...card.rows.map(row));
  const from = [...new Set(links.filter((l) => l.dataset.to === String(card.index)).map((l) => Number(l.dataset.from)))];
  if (from.length) {
    const steps = from.map((index) => way({ to: index, when: "" }));
    panel.append(element("h3", "", "Comes from"), element("div", "ways", ...steps));
  }
  panel.scrollTop = 0;
}
function choose(index, move) {
  if (open >= 0) cards[open].classList.remove("open");
  open = index;
  cards[index].classList.add("open");
  for (const link of links) {
    const ends = [link.dataset.from, link.dataset.to];
    link.classList.toggle("lit", ends.includes(String(index)));
  }
  read(data.cards[index]);
  if (move) bring(index);
}

function hits() {
  const words = search.value.trim().toLowerCase();
  return words ? data.cards.filter((card) => card.search.includes(words)).map((card) => card.index) : [];
}
let turn = -1;
search.addEventListener("input", () => {
  const matching = new Set(hits());
  turn = -1;
  stage.classList.toggle("searching", search.value.trim() !== "");
  cards.forEach((card, index) => card.classList.toggle("hit", matching.has(index)));
  found.textContent = search.value.trim() ? `${matching.size} of ${cards.length} moments` : "";
});
search.addEventListener("keydown", (event) => {
  const matching = hits();
  if (event.key === "Enter" && matching.length) {
    turn = (turn + (event.shiftKey ? matching.length - 1 : 1)) % matching.length;
    choose(matching[turn], true);
  } else if (event.key === "Escape") {
    search.value = "";
    search.dispatchEvent(new Event("input"));
  }
});

cards.forEach((card, index) => {
  card.setAttribute("tabindex", "0");
  card.setAttribute("role", "button");
  card.setAttribute("aria-label", `${data.cards[index].id}, ${data.cards[index].about}`);
  card.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(index, false);
    }
  });
  card.addEventListener("focus", () => card.matches(":focus-visible") && bring(index));
});
let held = null;
stage.addEventListener("pointerdown", (event) => {
  held = { x: event.clientX, y: event.clientY, moved: false, card: event.target.closest(".card") };
  stage.setPointerCapture(event.pointerId);
});
stage.addEventListener("pointermove", (event) => {
  if (!held) return;
  const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
  if (!held.moved && Math.hypot(dx, dy) < 4) return;
  held.moved = true;
  stage.classList.add("moving");
  view.x -= dx * scale();
  view.y -= dy * scale();
  [held.x, held.y] = [event.clientX, event.clientY];
  show();
});
stage.addEventListener("pointerup", () => {
  if (held && !held.moved && held.card) choose(Number(held.card.dataset.index), false);
  held = null;
  stage.classList.remove("moving");
});
stage.addEventListener("pointercancel", () => (held = null));
stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const at = place(event);
  zoom(Math.exp(event.deltaY * 0.0015), at.x, at.y);
}, { passive: false });
function middle() {
  return [view.x + view.width / 2, view.y + view.height / 2];
}
const acts = { in: () => zoom(0.8, ...middle()), out: () => zoom(1.25, ...middle()), whole };
for (const button of document.querySelectorAll("[data-act]")) {
  button.addEventListener("click", acts[button.dataset.act]);
}
document.addEventListener("keydown", (event) => {
  if (event.target === search) return;
  const step = 80 * scale();
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  } else if (event.key === "+") acts.in();
  else if (event.key === "-") acts.out();
  else if (event.key === "0") whole();
  else if (moves[event.key] && !panel.contains(event.target)) {
    view.x += moves[event.key][0];
    view.y += moves[event.key][1];
    show();
  }
});

readable();
const linked = data.cards.findIndex((card) => "#" + card.id === decodeURIComponent(location.hash));
choose(linked >= 0 ? linked : data.start, true);

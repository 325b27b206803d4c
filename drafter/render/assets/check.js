"use strict";
// Plain ES2019: intranet machines keep their browsers for years.

const find = (selector) => [...document.querySelectorAll(selector)];
const cards = find(".card");
const marks = find("mark");
const stripes = find(".strip a");
const choices = find("input[data-kind]");
const position = document.getElementById("position");
const tones = new Map(cards.map((card) => [card.dataset.number, card.classList[1]]));
const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
let current = null; // the card being looked at

const shown = () => cards.filter((card) => !card.hidden);
const numberOf = (card) => (card ? Number(card.dataset.number) : 0);
const covered = (mark) => mark.dataset.cards.split(" ");

function paint() {
  const visible = new Set(shown().map((card) => card.dataset.number));
  for (const mark of marks) {
    const numbers = covered(mark).filter((number) => visible.has(number));
    mark.className = numbers.map((number) => tones.get(number)).join(" ");
    mark.classList.toggle("current", current !== null && numbers.includes(current.dataset.number));
    mark.dataset.label = mark.dataset.begins.split(" ").filter((number) => visible.has(number)).join("·");
  }
  for (const stripe of stripes) {
    stripe.hidden = !visible.has(stripe.dataset.card);
    stripe.classList.toggle("current", current !== null && stripe.dataset.card === current.dataset.number);
  }
}

function tell() {
  const list = shown();
  document.querySelector(".none").hidden = list.length > 0;
  position.textContent = current ? `第 ${list.indexOf(current) + 1} 处，共 ${list.length} 处` : `共 ${list.length} 处`;
}

function open(card) {
  for (const each of cards) {
    each.classList.toggle("current", each === card);
    each.querySelector("button").setAttribute("aria-expanded", String(each === card));
  }
  current = card;
  paint();
  tell();
}

// Scroll the panel by hand: scrollIntoView would move the page as well.
function reveal(card) {
  const panel = card.parentElement;
  panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8;
}

function follow(card, andDraft = true) {
  open(card);
  reveal(card);
  const mark = marks.find((each) => covered(each).includes(card.dataset.number));
  if (andDraft && mark) mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

function step(forward) {
  const list = forward ? shown() : shown().reverse();
  const ahead = (card) => (forward ? numberOf(card) > numberOf(current) : numberOf(card) < numberOf(current));
  const card = list.find(ahead) || list[0];
  if (card) follow(card);
}

function filter() {
  const on = new Set(choices.filter((box) => box.checked).map((box) => `${box.dataset.rule} ${box.dataset.kind}`));
  for (const card of cards) card.hidden = !on.has(`${card.dataset.rule} ${card.dataset.kind}`);
  for (const all of find("input[data-all]")) {
    const group = [...all.closest("fieldset").querySelectorAll("input[data-kind]")];
    all.checked = group.some((box) => box.checked);
    all.indeterminate = all.checked && !group.every((box) => box.checked);
  }
  open(current && !current.hidden ? current : null);
}

function filterRule(event) {
  for (const box of event.target.closest("fieldset").querySelectorAll("input[data-kind]")) {
    box.checked = event.target.checked;
  }
  filter();
}

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (["j", "ArrowRight"].includes(event.key)) step(true);
  else if (["k", "ArrowLeft"].includes(event.key)) step(false);
  else return;
  event.preventDefault();
}

// Of findings over each other the shortest is meant: the longer ones can be clicked elsewhere.
function click(mark) {
  const under = shown().filter((card) => covered(mark).includes(card.dataset.number));
  const length = (card) => marks.filter((each) => covered(each).includes(card.dataset.number)).length;
  under.sort((one, other) => length(one) - length(other));
  if (under.length) follow(under[0], false);
}

function followAddress() {
  const card = cards.find((each) => `#${each.id}` === window.location.hash);
  if (!card) return;
  const box = choices.find((each) => each.dataset.rule === card.dataset.rule && each.dataset.kind === card.dataset.kind);
  box.checked = true;
  filter();
  follow(card);
}

// The panel sticks below the bar, whose height depends on how its filters wrap.
function measure() {
  document.documentElement.style.setProperty("--bar", `${document.querySelector(".bar").offsetHeight}px`);
}

for (const card of cards) {
  card.querySelector("button").addEventListener("click", () => (card === current ? open(null) : follow(card)));
}
for (const mark of marks) mark.addEventListener("click", () => click(mark));
for (const box of choices) box.addEventListener("change", filter);
for (const box of find("input[data-all]")) box.addEventListener("change", filterRule);
for (const stripe of stripes) {
  stripe.addEventListener("click", (event) => {
    event.preventDefault();
    follow(document.getElementById(`f${stripe.dataset.card}`));
  });
}
document.getElementById("next").addEventListener("click", () => step(true));
document.getElementById("previous").addEventListener("click", () => step(false));
document.addEventListener("keydown", press);
window.addEventListener("hashchange", followAddress);
window.addEventListener("resize", measure);
window.addEventListener("beforeprint", () => find("details").forEach((each) => (each.open = true)));

document.documentElement.classList.add("scripted");
measure();
filter();
// After the load the browser scrolls to the address itself; ours has to come later.
window.addEventListener("load", () => setTimeout(followAddress));

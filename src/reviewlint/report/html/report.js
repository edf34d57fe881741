"use strict";
// Findings that the filters leave are counted; n and p step through them; a finding and its words light up together.
const notes = [...document.querySelectorAll(".note")];
const marks = new Map();
for (const mark of document.querySelectorAll("mark")) {
  const of = marks.get(mark.dataset.f) ?? [];
  of.push(mark);
  marks.set(mark.dataset.f, of);
}
const boxes = [...document.querySelectorAll("#filters input")];
const said = document.getElementById("said");

function left() {
  const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.id));
  return notes.filter((note) => !off.has(note.dataset.g) && !off.has(note.dataset.s));
}

function say() {
  said.textContent = `${left().length.toLocaleString("en")} of ${notes.length.toLocaleString("en")} findings shown`;
}

function step(by) {
  const seen = left();
  if (!seen.length) return;
  const at = seen.indexOf(document.activeElement.closest(".note"));
  const next = seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : (at + by + seen.length) % seen.length];
  next.querySelector("a").focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function light(event, on) {
  const id = event.target.closest?.(".note")?.id ?? event.target.closest?.("mark")?.dataset.f;
  if (!id) return;
  for (const mark of marks.get(id) ?? []) mark.classList.toggle("lit", on);
  document.getElementById(id).classList.toggle("lit", on);
}

for (const box of boxes) box.addEventListener("change", say);
for (const [name, on] of [["focusin", true], ["focusout", false], ["mouseover", true], ["mouseout", false]]) {
  document.addEventListener(name, (event) => light(event, on));
}
document.addEventListener("click", (event) => {
  const note = event.target.closest?.("mark") && document.getElementById(event.target.closest("mark").dataset.f);
  if (note?.checkVisibility()) note.querySelector("a").focus();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
});
if (said) say();

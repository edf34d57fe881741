// The facts: what is believed of the work, what the draft claims of it, and the file in which they stand.

import { h, byId, count } from "./dom";
import { sentence, type Claim, type Facts } from "./server";

export interface Minding {
  goTo(claim: Claim): void;
  save(text: string): void;
}

const VERDICTS: Record<Claim["verdict"], [string, string]> = {
  agrees: ["✓", "agrees"], misspelt: ["~", "misspelt"], contradicts: ["✗", "contradicts"], unknown: ["?", "not known"],
};

/** Show the facts of a draft; what somebody is writing into the facts file stays. */
export function showFacts(facts: Facts, minding: Minding): void {
  byId("facts-problems").replaceChildren(...[
    ...facts.problems.map((problem) => h("li", {}, sentence(problem))), ...facts.conflicts.map((words) => h("li", {}, words)),
  ]);
  byId("facts-believed").replaceChildren(...believed(facts));
  byId("facts-claimed").replaceChildren(...(facts.claims.length
    ? facts.claims.map((claim) => claimLine(claim, facts, minding))
    : [h("li", { class: "soft none" }, "The draft claims nothing of its work that can be checked.")]));
  showFile(facts, minding);
}

function believed(facts: Facts): HTMLElement[] {
  if (facts.works.length === 0) {
    return [h("p", { class: "soft" }, "Nothing is known of this work yet. Front matter is read, and the facts file below.")];
  }
  return facts.works.map((work) => h("table", {},
    h("caption", {}, h("b", {}, work.name ?? "The work"), h("span", { class: "soft" }, ` ${work.type}`)),
    h("tbody", {}, ...work.rows.map((row, at) => h("tr", { "data-depth": Math.min(row.depth, 3) },
      h("th", { scope: "row" }, at > 0 && work.rows[at - 1]?.label === row.label && work.rows[at - 1]?.depth === row.depth
        ? h("span", { class: "hidden" }, row.label) : row.label),
      h("td", {}, row.value, row.note && h("span", { class: "soft" }, ` (${row.note})`),
        h("span", { class: "place" }, row.source)))))));
}

function claimLine(claim: Claim, facts: Facts, minding: Minding): HTMLElement {
  const [sign, words] = VERDICTS[claim.verdict];
  return h("li", { class: "claim", "data-verdict": claim.verdict },
    h("button", { type: "button", class: "claim-go", click: () => minding.goTo(claim) },
      h("span", { class: "verdict" }, h("span", { "aria-hidden": "true" }, sign), ` ${words}`),
      h("span", {}, h("span", { class: "soft" }, `${claim.label}: `), claim.value),
      h("span", { class: "soft line" }, `line ${claim.line}`)),
    claim.known !== null && claim.verdict !== "agrees"
      && h("p", { class: "known" }, "Known: ", h("b", {}, claim.known), claim.source && h("span", { class: "place" }, ` ${claim.source}`)),
    claim.verdict === "unknown" && facts.file !== null && h("button", {
      type: "button", class: "small", click: () => add(claim.relation, claim.value),
    }, "Put into the facts"));
}

let held = ""; // the facts file as it stands on the disk
let unsaved = false;

function showFile(facts: Facts, minding: Minding): void {
  const area = byId<HTMLTextAreaElement>("facts-text");
  byId("facts-editor").hidden = facts.file === null;
  byId("facts-nowhere").hidden = facts.file !== null;
  byId("facts-file").textContent = facts.file ?? "";
  if (!unsaved || area.value === held) area.value = facts.text;
  held = facts.text;
  byId("facts-key").replaceChildren(...facts.keys.map(({ key, label }) => h("option", { value: key }, label)));
  const form = byId<HTMLFormElement>("facts-form");
  form.onsubmit = (event) => { event.preventDefault(); minding.save(area.value); };
  byId<HTMLButtonElement>("facts-add").onclick = () => {
    const value = byId<HTMLInputElement>("facts-value");
    if (value.value.trim()) add(byId<HTMLSelectElement>("facts-key").value, value.value.trim());
    value.value = "";
    value.focus();
  };
  byId<HTMLButtonElement>("facts-revert").onclick = () => { area.value = held; heed(); };
  area.oninput = heed;
  heed();
}

/** Forget what was written into the facts file: another draft is opened, or it is saved. */
export function forgetFacts(): void {
  byId<HTMLTextAreaElement>("facts-text").value = held = "";
  heed();
}

/** Tell whether the facts file was changed and not saved. */
export const factsUnsaved = (): boolean => unsaved;

function heed(): void {
  unsaved = byId<HTMLTextAreaElement>("facts-text").value !== held;
  byId<HTMLButtonElement>("facts-save").disabled = !unsaved;
  byId<HTMLButtonElement>("facts-revert").disabled = !unsaved;
  byId("facts-state").textContent = unsaved ? "Not saved" : "";
}

/** Write a fact at the end of the file, or beside what stands under its key; it is not saved yet. */
function add(key: string, value: string): void {
  const area = byId<HTMLTextAreaElement>("facts-text");
  const scalar = /^[\p{L}\d][\p{L}\d .,'’()&!-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value) && !/: |,/.test(value)
    ? value.trim() : JSON.stringify(value);
  const line = new RegExp(`^${key}:[ \\t]+([^\\n#{\\[&*|>]+?)[ \\t]*$`, "m");
  const text = area.value;
  const block = new RegExp(`^${key}:`, "m").test(text);
  if (line.test(text)) area.value = text.replace(line, (_, old: string) => `${key}:\n  - ${old}\n  - ${scalar}`);
  else if (block && new RegExp(`^${key}:[ \\t]*\\n(?=[ \\t]+- )`, "m").test(text)) {
    area.value = text.replace(new RegExp(`^(${key}:[ \\t]*\\n)([ \\t]+)- `, "m"), (all, head: string, indent: string) =>
      `${head}${indent}- ${scalar}\n${all.slice(head.length)}`);
  } else if (block) byId("facts-state").textContent = `There is a ${key} already: change it by hand.`;
  else area.value = `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${key}: ${scalar}\n`;
  byId<HTMLDetailsElement>("facts-editor").open = true;
  if (area.value !== text) heed();
  area.scrollTop = area.scrollHeight;
}

/** Return the number of claims that the facts do not bear out, in words. */
export function verdictsOf(facts: Facts): string {
  const wrong = facts.claims.filter(({ verdict }) => verdict === "contradicts" || verdict === "misspelt").length;
  return wrong ? `${count(wrong, "claim")} against the facts` : "";
}

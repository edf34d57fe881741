// The facts: what is believed of the work, what the draft claims of it, and the file in which they stand.

import { h, byId } from "./dom";
import { sentence, type Claim, type Facts } from "./server";
import { withFact } from "./yaml";

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
    ? facts.claims.map((claim) => claimLine(claim, minding))
    : [h("li", { class: "soft none" }, "The draft claims nothing of its work that can be checked.")]));
  showFile(facts);
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

function claimLine(claim: Claim, minding: Minding): HTMLElement {
  const [sign, words] = VERDICTS[claim.verdict];
  return h("li", { class: "claim", "data-verdict": claim.verdict },
    h("button", { type: "button", class: "claim-go", click: () => minding.goTo(claim) },
      h("span", { class: "verdict" }, h("span", { "aria-hidden": "true" }, sign), ` ${words}`),
      h("span", {}, h("span", { class: "soft" }, `${claim.label}: `), claim.value),
      h("span", { class: "soft line" }, `line ${claim.line}`)),
    claim.known !== null && claim.verdict !== "agrees"
      && h("p", { class: "known" }, "Known: ", h("b", {}, claim.known), claim.source && h("span", { class: "place" }, ` ${claim.source}`)),
    claim.verdict === "unknown" && h("button", {
      type: "button", class: "small", click: () => add(claim.relation, claim.value),
    }, "Put into the facts"));
}

let held = ""; // the facts file as it stands on the disk
let unsaved = false;

function showFile(facts: Facts): void {
  const area = byId<HTMLTextAreaElement>("facts-text");
  byId("facts-nowhere").hidden = facts.file !== null;
  byId("facts-file").textContent = facts.file ?? "the facts of this draft";
  byId("facts-save").textContent = facts.file === null ? "Use these facts" : "Save the facts";
  if (!unsaved || area.value === held) area.value = facts.text;
  held = facts.text;
  const keys = byId<HTMLSelectElement>("facts-key");
  if (keys.length === 0) keys.append(...facts.keys.map(({ key, label }) => h("option", { value: key }, label)));
  heed();
}

/** Let the facts file be edited. */
export function startFacts(minding: Minding): void {
  const area = byId<HTMLTextAreaElement>("facts-text");
  area.oninput = heed;
  byId<HTMLFormElement>("facts-form").onsubmit = (event) => { event.preventDefault(); minding.save(area.value); };
  byId("facts-revert").onclick = () => { area.value = held; heed(); };
  byId("facts-add").onclick = () => {
    const value = byId<HTMLInputElement>("facts-value");
    if (value.value.trim()) add(byId<HTMLSelectElement>("facts-key").value, value.value.trim());
    value.value = "";
    value.focus();
  };
}

/** Take the text of the facts file for saved: it is, or another draft is opened. */
export function holdFacts(text: string): void {
  byId<HTMLTextAreaElement>("facts-text").value = held = text;
  heed();
}

/** Take what was used as facts for not saved: the draft has got a file, and its facts have none yet. */
export function keepFacts(): void {
  held = "";
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

/** Write a fact into the text of the facts file; it is not saved yet. */
function add(key: string, value: string): void {
  const area = byId<HTMLTextAreaElement>("facts-text");
  const text = withFact(area.value, key, value);
  byId<HTMLDetailsElement>("facts-editor").open = true;
  if (text === null) {
    byId("facts-state").textContent = `There is a ${key} already: change it by hand.`;
    return;
  }
  area.value = text;
  heed();
  area.scrollTop = area.scrollHeight;
}

// The bar over the draft: readability, filters by group, and what is still going on.

import { h, byId, count } from "./dom";
import { groupOf, safeTogether } from "./marks";
import type { Finding } from "./server";

const GROUPS = ["garbled", "claims", "facts", "grammar", "typography", "readability"];

/** Show how many findings there are in each group; `toggle` hides a group or shows it again. */
export function showBar(all: readonly Finding[], hidden: ReadonlySet<string>, toggle: (group: string) => void): void {
  const counts = new Map<string, number>();
  for (const finding of all) counts.set(groupOf(finding), (counts.get(groupOf(finding)) ?? 0) + 1);
  for (const group of hidden) if (!counts.has(group)) counts.set(group, 0);
  const groups = [...counts.keys()].sort((a, b) => rank(a) - rank(b));
  const filters = byId("filters");
  const focused = filters.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.group : undefined;
  filters.replaceChildren(...groups.map((group) => h("button", {
    type: "button", class: "chip", "data-group": group, "aria-pressed": String(!hidden.has(group)),
    title: hidden.has(group) ? `Show findings of ${group}` : `Hide findings of ${group}`, click: () => toggle(group),
  }, group, h("span", { class: "chip-count" }, String(counts.get(group))))));
  if (focused) filters.querySelector<HTMLElement>(`[data-group="${CSS.escape(focused)}"]`)?.focus();
  const shown = all.filter((finding) => !hidden.has(groupOf(finding)));
  const safe = safeTogether(shown).length;
  const all_safe = byId<HTMLButtonElement>("fix-all");
  all_safe.hidden = safe === 0;
  all_safe.textContent = `Apply ${count(safe, "safe fix").replace(/fixs$/, "fixes")}`;
  byId("tab-count").textContent = String(shown.length);
  const grave = (severity: string): number => shown.filter((finding) => finding.severity === severity).length;
  byId("empty").hidden = shown.length > 0;
  byId("counts").textContent = shown.length === 0 ? "" : [
    count(grave("error"), "error"), count(grave("warning"), "warning"), grave("info") ? `${grave("info")} for information` : "",
  ].filter((words) => words && !words.startsWith("0 ")).join(", ");
}

function rank(group: string): number {
  const at = GROUPS.indexOf(group);
  return at === -1 ? GROUPS.length : at;
}

/** Show the line on readability. */
export function showMeasures(measures: string | null): void {
  byId("measures").textContent = measures ?? "";
}

/** Show whether something is being checked. */
export function showBusy(busy: boolean): void {
  byId("busy").hidden = !busy;
  byId("cards").setAttribute("aria-busy", String(busy));
}

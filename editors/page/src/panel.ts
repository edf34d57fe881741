// The margin: a card for each finding, with its reasons, its sources and what can be done about it.

import { h, count } from "./dom";
import { groupOf, idOf } from "./marks";
import type { Finding, Rule } from "./server";

export interface Acting {
  select(finding: Finding, focus: "card" | "draft"): void;
  apply(finding: Finding): void;
  ignore(finding: Finding, whole: boolean): void;
  accept(finding: Finding): void;
}

const MOST_SHOWN = 300; // cards; a draft with more has other troubles first

/** Show the cards in a list. `text` is the draft, from which the words of a finding are taken. */
export function showCards(
  list: HTMLElement, findings: readonly Finding[], active: string | null, rules: Record<string, Rule>, text: string, acting: Acting,
): void {
  const focused = list.contains(document.activeElement)
    ? (document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card ?? null) : null;
  const at = Math.max(0, findings.findIndex((finding) => idOf(finding) === active));
  const first = Math.max(0, Math.min(at - MOST_SHOWN / 2, findings.length - MOST_SHOWN));
  const near = findings.slice(first, first + MOST_SHOWN);
  list.replaceChildren(...near.map((finding) => card(finding, idOf(finding) === active, rules[finding.rule], text, acting)));
  const left = findings.length - near.length;
  if (left > 0) list.append(h("li", { class: "soft more" }, `${count(left, "finding")} more, before or after these.`));
  const again = list.querySelector<HTMLElement>(`[data-card="${CSS.escape(active ?? focused ?? "")}"] .card-head`);
  if (focused !== null) (again ?? list.querySelector<HTMLElement>(".card-head"))?.focus({ preventScroll: true });
}

/** Return the card of a finding; the one that is looked at is open. */
export function card(finding: Finding, open: boolean, rule: Rule | undefined, text: string, acting: Acting): HTMLElement {
  const name = finding.rule.split("/")[1] ?? finding.rule;
  const head = h("button", {
    class: "card-head", type: "button", "aria-expanded": String(open), click: () => acting.select(finding, "card"),
  },
    h("span", { class: "card-kind" },
      h("span", { class: "dot", "aria-hidden": "true" }),
      h("span", {}, `${groupOf(finding)} · ${name.replaceAll("-", " ")}`),
      h("span", { class: "hidden" }, `, ${finding.severity}`)),
    h("span", { class: "card-message" }, finding.message));
  return h("li", { class: "card", "data-card": idOf(finding), "data-severity": finding.severity, "data-open": open },
    head, open && body(finding, rule, text, acting));
}

function body(finding: Finding, rule: Rule | undefined, text: string, acting: Acting): HTMLElement {
  return h("div", { class: "card-body" },
    finding.fix && shownFix(finding, text),
    finding.related.length > 0 && h("ul", { class: "rests" }, ...finding.related.map((each) =>
      h("li", {}, each.message, each.path !== null && h("span", { class: "place" },
        ` ${each.path}${each.line === null ? "" : `:${each.line}`}`)))),
    h("div", { class: "actions" },
      finding.fix && h("button", { type: "button", class: "primary", "data-act": "apply", click: () => acting.apply(finding) }, "Apply"),
      finding.accept !== null && h("button", {
        type: "button", "data-act": "accept", title: `Never call “${finding.accept}” wrong again`, click: () => acting.accept(finding),
      }, "Accept word"),
      h("button", { type: "button", "data-act": "ignore", click: () => acting.ignore(finding, false) }, "Ignore…")),
    rule !== undefined && h("details", { class: "why" },
      h("summary", {}, "Why this is reported"),
      h("p", {}, h("b", {}, rule.summary)),
      ...rule.why.map((paragraph) => h("p", {}, paragraph)),
      rule.precision && h("p", { class: "soft" }, `${rule.precision}.`),
      h("p", { class: "soft" }, h("code", {}, finding.rule))));
}

function shownFix(finding: Finding, text: string): HTMLElement {
  const edits = finding.fix?.edits ?? [];
  const lines = edits.slice(0, 3).map(({ start, end, text: added }) => {
    // A blank or a comma alone tells nothing: the words around it are shown too.
    const before = /[^\s]{0,20}$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? "";
    const after = /^[^\s]{0,20}/.exec(text.slice(end, end + 20))?.[0] ?? "";
    const now = text.slice(start, end).replaceAll("\n", " ");
    return h("div", { class: "fix-line" },
      h("del", {}, h("span", { class: "hidden" }, "Now: "), before + now + after),
      h("span", { "aria-hidden": "true" }, " → "),
      h("ins", {}, h("span", { class: "hidden" }, ". Then: "), before + added + after));
  });
  return h("div", { class: "fix" }, ...lines,
    edits.length > 3 && h("div", { class: "soft" }, `and ${count(edits.length - 3, "more change")}`),
    finding.fix?.safety === "unsafe" && h("p", { class: "soft" }, "Read the sentence again after this one: it may need more."));
}

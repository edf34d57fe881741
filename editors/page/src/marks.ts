// The findings in the editor: where they stand while the text changes, and the lines under them.

import { StateEffect, StateField, type ChangeDesc, type EditorState, type Range, type TransactionSpec } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import type { Finding } from "./server";

export interface Marks { findings: Finding[]; hidden: ReadonlySet<string>; active: string | null; under: DecorationSet }

export const setFindings = StateEffect.define<Finding[]>();
export const setHidden = StateEffect.define<ReadonlySet<string>>();
export const setActive = StateEffect.define<string | null>();

/** Return the part of a rule's name before the slash. */
export const groupOf = (finding: Finding): string => finding.rule.split("/")[0] ?? "";

/** Return a name for a finding that stays the same from check to check. */
export const idOf = (finding: Finding): string => finding.fingerprint;

class Gap extends WidgetType {
  constructor(readonly name: string, readonly id: string) { super(); }
  override eq(other: Gap): boolean { return other.name === this.name && other.id === this.id; }
  toDOM(): HTMLElement {
    const mark = document.createElement("span");
    mark.className = `${this.name} gap`;
    mark.dataset.finding = this.id;
    return mark;
  }
}

/** Return findings after a change, less those whose words it touches: the next check speaks of them anew. */
export function moved(findings: readonly Finding[], changes: ChangeDesc): Finding[] {
  if (changes.empty) return [...findings];
  return findings.flatMap((finding) => {
    const spans = [finding, ...(finding.fix?.edits ?? [])];
    if (spans.some(({ start, end }) => end > changes.length || changes.touchesRange(start, end))) return [];
    const to = <T extends { start: number; end: number }>(span: T): T =>
      ({ ...span, start: changes.mapPos(span.start, 1), end: changes.mapPos(span.end, span.end > span.start ? -1 : 1) });
    const fix = finding.fix && { ...finding.fix, edits: finding.fix.edits.map(to) };
    return [{ ...to(finding), fix }];
  });
}

function underline(findings: readonly Finding[], hidden: ReadonlySet<string>, active: string | null, length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const finding of findings) {
    if (hidden.has(groupOf(finding)) || finding.end > length) continue;
    const id = idOf(finding);
    const name = `mark mark-${finding.severity}${id === active ? " mark-active" : ""}`;
    ranges.push(finding.end > finding.start
      ? Decoration.mark({ class: name, attributes: { "data-finding": id } }).range(finding.start, finding.end)
      : Decoration.widget({ widget: new Gap(name, id), side: 1 }).range(finding.start));
  }
  return Decoration.set(ranges, true);
}

export const marks = StateField.define<Marks>({
  create: () => ({ findings: [], hidden: new Set(), active: null, under: Decoration.none }),
  update(value, transaction) {
    let { findings, hidden, active } = value;
    if (transaction.docChanged) findings = moved(findings, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setFindings)) findings = effect.value;
      if (effect.is(setHidden)) hidden = effect.value;
      if (effect.is(setActive)) active = effect.value;
    }
    if (findings === value.findings && hidden === value.hidden && active === value.active) return value;
    if (transaction.effects.length === 0 && findings.length === value.findings.length) {
      return { findings, hidden, active, under: value.under.map(transaction.changes) }; // they have only moved
    }
    if (!findings.some((finding) => idOf(finding) === active)) active = null;
    return { findings, hidden, active, under: underline(findings, hidden, active, transaction.newDoc.length) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.under),
});

/** Return the findings that the filters leave, in order. */
export function shownIn(state: EditorState): Finding[] {
  const { findings, hidden } = state.field(marks);
  return findings.filter((finding) => !hidden.has(groupOf(finding)));
}

/** Return the finding that is looked at. */
export function activeIn(state: EditorState): Finding | null {
  const { findings, active } = state.field(marks);
  return findings.find((finding) => idOf(finding) === active) ?? null;
}

/** Return the innermost shown finding at a place. */
export function findingAt(state: EditorState, place: number): Finding | null {
  const here = shownIn(state).filter(({ start, end }) => start <= place && place <= end);
  return here.sort((a, b) => (a.end - a.start) - (b.end - b.start))[0] ?? null;
}

/** Return what makes some edits, as one step for undo. Edits of one finding never overlap. */
export function editing(edits: readonly { start: number; end: number; text: string }[], focus: number | null = null): TransactionSpec {
  return {
    changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
    userEvent: "input.fix",
    ...(focus === null ? {} : { selection: { anchor: focus } }),
  };
}

/** Return findings with safe fixes that can be made together: each ends before the next begins. */
export function safeTogether(findings: readonly Finding[]): Finding[] {
  let end = -1;
  return findings.filter(({ fix }) => {
    if (fix?.safety !== "safe" || fix.edits.some((edit) => edit.start <= end)) return false;
    end = Math.max(end, ...fix.edits.map((edit) => edit.end));
    return true;
  });
}

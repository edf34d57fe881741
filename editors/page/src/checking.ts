// When a draft is checked: shortly after a change without the model, and in full once the typing rests.

import { ChangeSet } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import { marks, moved, setFindings } from "./marks";
import { ask, type Checked } from "./server";

const QUICK_AFTER = 350; // milliseconds without a key
const FULL_AFTER = 1200;
const AGAIN_AFTER = 6000; // where something was not ready, such as an engine that is starting
const MOST_TRIES = 3;

export interface Watching {
  path(): string;
  facts(): string | null;
  started(): void;
  done(checked: Checked, full: boolean): void;
  failed(trouble: Error): void;
}

/** Keeps the findings of an editor fresh. One question is asked at a time. */
export class Checking {
  private quick: ReturnType<typeof setTimeout> | undefined;
  private full: ReturnType<typeof setTimeout> | undefined;
  private since: ChangeSet; // what has changed since the question that is on its way
  private asking = false;
  private next: "quick" | "full" | null = null;
  private tries = 0;
  private round = 0; // grows with each draft that is loaded

  constructor(private readonly view: EditorView, private readonly watching: Watching) {
    this.since = ChangeSet.empty(view.state.doc.length);
  }

  /** Heed a change of the text. */
  changed(update: ViewUpdate): void {
    if (this.asking) this.since = this.since.compose(update.changes);
    this.tries = 0;
    this.later(QUICK_AFTER, FULL_AFTER);
  }

  /** Check at once: another draft was loaded, or what decides about findings has changed. */
  anew(): void {
    this.round += 1;
    this.tries = 0;
    this.later(0, 150);
  }

  private later(quick: number, full: number): void {
    clearTimeout(this.quick);
    clearTimeout(this.full);
    this.quick = setTimeout(() => void this.check("quick"), quick);
    this.full = setTimeout(() => void this.check("full"), full);
  }

  private async check(depth: "quick" | "full"): Promise<void> {
    if (this.asking) {
      if (this.next !== "full") this.next = depth;
      return;
    }
    this.asking = true;
    this.since = ChangeSet.empty(this.view.state.doc.length);
    const round = this.round;
    this.watching.started();
    try {
      const text = this.view.state.doc.toString();
      const checked = await ask("check", {
        path: this.watching.path(), text, quick: depth === "quick", facts: this.watching.facts(),
      });
      if (round === this.round) this.show(checked, depth === "full");
    } catch (trouble) {
      if (round === this.round) this.watching.failed(trouble as Error);
    } finally {
      this.asking = false;
      const next = this.next;
      this.next = null;
      if (next) void this.check(next);
    }
  }

  private show(checked: Checked, full: boolean): void {
    const found = moved(checked.findings, this.since);
    const later = new Set(checked.later);
    const kept = this.view.state.field(marks).findings.filter((old) => later.has(old.rule)
      && !found.some((finding) => finding.start < old.end && old.start < finding.end));
    const all = [...found, ...kept].sort((a, b) => a.start - b.start || a.end - b.end);
    this.view.dispatch({ effects: setFindings.of(all) });
    this.watching.done(checked, full && this.since.empty);
    if (full && checked.notices.length > 0 && this.tries++ < MOST_TRIES) {
      this.full = setTimeout(() => void this.check("full"), AGAIN_AFTER);
    }
  }
}

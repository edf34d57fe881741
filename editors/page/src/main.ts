// The page: an editor, the findings beside it, the facts.

import { EditorView } from "@codemirror/view";
import { showBar, showBusy, showMeasures } from "./bar";
import { Checking } from "./checking";
import { askReason, showKeys } from "./dialogs";
import { announce, byId, h, notify } from "./dom";
import { Draft } from "./draft";
import { load, makeEditor, type Listening } from "./editor";
import { factsUnsaved, holdFacts, keepFacts, showFacts, startFacts, type Minding } from "./facts";
import { activeIn, editing, findingAt, idOf, marks, safeTogether, setActive, setHidden, shownIn } from "./marks";
import { card, showCards, type Acting } from "./panel";
import { ask, sentence, takeToken, type Checked, type Facts, type Finding, type Rule } from "./server";
import { startTabs, showTab, tabShown } from "./tabs";
import { startTheme } from "./theme";

let rules: Record<string, Rule> = {};
let facts: Facts | null = null;
let given: string | null = null; // facts of a draft that has no file yet
let listed: readonly Finding[] = [];
let listedActive: string | null = null;
let listedHidden: ReadonlySet<string> = new Set();

/** Do something that may fail, and say so if it does. */
async function attempt(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (trouble) {
    notify((trouble as Error).message, true);
  }
}

const acting: Acting = {
  select(finding, focus) {
    view.dispatch({
      effects: [setActive.of(idOf(finding)), EditorView.scrollIntoView(finding.start, { y: "center" })],
      selection: { anchor: finding.start, head: finding.end },
    });
    if (focus === "draft") view.focus();
  },
  apply(finding) {
    if (finding.fix === null) return;
    const at = shownIn(view.state).findIndex((each) => idOf(each) === idOf(finding));
    view.dispatch(editing(finding.fix.edits));
    announce("Applied.");
    selectAt(at);
  },
  ignore(finding, whole) {
    void attempt(async () => {
      const answer = await askReason(finding.rule, whole);
      if (answer === null) return;
      const text = view.state.doc.toString();
      const { edits } = await ask("ignore", { path: draft.path, text, rule: finding.rule, start: finding.start, end: finding.end, ...answer });
      if (view.state.doc.toString() !== text) throw new Error("The draft changed meanwhile. Try again.");
      view.dispatch(editing(edits));
      announce("Ignored. A comment in the draft says so.");
    });
  },
  accept(finding) {
    void attempt(async () => {
      const word = finding.accept;
      if (word === null) return;
      const { file } = await ask("accept", { path: draft.path, word });
      notify(`“${word}” is accepted from now on: it stands in ${file}.`);
      checking.anew();
    });
  },
};

/** Look at the finding with a number among those shown, or at the last one; at none if none is left. */
function selectAt(at: number): void {
  const shown = shownIn(view.state);
  const finding = shown[Math.min(at, shown.length - 1)];
  if (finding) acting.select(finding, "card");
}

/** Look at the next finding after the cursor, or at the one before it; round the end to the other end. */
function step(by: 1 | -1): boolean {
  const shown = shownIn(view.state);
  if (shown.length === 0) {
    announce("There is no finding.");
    return true;
  }
  const active = activeIn(view.state);
  const { from, to } = view.state.selection.main;
  const near = active !== null && active.start <= to && from <= active.end; // else the cursor has gone elsewhere
  const at = near ? shown.findIndex((finding) => idOf(finding) === idOf(active)) : -1;
  let next: number;
  if (at >= 0) next = (at + by + shown.length) % shown.length;
  else if (by === 1) next = Math.max(0, shown.findIndex((finding) => finding.start >= to));
  else next = shown.findLastIndex((finding) => finding.start < from);
  const finding = shown.at(next);
  if (!finding) return true;
  acting.select(finding, "card");
  announce(`${shown.indexOf(finding) + 1} of ${shown.length}, ${finding.severity}: ${finding.message}`);
  return true;
}

function withActive(act: (finding: Finding) => void): boolean {
  const active = activeIn(view.state) ?? findingAt(view.state, view.state.selection.main.head);
  if (active) act(active);
  return active !== null;
}

const listening: Listening = {
  keys: [
    { key: "F8", run: () => step(1), shift: () => step(-1) },
    { key: "Alt-Enter", run: () => withActive(acting.apply) },
    { key: "Alt-i", run: () => withActive((finding) => acting.ignore(finding, false)) },
    { key: "Mod-s", preventDefault: true, run: () => { void attempt(() => draft.save()); return true; } },
  ],
  changed(update) {
    if (update.docChanged) {
      checking.changed(update);
      draft.show();
    }
    if (update.selectionSet && !update.docChanged && update.transactions.every((one) => one.effects.length === 0)) {
      const here = findingAt(update.state, update.state.selection.main.head);
      if (here && idOf(here) !== update.state.field(marks).active && update.state.selection.main.empty) {
        queueMicrotask(() => view.dispatch({ effects: setActive.of(idOf(here)) }));
        announce(`${here.severity}: ${here.message}`);
      }
    }
    if (update.docChanged) renderSoon();
    else render();
  },
  pointed(id) {
    view.dispatch({ effects: setActive.of(id) });
  },
};

let soon = false;

/** Show what has changed with the next frame: while one types, several keys may come before that. */
function renderSoon(): void {
  if (soon) return;
  soon = true;
  requestAnimationFrame(() => { soon = false; render(); });
}

/** Show what has changed of the findings. */
function render(): void {
  const { findings, active, hidden } = view.state.field(marks);
  if (findings === listed && active === listedActive && hidden === listedHidden) return;
  const moved = active !== listedActive;
  [listed, listedActive, listedHidden] = [findings, active, hidden];
  const text = view.state.doc.toString();
  const shown = shownIn(view.state);
  showCards(byId("cards"), shown, active, rules, text, acting);
  showBar(findings, hidden, (group) => {
    const now = new Set(view.state.field(marks).hidden);
    if (!now.delete(group)) now.add(group);
    view.dispatch({ effects: setHidden.of(now) });
  });
  const looked = activeIn(view.state);
  byId("sheet").replaceChildren(...(looked ? [card(looked, true, rules[looked.rule], text, acting)] : []));
  byId("step-place").textContent = shown.length === 0 ? "No findings" : looked
    ? `${shown.findIndex((finding) => idOf(finding) === active) + 1} of ${shown.length}` : `${shown.length} found`;
  if (moved && active) {
    byId("cards").querySelector(`[data-card="${CSS.escape(active)}"]`)?.scrollIntoView({ block: "nearest" });
  }
}

const minding: Minding = {
  goTo(claim) {
    if (claim.end > view.state.doc.length) return;
    if (matchMedia("(max-width: 60rem)").matches) showTab("draft");
    view.dispatch({
      selection: { anchor: claim.start, head: claim.end }, effects: EditorView.scrollIntoView(claim.start, { y: "center" }),
    });
    view.focus();
  },
  save: (text) => void attempt(async () => {
    if (facts === null) return;
    if (facts.file === null) {
      await ask("facts", { path: "", text: "", facts: text }); // where it is no YAML, this says so
      given = text;
    } else {
      await ask("save", { path: facts.file, text, version: facts.version });
      notify(`Saved ${facts.file}.`);
    }
    holdFacts(text);
    checking.anew();
  }),
};

async function refreshFacts(): Promise<void> {
  if (tabShown() !== "facts") return;
  facts = await ask("facts", { path: draft.path, text: view.state.doc.toString(), facts: given });
  showFacts(facts, minding);
}

function done(checked: Checked, full: boolean): void {
  rules = { ...rules, ...checked.rules };
  showMeasures(view.state.doc.length > 0 ? checked.measures : null);
  showBusy(!full);
  byId("troubles").replaceChildren(
    ...checked.errors.map((error) => h("li", {}, sentence(error))),
    ...checked.notices.map((words) => h("li", { class: "notice" }, words)));
  if (full) {
    const number = shownIn(view.state).length;
    byId("checked").textContent = number === 0 ? "Checked. Nothing to underline." : `Checked. ${number} to look at.`;
    byId("empty").dataset.empty = String(view.state.doc.length === 0);
    void attempt(refreshFacts);
  }
  render();
}

const view = makeEditor(byId("editor"), listening);
const draft = new Draft({
  text: () => view.state.doc.toString(),
  besides: () => factsUnsaved(),
  load(text, name) {
    load(view, text, name, listening);
    byId("checked").textContent = "";
    holdFacts("");
    given = null;
    rules = {};
    checking.anew();
    render();
  },
  named() {
    if (given !== null) keepFacts();
    given = null;
    checking.anew();
  },
});
const checking = new Checking(view, {
  path: () => draft.path,
  facts: () => given,
  started: () => showBusy(true),
  done,
  failed(trouble) {
    showBusy(false);
    notify(trouble.message, true);
  },
});

function start(): void {
  const asked = takeToken();
  startTheme();
  startFacts(minding);
  startTabs(() => void attempt(refreshFacts));
  byId("open").onclick = () => void attempt(() => draft.choose());
  byId("save").onclick = () => void attempt(() => draft.save());
  byId("copy").onclick = () => void attempt(async () => {
    await navigator.clipboard.writeText(view.state.doc.toString());
    notify("The draft is copied.");
  });
  byId("keys").onclick = showKeys;
  byId("fix-all").onclick = () => {
    const safe = safeTogether(shownIn(view.state));
    view.dispatch(editing(safe.flatMap((finding) => finding.fix?.edits ?? [])));
    notify(`${safe.length} applied. Undo takes them all back.`);
  };
  byId("next").onclick = () => step(1);
  byId("previous").onclick = () => step(-1);
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const cards = byId("cards").contains(event.target as Node) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const acts: Record<string, () => unknown> = cards ? {
      n: () => step(1), p: () => step(-1), a: () => withActive(acting.apply), i: () => withActive((f) => acting.ignore(f, false)),
      w: () => withActive((f) => { acting.accept(f); }), Escape: () => view.focus(),
    } : {};
    const act = acts[event.key] ?? (event.key === "F8" ? () => step(event.shiftKey ? -1 : 1)
      : (event.ctrlKey || event.metaKey) && event.key === "s" ? () => void attempt(() => draft.save()) : undefined);
    if (act) {
      event.preventDefault();
      act();
    }
  });
  addEventListener("focus", () => void attempt(() => draft.refresh()));
  draft.show();
  const path = asked.get("open");
  if (path) void attempt(() => draft.open(path));
  else checking.anew();
}

start();

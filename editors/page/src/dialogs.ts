// The dialogs: which draft to open, the name of a new one, the reason to ignore a finding, the keys.

import { h, byId, count } from "./dom";
import { ask } from "./server";

const MOST_SHOWN = 200;

/** Show a dialog and return the value with which it was closed; empty if by Escape. */
function answered(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

export type Choice = { path: string } | { file: File } | "new" | null;

/** Let somebody choose a draft: one of the folder, a file of theirs, or an empty one. */
export async function chooseDraft(): Promise<Choice> {
  let folder = "";
  let drafts: string[] = [];
  const dialog = byId<HTMLDialogElement>("open-dialog");
  const seek = byId<HTMLInputElement>("open-seek");
  const list = byId("open-list");
  let file: File | null = null;
  const show = (): void => {
    const words = seek.value.toLowerCase().split(/\s+/);
    const found = drafts.filter((path) => words.every((word) => path.toLowerCase().includes(word)));
    list.replaceChildren(...found.slice(0, MOST_SHOWN).map((path) => {
      const at = path.lastIndexOf("/") + 1;
      return h("li", {}, h("button", { type: "button", click: () => dialog.close(`open ${path}`) },
        h("span", { class: "soft" }, path.slice(0, at)), path.slice(at)));
    }));
    byId("open-count").textContent = found.length > MOST_SHOWN
      ? `The first ${MOST_SHOWN} of ${found.length} drafts in ${folder}` : `${count(found.length, "draft")} in ${folder}`;
  };
  seek.value = "";
  seek.oninput = show;
  list.replaceChildren();
  byId("open-count").textContent = "Looking for drafts…";
  void ask("drafts", {}).then((found) => { ({ folder, drafts } = found); show(); },
    (trouble: Error) => { byId("open-count").textContent = trouble.message; });
  const chosen = byId<HTMLInputElement>("open-file");
  chosen.value = "";
  chosen.onchange = () => { file = chosen.files?.[0] ?? null; if (file) dialog.close("file"); };
  const answer = await answered(dialog);
  if (answer.startsWith("open ")) return { path: answer.slice(5) };
  if (answer === "file" && file) return { file };
  return answer === "new" ? "new" : null;
}

/** Ask for a name to save under; null if there is to be none. */
export async function askName(suggestion: string): Promise<string | null> {
  const name = byId<HTMLInputElement>("name-value");
  name.value = suggestion;
  const answer = await answered(byId<HTMLDialogElement>("name-dialog"));
  return answer === "save" && name.value.trim() ? name.value.trim() : null;
}

/** Ask why a finding is ignored, and whether its rule is to be silent in the whole draft; null if it is not. */
export async function askReason(rule: string, whole: boolean): Promise<{ reason: string; whole: boolean } | null> {
  byId("ignore-rule").textContent = rule;
  byId<HTMLInputElement>("ignore-reason").value = "";
  byId<HTMLInputElement>(whole ? "ignore-whole" : "ignore-here").checked = true;
  const answer = await answered(byId<HTMLDialogElement>("ignore-dialog"));
  if (answer !== "ignore") return null;
  return { reason: byId<HTMLInputElement>("ignore-reason").value.trim(), whole: byId<HTMLInputElement>("ignore-whole").checked };
}

/** Ask a question with two answers. */
export async function confirmed(question: string, yes: string): Promise<boolean> {
  byId("sure-question").textContent = question;
  byId("sure-yes").textContent = yes;
  return (await answered(byId<HTMLDialogElement>("sure-dialog"))) === "yes";
}

/** Show the keys. */
export function showKeys(): void {
  byId<HTMLDialogElement>("keys-dialog").showModal();
}

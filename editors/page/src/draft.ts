// The draft that is in the editor: its name, whether it is saved, and how it is opened and written back.

import { byId, notify } from "./dom";
import { askName, chooseDraft, confirmed } from "./dialogs";
import { Trouble, ask } from "./server";

export interface Holding {
  text(): string;
  /** Tell whether something beside the draft would be lost with it. */
  besides(): boolean;
  load(text: string, name: string): void;
  named(): void;
}

export class Draft {
  /** The path in the folder; empty for a draft that has no file there. */
  path = "";
  private version: string | null = null;
  private name = "";
  private saved = "";

  constructor(private readonly holding: Holding) {
    addEventListener("beforeunload", (event) => { if (this.unsaved() || this.holding.besides()) event.preventDefault(); });
  }

  unsaved(): boolean { return this.holding.text() !== this.saved; }

  /** Show the name and whether the draft is saved. */
  show(): void {
    const unsaved = this.unsaved();
    const name = this.path || this.name || "New draft";
    byId("file-name").textContent = name;
    byId("file-state").textContent = unsaved ? "not saved" : this.path ? "saved" : "";
    byId("file-state").dataset.unsaved = String(unsaved);
    byId<HTMLButtonElement>("save").disabled = !unsaved;
    document.title = `${unsaved ? "• " : ""}${name} – reviewlint`;
  }

  /** Let somebody choose another draft. */
  async choose(): Promise<void> {
    const choice = await chooseDraft();
    if (choice === null || !(await this.mayLeave())) return;
    if (choice === "new") this.put("", "", "", null);
    else if ("path" in choice) await this.open(choice.path);
    else this.put((await choice.file.text()).replaceAll(/\r\n?/g, "\n").replace(/^\uFEFF/, ""), "", choice.file.name, null);
  }

  /** Open a draft of the folder. */
  async open(path: string): Promise<void> {
    const { text, version } = await ask("open", { path });
    this.put(text, path, path, version);
  }

  /** Take over what another program has written into the file, where nothing here would be lost. */
  async refresh(): Promise<void> {
    if (!this.path || this.unsaved()) return;
    const { path } = this;
    const { text, version } = await ask("open", { path });
    if (path !== this.path || version === this.version || this.unsaved()) return;
    this.put(text, path, path, version);
    notify(`${path} was changed by another program; this is the new text.`);
  }

  /** Write the draft into its file, or ask for a name. */
  async save(): Promise<void> {
    if (!this.path) {
      const name = await askName(this.name || "draft.md");
      if (name === null) return;
      await this.write(name, null);
      return;
    }
    await this.write(this.path, this.version);
  }

  private async write(path: string, version: string | null): Promise<void> {
    const text = this.holding.text();
    try {
      ({ version: this.version } = await ask("save", { path, text, version }));
    } catch (trouble) {
      if (!(trouble instanceof Trouble && trouble.changed)) throw trouble;
      const question = version === null ? `${path} is there already.` : `${path} has changed on the disk since it was opened here.`;
      if (!(await confirmed(`${question} Put this text in its place?`, "Replace it"))) return;
      const there = await ask("open", { path });
      ({ version: this.version } = await ask("save", { path, text, version: there.version }));
    }
    const renamed = path !== this.path;
    this.path = this.name = path;
    this.saved = text;
    this.show();
    if (renamed) this.holding.named();
    notify(`Saved ${path}.`);
  }

  private put(text: string, path: string, name: string, version: string | null): void {
    this.path = path;
    this.name = name;
    this.version = version;
    this.saved = path || !text ? text : ""; // a file from elsewhere is not saved here
    this.holding.load(text, name || "draft.md");
    this.show();
  }

  private async mayLeave(): Promise<boolean> {
    const lost = this.unsaved() ? "This draft is not saved." : this.holding.besides() ? "The facts are not saved." : "";
    return lost === "" || confirmed(`${lost} Leave all the same?`, "Leave it");
  }
}

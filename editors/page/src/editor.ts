// The editor: a draft as text that wraps, with the findings underlined.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, keymap, placeholder, type KeyBinding, type ViewUpdate } from "@codemirror/view";
import { markdown } from "./markdown";
import { marks } from "./marks";

export interface Listening {
  keys: KeyBinding[];
  changed(update: ViewUpdate): void;
  pointed(id: string): void;
}

/** Return the editor, put into an element. The nonce lets the editor's own style through the page's policy. */
export function makeEditor(parent: HTMLElement, listening: Listening): EditorView {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="nonce"]')?.content ?? "";
  return new EditorView({ parent, state: stateOf("", "draft.md", listening, nonce) });
}

/** Put another draft into the editor; what was there before cannot come back by undo. */
export function load(view: EditorView, text: string, name: string, listening: Listening): void {
  const nonce = view.state.facet(EditorView.cspNonce);
  view.setState(stateOf(text, name, listening, nonce));
}

function stateOf(text: string, name: string, listening: Listening, nonce: string): EditorState {
  const extensions: Extension[] = [
    EditorView.cspNonce.of(nonce),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": "Draft", "aria-describedby": "keys-hint", spellcheck: "false", autocapitalize: "sentences", lang: "en",
    }),
    EditorView.editorAttributes.of(isHardWrapped(text) ? { class: "hard-wrapped" } : {}),
    history(),
    drawSelection(),
    search({ top: true }),
    placeholder("Write or paste a draft here, or open one."),
    keymap.of([...listening.keys, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    marks,
    EditorView.updateListener.of(listening.changed),
    EditorView.domEventHandlers({
      click(event) {
        const mark = (event.target as Element).closest<HTMLElement>("[data-finding]");
        if (mark?.dataset.finding) listening.pointed(mark.dataset.finding);
        return false;
      },
    }),
    /\.(?:txt|text|html?|xhtml)$/i.test(name) ? [] : markdown,
  ];
  return EditorState.create({ doc: text, extensions });
}

/** Tell whether a text has line breaks within its paragraphs, as editors for code make them; such lines need room. */
export function isHardWrapped(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.length > 0);
  const long = lines.filter((line) => line.length > 60);
  return long.length > 5 && long.filter((line) => line.length <= 120).length > 0.8 * long.length;
}

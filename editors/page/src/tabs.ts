// The tabs of the margin; in a narrow window the draft is one of them.

import { byId } from "./dom";

export type Tab = "draft" | "findings" | "facts";
const TABS: Tab[] = ["draft", "findings", "facts"];
let shown: Tab = "findings";

/** Let the tabs work, by pointer and by the arrow keys. */
export function startTabs(changed: () => void): void {
  const narrow = matchMedia("(max-width: 60rem)");
  for (const tab of TABS) {
    const button = byId(`tab-${tab}`);
    button.onclick = () => { showTab(tab); changed(); };
    button.onkeydown = (event) => {
      const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const there = narrow.matches ? TABS : TABS.slice(1);
      const next = by && there[(there.indexOf(tab) + by + there.length) % there.length];
      if (!next) return;
      event.preventDefault();
      showTab(next);
      changed();
      byId(`tab-${next}`).focus();
    };
  }
  const fit = (): void => { showTab(narrow.matches ? "draft" : shown === "draft" ? "findings" : shown); changed(); };
  narrow.addEventListener("change", fit);
  fit();
}

/** Show a tab. */
export function showTab(tab: Tab): void {
  shown = tab;
  document.body.dataset.tab = tab;
  for (const each of TABS) {
    const button = byId(`tab-${each}`);
    button.setAttribute("aria-selected", String(each === tab));
    button.tabIndex = each === tab ? 0 : -1;
    if (each !== "draft") byId(`panel-${each}`).hidden = each !== tab;
  }
}

/** Return the tab that is shown. */
export const tabShown = (): Tab => shown;

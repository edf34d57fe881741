// Light or dark: as the system asks, unless somebody chooses.

import { byId } from "./dom";

const KEY = "reviewlint-theme";
const NEXT: Record<string, string> = { system: "light", light: "dark", dark: "system" };

/** Let the button choose, and remember the choice. */
export function startTheme(): void {
  const button = byId("theme");
  const show = (theme: string): void => {
    document.documentElement.dataset.theme = theme;
    button.textContent = theme === "system" ? "Auto" : theme === "light" ? "Light" : "Dark";
    button.setAttribute("aria-label", `Colours: ${button.textContent}`);
  };
  show(localStorage.getItem(KEY) ?? "system");
  button.onclick = () => {
    const next = NEXT[document.documentElement.dataset.theme ?? "system"] ?? "system";
    localStorage.setItem(KEY, next);
    show(next);
  };
}

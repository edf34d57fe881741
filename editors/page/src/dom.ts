// Small helpers to make elements. Text is always set as text, never as markup.

type Child = Node | string | null | false;
type Attributes = Record<string, string | number | boolean | null | ((event: Event) => void)>;

/** Make an element. A function among the attributes listens to the event of its name; null and false leave one out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

/** Return the element of the page with an id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found as T;
}

/** Let screen readers say something, without moving the focus. */
export function announce(words: string): void {
  byId("announced").textContent = words;
}

let shown: ReturnType<typeof setTimeout> | undefined;

/** Show a short notice at the foot of the page, and announce it. */
export function notify(words: string, trouble = false): void {
  const notice = byId("notice");
  notice.textContent = words;
  notice.classList.toggle("trouble", trouble);
  notice.hidden = false;
  clearTimeout(shown);
  shown = setTimeout(() => { notice.hidden = true; }, trouble ? 9000 : 4000);
}

/** Return “1 finding” or “3 findings”. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

// Writes a fact into the text of a facts file, and leaves the rest of it as it is.

const PLAIN = /^[\p{L}\d][\p{L}\d .'’()&!-]*$/u;
const OTHER = /^(?:true|false|null|yes|no|on|off)$/i; // words that are no text in YAML

/** Return the text with one more value under a key: a new line, or a list with what stands there; null if neither fits. */
export function withFact(text: string, key: string, value: string): string | null {
  const scalar = PLAIN.test(value) && !OTHER.test(value) ? value : JSON.stringify(value);
  if (!new RegExp(`^${key}:`, "m").test(text)) {
    return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${key}: ${scalar}\n`;
  }
  const single = new RegExp(`^${key}:[ \\t]+([^\\s#{\\[&*|>][^\\n#]*?)[ \\t]*$`, "m");
  if (single.test(text)) return text.replace(single, (_, old: string) => `${key}:\n  - ${old}\n  - ${scalar}`);
  const list = new RegExp(`^${key}:[ \\t]*\\n(?:([ \\t]*)- [^\\n]*(?:\\n|$)(?:\\1[ \\t]+[^\\n]*(?:\\n|$))*)+`, "m");
  if (list.test(text)) {
    return text.replace(list, (all, indent: string) => `${all}${all.endsWith("\n") ? "" : "\n"}${indent}- ${scalar}\n`);
  }
  return null;
}

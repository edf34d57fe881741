// Markdown with front matter, shown as a text rather than as code.

import { HighlightStyle, Language, defineLanguageFacet, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { GFM, parser, type MarkdownConfig } from "@lezer/markdown";

const FENCES = ["---", "+++"];

const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: "FrontMatter", block: true, style: tags.meta }],
  parseBlock: [{
    name: "FrontMatter",
    before: "HorizontalRule",
    parse(context, line) {
      const fence = line.text.trimEnd();
      if (context.lineStart !== 0 || !FENCES.includes(fence)) return false;
      const start = context.lineStart;
      while (context.nextLine() && line.text.trimEnd() !== fence);
      const end = context.lineStart + line.text.length;
      context.nextLine();
      context.addElement(context.elt("FrontMatter", start, end));
      return true;
    },
  }],
};

const language = new Language(defineLanguageFacet({ commentTokens: { block: { open: "<!--", close: "-->" } } }),
  parser.configure([GFM, frontMatter]), [], "markdown");

const look = HighlightStyle.define([
  { tag: tags.heading1, class: "text-h1" },
  { tag: tags.heading2, class: "text-h2" },
  { tag: [tags.heading3, tags.heading4, tags.heading5, tags.heading6], class: "text-h3" },
  { tag: tags.emphasis, class: "text-em" },
  { tag: tags.strong, class: "text-strong" },
  { tag: tags.strikethrough, class: "text-gone" },
  { tag: [tags.monospace, tags.meta], class: "text-code" },
  { tag: [tags.processingInstruction, tags.comment, tags.contentSeparator, tags.url], class: "text-sign" },
  { tag: tags.quote, class: "text-quote" },
]);

/** How a Markdown draft looks. */
export const markdown = [language, syntaxHighlighting(look)];

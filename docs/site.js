// Names what the theme leaves without a name, for screen readers, and lets the keyboard reach tables that scroll.
function name() {
  document.querySelector("nav.md-path")?.setAttribute("aria-label", "Path");
  for (const nav of document.querySelectorAll("nav.md-code__nav")) nav.setAttribute("role", "presentation");
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    wrap.tabIndex = 0;
  }
}
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
name();

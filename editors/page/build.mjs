// Bundles the page into the package: `node build.mjs`. With --check nothing is written, and the exit status is 1 where
// what is shipped is not what these sources make.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, mkdirSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../../src/reviewlint/serve/page");
const options = { bundle: true, minify: true, write: false, absWorkingDir: here, target: "es2022", charset: "utf8", legalComments: "none" };

const script = await build({ ...options, entryPoints: ["src/main.ts"], format: "esm", metafile: true });
const style = await build({ ...options, entryPoints: ["src/style.css"] });

/** Return the licences of all packages that are in the bundle. */
function licences(inputs) {
  const packages = new Set(Object.keys(inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  const parts = [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.md", "LICENCE", "license"].find((each) => existsSync(join(folder, each)));
    if (about.license !== "MIT" || !file) throw new Error(`${name}: its licence is ${about.license}, and its text ${file}`);
    return `${name} ${about.version} (${about.license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return `page.js was made from the sources of reviewlint and from these packages.\n\n${parts.join(`\n${"-".repeat(72)}\n\n`)}`;
}

const files = {
  "index.html": readFileSync(join(here, "src/index.html"), "utf8"),
  "icon.svg": readFileSync(join(here, "src/icon.svg"), "utf8"),
  "page.js": script.outputFiles[0].text,
  "page.css": style.outputFiles[0].text,
  "licences.txt": licences(script.metafile.inputs),
};
const sum = (text) => createHash("sha256").update(text).digest("hex");
files["SHA256SUMS"] = Object.entries(files).map(([name, text]) => `${sum(text)}  ${name}\n`).join("");

let stale = false;
for (const [name, text] of Object.entries(files)) {
  const path = join(out, name);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  stale = true;
  if (process.argv.includes("--check")) console.error(`${name} is not what editors/page makes. Run: npm ci && npm run build`);
  else { mkdirSync(out, { recursive: true }); writeFileSync(path, text); console.log(`wrote ${name}, ${text.length} characters`); }
}
process.exitCode = stale && process.argv.includes("--check") ? 1 : 0;

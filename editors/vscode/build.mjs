// Bundles the extension into dist, with the licences of what is in the bundle: `node build.mjs`.

import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const { metafile } = await build({
  absWorkingDir: here,
  bundle: true,
  entryPoints: ["src/extension.ts"],
  external: ["vscode"],
  format: "cjs",
  metafile: true,
  minify: true,
  outfile: "dist/extension.js",
  platform: "node",
  target: "node20",
});

const folders = Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
const parts = [...new Set(folders)].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
  const file = readdirSync(join(here, folder)).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name}: the text of its licence, ${license}, is missing.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(here, folder, file), "utf8").trim()}\n`;
});
const head = "extension.js was made from the sources of reviewlint, whose licence is in LICENSE, and from these packages.";
writeFileSync(join(here, "dist/licences.txt"), [`${head}\n`, ...parts].join(`\n${"-".repeat(72)}\n\n`));

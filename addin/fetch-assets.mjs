// Brings what the pages load in a browser from npm into wwwroot/lib. The build runs it when package-lock.json or this
// file is newer than wwwroot/lib/versions.json, which is written last. Two builds may run it at once.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(here, "node_modules");
const lib = path.join(here, "wwwroot", "lib");
const lock = path.join(here, "obj", "fetch-assets.lock");
const installed = path.join(modules, ".installed");

/** Served name ← file in node_modules. */
const files = {
  "adaptivecards.min.js": "adaptivecards/dist/adaptivecards.min.js",
  "adaptivecards.css": "adaptivecards/dist/adaptivecards.css",
  "teams-light.json": "adaptivecards-designer/lib/hostConfigs/microsoft-teams-light.json",
  "teams-dark.json": "adaptivecards-designer/lib/hostConfigs/microsoft-teams-dark.json",
  "markdown-it.min.js": "markdown-it/dist/browser/markdown-it.umd.min.js",
  "htmx.min.js": "htmx.org/dist/htmx.min.js",
};

/** Served folder ← folder of modules in node_modules that import each other by name. */
const folders = { "postal-mime": "postal-mime/dist/esm" };

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(`Node 20 or newer is needed to build the pages; this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(3);
}

await alone(() => {
  const wanted = createHash("sha256").update(fs.readFileSync(path.join(here, "package-lock.json"))).digest("hex");
  if (read(installed) !== wanted) {
    install();
    fs.writeFileSync(installed, wanted);
  }

  fs.mkdirSync(lib, { recursive: true });
  for (const [name, source] of Object.entries(files)) {
    put(name, withoutSourceMap(fs.readFileSync(path.join(modules, source), "utf8")));
  }
  for (const [name, source] of Object.entries(folders)) {
    fs.mkdirSync(path.join(lib, name), { recursive: true });
    for (const file of fs.readdirSync(path.join(modules, source)).filter((f) => f.endsWith(".js"))) {
      put(`${name}/${file}`, withoutSourceMap(fs.readFileSync(path.join(modules, source, file), "utf8")));
    }
  }
  put("fluent-tokens.css", fluentTokens());
  put("LICENSES.txt", licenses());
  put("versions.json", JSON.stringify(versions(), null, 2) + "\n");
  const now = new Date();
  fs.utimesSync(path.join(lib, "versions.json"), now, now);
});

function install() {
  // npm is a script that Windows only starts through a shell.
  const npm = spawnSync("npm ci --ignore-scripts --no-audit --no-fund --loglevel=error", {
    cwd: here, shell: true, stdio: ["ignore", "ignore", "inherit"],
  });
  if (npm.status !== 0) {
    console.error("npm could not bring the pages' packages: see above. The build needs the npm registry the first time.");
    process.exit(4);
  }
}

/** Fluent's design tokens as CSS variables, light and dark, so that pages are styled before any script runs. */
function fluentTokens() {
  const { teamsLightTheme, teamsDarkTheme } = createRequire(import.meta.url)("@fluentui/tokens");
  const variables = (theme) => Object.entries(theme).map(([name, value]) => `  --${name}: ${value};`).join("\n");
  const changed = Object.fromEntries(
    Object.entries(teamsDarkTheme).filter(([name, value]) => teamsLightTheme[name] !== value));
  return `:root {\n  color-scheme: light dark;\n${variables(teamsLightTheme)}\n}\n`
    + `:root[data-theme="dark"] {\n${variables(changed)}\n}\n`
    + `@media (prefers-color-scheme: dark) {\n:root:not([data-theme="light"]) {\n${variables(changed)}\n}\n}\n`;
}

function packages() {
  return Object.keys(JSON.parse(read(path.join(here, "package.json"))).dependencies);
}

function versions() {
  return Object.fromEntries(packages().map(
    (name) => [name, JSON.parse(read(path.join(modules, name, "package.json"))).version]));
}

function licenses() {
  return packages().map((name) => {
    const text = read(path.join(modules, name, "LICENSE"));
    const { license, author } = JSON.parse(read(path.join(modules, name, "package.json")));
    return `${name}\n\n${text || `${license}, ${author?.name ?? author}`}\n`;
  }).join("\n----\n\n");
}

function withoutSourceMap(text) {
  return text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n").replace(/\n\/\*# sourceMappingURL=.*\*\/\s*$/, "\n");
}

/** Writes a file whole or not at all, and leaves one that is the same alone. */
function put(name, text) {
  const target = path.join(lib, name);
  if (read(target) === text) {
    return;
  }
  const half = path.join(here, "obj", `${path.basename(name)}.${process.pid}`);
  fs.writeFileSync(half, text);
  fs.renameSync(half, target);
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}

/** Runs the work while no other process does; a lock whose process is gone, or older than ten minutes, is taken over. */
async function alone(work) {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  const until = Date.now() + 10 * 60_000;
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") {
        throw error;
      }
    }
    const holder = Number(read(lock));
    if ((holder && !lives(holder)) || Date.now() > until) {
      fs.rmSync(lock, { force: true });
    } else {
      await new Promise((resume) => setTimeout(resume, 200));
    }
  }
  process.on("exit", () => fs.rmSync(lock, { force: true }));
  work();
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

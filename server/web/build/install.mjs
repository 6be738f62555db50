// Runs `npm ci` unless node_modules was installed from this very lock file, so that a second build needs neither the time nor
// the network. The stamp lies inside node_modules and vanishes with it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The page is built with Node.js 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

const web = new URL("../", import.meta.url);
const stamp = new URL("node_modules/.marrow-lock-sha256", web);
const hash = createHash("sha256")
  .update(process.version)
  .update(readFileSync(new URL("package.json", web)))
  .update(readFileSync(new URL("package-lock.json", web)))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: fileURLToPath(web), stdio: "inherit" });
  if (npm.error !== undefined) {
    console.error(`npm cannot be started (${npm.error.message}); it comes with Node.js and is needed to build the page.`);
  }
  if (npm.status !== 0) {
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, hash);
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type Browser } from "playwright-core";
import { browserPath } from "../settings.ts";

const cache = fileURLToPath(new URL("../../node_modules/.cache", import.meta.url));

/** Chromium's package holds the program, the libraries that a bare machine lacks, and a font, each compressed. */
const packageFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");

const FONTS = (folder: string): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`;

/** Unpacks the browser once, whole or not at all: another process may be doing the same. */
function unpacked(): string {
  const from = packageFolder();
  const { version } = JSON.parse(readFileSync(join(from, "package.json"), "utf8")) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const part = (name: string): Buffer => brotliDecompressSync(readFileSync(join(from, "bin", name)));
  writeFileSync(join(making, "chromium"), part("chromium.br"), { mode: 0o755 });
  for (const archive of ["al2023.tar.br", "fonts.tar.br"])
    execFileSync("tar", ["-x", "-C", making], { input: part(archive) });
  writeFileSync(join(making, "fonts.conf"), FONTS(folder));
  try {
    renameSync(making, folder);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

// Without the last three it asks the network for updates and lists that no test needs.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A Chromium for tests and pictures: the one that LP_BROWSER names, else the one that npm brought along (Linux, x64).
 * `flags`: of Chromium's command line, besides those of every run.
 */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const given = browserPath();
  const args = [...FLAGS, ...flags];
  if (given !== undefined) return chromium.launch({ executablePath: given, args });
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No browser comes along for this machine. Set LP_BROWSER to the path of a Chromium or Chrome.");
  }
  const folder = unpacked();
  const env = { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf"), HOME: folder };
  return chromium.launch({ executablePath: join(folder, "chromium"), args, env });
}

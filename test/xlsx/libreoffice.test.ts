import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "../../xlsx/write-workbook.ts";
import { example } from "./written-example.ts";

// Comma, quotation mark, UTF-8, and cells as they are shown: otherwise dates come out in the order of the machine's language.
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true";
const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

describe.skipIf(!hasLibreOffice)("LibreOffice, where it is installed,", () => {
  it("opens a written workbook, keeps the result of a cell's function that it does not know, and prints it", () => {
    const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
    try {
      const file = join(folder, "example.xlsx");
      writeFileSync(file, writeWorkbook(example));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      for (const format of [CSV, "pdf"]) {
        execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, file], {
          stdio: "ignore",
        });
      }
      const csv = readFileSync(join(folder, "example.csv"), "utf8");
      // Only of a formula for one cell: one that spills it calculates anew, and shows #NAME?.
      expect(csv).toContain("C-1,Ann O'Neil,30/11/2024,Eligible");
      expect(statSync(join(folder, "example.pdf")).size).toBeGreaterThan(1000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

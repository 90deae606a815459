const TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
};

/** Hands a file to the browser to keep. */
export function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: TYPES[name.slice(-4)] ?? "" }));
  link.download = name;
  link.click();
  // Browsers read the address a moment after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** The name of a file that was edited: "cases.xlsx" is offered as "cases (workbench).xlsx", one with macros as what it is. */
export const editedName = (name: string): string =>
  `${name.replace(/( \(workbench\))?\.xls[xm]$/i, "")} (workbench).${/\.xlsm$/i.test(name) ? "xlsm" : "xlsx"}`;

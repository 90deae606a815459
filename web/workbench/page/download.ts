const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands a file to the browser to keep. */
export function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: TYPE }));
  link.download = name;
  link.click();
  // Browsers read the address a moment after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** The name of a file that was edited: "cases.xlsx" is offered as "cases (workbench).xlsx". */
export const editedName = (name: string): string =>
  `${name.replace(/( \(workbench\))?\.xls[xm]$/i, "")} (workbench).xlsx`;

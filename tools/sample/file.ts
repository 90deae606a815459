/** Where the sample workbook lies. */
export const SAMPLE_FILE = new URL("../../addin/workbench/sample/allocations.xlsx", import.meta.url);

/** Where the sample workbook lies. */
export const SAMPLE_FILE = new URL("../../web/workbench/sample/allocations.xlsx", import.meta.url);

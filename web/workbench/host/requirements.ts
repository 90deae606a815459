/** Requirement sets to their highest version, as `isSetSupported` knows them. */
export type RequirementSets = Readonly<Record<string, string>>;

/** Excel for Windows of Microsoft 365 at the time of writing, as far as this host goes. */
export const CURRENT_EXCEL: RequirementSets = {
  ExcelApi: "1.20",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.5",
  AddinCommands: "1.1",
  DialogApi: "1.2",
  KeyboardShortcuts: "1.1",
  RibbonApi: "1.1",
  // How the client and its host talk of functions, rather than anything that an add-in asks for.
  CustomFunctions: "1.7",
  DelayForCellEdit: "1.1",
};

const parts = (version: string): number[] => version.split(".").map(Number);

/** Whether a set is there in a version or a later one; versions count by their parts: 1.10 comes after 1.9. */
export function isAtLeast(sets: RequirementSets, name: string, version: string | number = "1.1"): boolean {
  const entry = Object.entries(sets).find(([known]) => known.toLowerCase() === name.toLowerCase());
  if (!entry) return false;
  const [major = 0, minor = 0] = parts(entry[1]);
  const [wantedMajor = 0, wantedMinor = 0] = parts(String(version));
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

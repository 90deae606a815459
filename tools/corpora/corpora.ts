/** A repository of somebody else's with workbooks for testing, at the commit that is read. */
export interface Corpus {
  /** As GitHub spells it: owner and name. */
  readonly repository: string;
  readonly commit: string;
}

/** Workbooks that other people's readers and writers are tested with. They are fetched when they are wanted and never kept here. */
export const CORPORA: readonly Corpus[] = [
  { repository: "SheetJS/test_files", commit: "fb4bdf0158ba308c182f82663b61607bb79cd4b5" },
  { repository: "tafia/calamine", commit: "263762c8e98ef25da8511d9c5ea1783493e3bf6d" },
  { repository: "exceljs/exceljs", commit: "5bed18b45e824f409b08456b59b87430ded023ab" },
  { repository: "ClosedXML/ClosedXML", commit: "f77503d58e0edaefea5108739548d1568fe377e6" },
  { repository: "apache/poi", commit: "a528d43590b3f71aa94310de881a35af887fdd0f" },
  { repository: "PHPOffice/PhpSpreadsheet", commit: "11645d54ac203be6693309f0cd5153a4dfbf3761" },
  { repository: "jmcnamara/XlsxWriter", commit: "cf3fe78d3eab5e4c7d825d4451af3a60e2a04011" },
];

/** What the parts of a workbook are, before the word that says it: "….worksheet+xml". */
export const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Where parts of Office lead, before the word that says it: "…/worksheet". */
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

import type { WorkbookModel } from "../../xlsx/writing/model.ts";

/** A workbook that uses everything the writer can write. */
export const example: WorkbookModel = {
  title: "Allocations <trial>",
  author: "Children's services",
  styles: {
    heading: { font: { isBold: true, size: 14, colour: "1F3864" } },
    header: {
      font: { isBold: true, colour: "FFFFFF" },
      fill: "1F3864",
      border: "808080",
      wrap: true,
      vertical: "center",
      horizontal: "left",
    },
    date: { numberFormat: "dd/mm/yyyy" },
    text: { numberFormat: "@" },
    wrong: { font: { isBold: true, colour: "9C0006" }, fill: "FFC7CE" },
    quiet: { fill: "F2F2F2" },
  },
  sheets: [
    {
      name: "Allocations",
      columns: [
        { width: 12, style: "text" },
        { width: 30 },
        { width: 12, style: "date" },
        { width: 20 },
        {},
        { isHidden: true },
      ],
      rows: [
        [{ value: "Allocations & leads", style: "heading" }],
        ["The rows below are made up."],
        [],
        [
          ...["Child ref", "Lead", "Allocated on", "Eligible"].map((value) => ({ value, style: "header" })),
          "",
          "",
          {
            formula: "_xldudf_LP_CHECK(tblAllocations[#Headers],tblAllocations[#Data])",
            spill: [["Clear"], ["Not eligible"]],
          },
        ],
        [
          "C-1",
          "Ann O'Neil",
          45626,
          { formula: "_xldudf_LP_ELIGIBLE(tblAllocations[[#This Row],[Lead]])", value: "Eligible" },
        ],
        ["C-2", " =1+1 ", 45627.5, { formula: "1/0", value: "#DIV/0!" }, "", "", { style: "quiet" }],
        [{ style: "quiet" }, true, { formula: "TRUE", value: true }, { formula: "1+1", value: 2 }],
      ],
      rowHeights: { 0: 24, 8: 30 },
      hiddenRows: [5],
      frozen: { rows: 4, columns: 1 },
      hasGridlines: false,
      tabColour: "1f3864",
      merges: ["A1:D1"],
      tables: [
        {
          name: "tblAllocations",
          range: "A4:D7",
          style: "TableStyleMedium2",
          calculatedColumns: { Eligible: "_xldudf_LP_ELIGIBLE(tblAllocations[[#This Row],[Lead]])" },
        },
      ],
      validations: [
        {
          range: "B5:B7",
          allow: { kind: "list", formula: "lst_Leads" },
          error: { title: "Not on the register", message: "Choose a name from the list." },
        },
        {
          range: "D5:D7",
          allow: { kind: "list", items: ["Yes", "No & <other>"] },
          error: { title: "Yes or no", message: 'Write "Yes" or "No".', isAdvice: true },
          prompt: { title: "Eligible", message: "Yes or no\non its own." },
        },
        {
          range: "C5:C7",
          allow: { kind: "date", from: 36526, to: 73050 },
          error: { title: "Not a date", message: "Write a date such as 30/11/2024." },
        },
      ],
      conditionalFormats: [
        { range: "D5:D7", when: { kind: "equals", text: 'No "way"' }, style: "wrong" },
        { range: "D5:D7", when: { kind: "begins-with", text: "Not eligible" }, style: "wrong" },
        { range: "A5:D7", when: { kind: "expression", formula: '$B5=""' }, style: "quiet" },
      ],
      print: { orientation: "landscape", pagesWide: 1, titleRows: [0, 3] },
    },
    {
      name: "Kent's lists",
      visibility: "hidden",
      rows: [
        ["Leads", "Roles"],
        ["Ann O'Neil", "Social worker"],
      ],
      tables: [{ name: "tblLeads", range: "A1:A2", hasFilter: false }],
    },
    { name: "Settings", visibility: "very-hidden", rows: [] },
  ],
  names: [
    { name: "lst_Leads", formula: "'Kent''s lists'!$A$2:$A$2" },
    { name: "check_date", formula: "45626" },
  ],
  addIn: {
    id: "0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9",
    version: "1.0.0.0",
    customFunctionIds: ["_xldudf_LP_CHECK", "_xldudf_LP_ELIGIBLE"],
  },
};

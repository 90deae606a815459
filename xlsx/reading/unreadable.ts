/** Stops a reading; the message is the sentence to show. */
export class UnreadableFile extends Error {}

const save = "Open it in Excel, choose Save As, and save it as an Excel Workbook (.xlsx).";

/** What may be wrong with a file and what to do about it, as shown to whoever chose it. */
export const sentences = {
  empty: "The file is empty. Choose the workbook again, or ask whoever sent it for a fresh copy.",
  damaged:
    "The file is damaged or was not copied completely. Open it in Excel, let Excel repair it, save it and try again, or ask for a fresh copy.",
  password: "The workbook is protected with a password to open it. Open it in Excel, remove the password, and save it.",
  label:
    "The workbook is encrypted by its sensitivity label: only Excel can open it, signed in as somebody whom the label lets in. Save a copy in Excel under a label without encryption, if your council allows that, and choose the copy.",
  oldExcel: `The file is an old Excel workbook (.xls) or another older Office file. ${save}`,
  passwordOrOld: `The file is either protected with a password to open it or an older Excel workbook (.xls). Open it in Excel, remove any password, and save it as an Excel Workbook (.xlsx).`,
  binary: `The file is an Excel Binary Workbook (.xlsb), which cannot be read here. ${save}`,
  openDocument: `The file is an OpenDocument file (such as .ods), not an Excel workbook. ${save}`,
  word: "The file is a Word document, not an Excel workbook. Choose the .xlsx file.",
  powerPoint: "The file is a PowerPoint presentation, not an Excel workbook. Choose the .xlsx file.",
  pdf: "The file is a PDF, not an Excel workbook. Choose the .xlsx file it was made from.",
  xml: `The file is a web page or an XML file, not an Excel workbook, whatever its name says. ${save}`,
  text: `The file is a text file (such as a CSV), not an Excel workbook. ${save}`,
  otherZip:
    "The file is a zip archive, but not an Excel workbook. If the workbook is inside it, take it out and choose that.",
  unknown: "The file is not an Excel workbook. Choose the .xlsx file.",
  compression: `The workbook is compressed in a way that cannot be read here. ${save}`,
  documentType:
    "The workbook holds a document type declaration, which Excel never writes and which can be used to attack a reader. Do not use this copy; ask whoever sent it for one saved by Excel.",
  tooBig:
    "The workbook is too big to read safely once unpacked (more than 256 MB). Copy the sheet to check into a new workbook, save it, and choose that.",
  bomb: "The workbook unpacks to so many times its size that it may have been made to overload a computer, so it was not opened. Ask whoever sent it for one saved by Excel.",
  tooManyCells:
    "The workbook reaches over too many cells to read (more than 5,000,000). Copy the rows to check into a new workbook, save it, and choose that.",
  tooManyParts:
    "The workbook is made of too many sheets and parts to read. Copy the sheet to check into a new workbook, save it, and choose that.",
  noSheets: "The workbook has no worksheet with cells. Choose the workbook that holds the rows.",
} as const;

export const damaged = (): UnreadableFile => new UnreadableFile(sentences.damaged);

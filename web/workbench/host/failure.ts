/** What Excel will not do, with the code that it gives it. */
export class HostFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "HostFailure";
    this.code = code;
  }
}

export const invalidArgument = (
  message = "The argument is invalid or missing or has an incorrect format.",
): HostFailure => new HostFailure("InvalidArgument", message);

export const wrongShape = (): HostFailure =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

export const itemNotFound = (): HostFailure => new HostFailure("ItemNotFound", "The requested resource doesn't exist.");

export const accessDenied = (): HostFailure =>
  new HostFailure("AccessDenied", "The sheet is protected. Unprotect it to make this change.");

/** The add-in has used something of Office.js that this host does not play. */
export const apiNotFound = (member: string): HostFailure =>
  new HostFailure("ApiNotFound", `The workbench does not have ${member}. Add it to web/workbench/host.`);

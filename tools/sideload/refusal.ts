/** Why the add-in cannot be opened in Excel on a platform; undefined where it can. */
export const refusal = (platform: NodeJS.Platform): string | undefined =>
  platform === "win32" || platform === "darwin"
    ? undefined
    : "Excel for add-ins runs on Windows and Mac, not here. To see the add-in without Excel: npm start";

/** This process's environment with a few things changed, for a process that a test starts. */
export const environment = (changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...changes,
});

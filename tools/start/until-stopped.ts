/** Stops what runs when the process is told to; a second Ctrl+C changes nothing. */
export function untilStopped(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Says why something did not start, and ends. */
export function cannotStart(error: unknown): never {
  console.error(error instanceof Error ? error.message : "The service cannot start.");
  process.exit(1);
}

const KEY = "lead-professional.introduced";

/** A browser may forbid storage to a page in a frame; the introduction is then shown each time. */
export function hasSeenIntroduction(): boolean {
  try {
    return localStorage.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

export function keepIntroductionSeen(): void {
  try {
    localStorage.setItem(KEY, "yes");
  } catch {
    // Nothing is lost but a click the next time.
  }
}

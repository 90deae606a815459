/** What a test tells every page of a scene before it loads. */
export interface SceneOfPage {
  /** As whom Excel says that it is used; null for one that does not say. */
  readonly excelOf: string | null;
  /** Excel brings nested app authentication. */
  readonly isNested: boolean;
  /**
   * What becomes of a window that a page opens. "asked for": it opens where somebody has just pressed something, as
   * browsers have it. "blocked": none opens. "elsewhere": Excel on a desktop hands it to the system's browser.
   */
  readonly windows: "asked for" | "blocked" | "elsewhere";
}

declare global {
  interface Window {
    scene: SceneOfPage;
    /** How Excel opens a window: no blocker of the browser has a say in it. */
    openOfExcel: typeof window.open;
    /** The broker that signs in for Excel; told and answering in JSON. */
    broker(request: string): Promise<string>;
    /** What the dialog's page had in its storage when it answered. */
    noteStorage(keys: string): Promise<void>;
  }
}

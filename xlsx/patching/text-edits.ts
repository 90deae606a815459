interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Gathers what is to stand in place of pieces of a text, and leaves every other letter of it as it is. */
export class TextEdits {
  private edits: Edit[] = [];

  constructor(private readonly text: string) {}

  get isEmpty(): boolean {
    return this.edits.length === 0;
  }

  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }

  /** Forgets every change that begins within what is to be taken out. */
  dropWithin(isWithin: (at: number) => boolean): void {
    this.edits = this.edits.filter(({ start }) => !isWithin(start));
  }

  /** What is put in at one place stands there in the order in which it was given. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  applied(): string {
    const inOrder = this.edits
      .map((edit, order) => ({ ...edit, order }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    let result = "";
    let at = 0;
    for (const { start, end, text } of inOrder) {
      if (start < at) throw new Error("Two changes of a part overlap.");
      result += this.text.slice(at, start) + text;
      at = end;
    }
    return result + this.text.slice(at);
  }
}

const MEGABYTE = 1024 * 1024;

/** What was seen, to be printed: how often of each corpus, and of all. */
export class Counts {
  private readonly of = new Map<string, Map<string, number>>();
  private readonly notRead: string[] = [];
  private corpus = "";
  private most = 0;

  start(corpus: string): void {
    this.corpus = corpus;
  }

  add(what: string, count = 1): void {
    const row = this.of.get(what) ?? new Map<string, number>();
    row.set(this.corpus, (row.get(this.corpus) ?? 0) + count);
    this.of.set(what, row);
  }

  /** The most memory (bytes) that the reading process has held. */
  peak(bytes: number): void {
    this.most = Math.max(this.most, bytes);
  }

  skipped(sentence: string): void {
    this.notRead.push(sentence);
  }

  text(): string {
    const lines = [...this.of]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([what, row]) => {
        const sum = [...row.values()].reduce((all, one) => all + one, 0);
        const each = [...row].map(([corpus, count]) => `${corpus.split("/")[1] ?? corpus} ${count}`).join(", ");
        return `${sum.toLocaleString("en-GB")} ${what} (${each})`;
      });
    return [...lines, `${Math.round(this.most / MEGABYTE)} MB held at most while reading`, ...this.notRead].join("\n");
  }
}

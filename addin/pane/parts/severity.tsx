import { SHOWN_AS, type Verdict } from "../../../rules/finding.ts";

/** Each verdict has a shape of its own, so that none is told by its colour alone. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  "not-eligible": "M5 1h6l4 4v6l-4 4H5l-4-4V5zM4 7v2h8V7z",
  action: "M8 1l7.5 14H.5zM7 6v4h2V6zm0 5v2h2v-2z",
  check: "M8 .5L15.5 8 8 15.5.5 8zM7 4v5h2V4zm0 6v2h2v-2z",
  advice: "M8 1a7 7 0 110 14A7 7 0 018 1zM7 4v2h2V4zm0 3v5h2V7z",
  clear: "M6.2 13L1.5 8.3l1.6-1.6 3.1 3.1L13 3l1.5 1.6z",
};

export function SeverityTag({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span class={`tag ${verdict}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d={SHAPES[verdict]} fill="currentColor" fill-rule="evenodd" />
      </svg>
      {SHOWN_AS[verdict]}
    </span>
  );
}

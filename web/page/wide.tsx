import type { ComponentChildren } from "preact";

/** A table that may be wider than the page: it scrolls by itself, by keyboard too. */
export function Wide({ labelledBy, children }: { readonly labelledBy: string; readonly children: ComponentChildren }) {
  return (
    <div class="wide" role="region" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </div>
  );
}

import type { Area } from "../grid.ts";

export type Axis = "rows" | "columns";

/** An area after rows or columns were put in before `at`; undefined if all of it was taken out. */
export function shifted(area: Area, axis: Axis, at: number, count: number): Area | undefined {
  const [start, size] = axis === "rows" ? [area.top, area.rows] : [area.left, area.columns];
  const moved = count >= 0 ? grown(start, size, at, count) : shrunk(start, size, at, -count);
  if (moved.size <= 0) return undefined;
  return axis === "rows"
    ? { ...area, top: moved.start, rows: moved.size }
    : { ...area, left: moved.start, columns: moved.size };
}

const grown = (start: number, size: number, at: number, count: number) =>
  at <= start ? { start: start + count, size } : { start, size: at < start + size ? size + count : size };

function shrunk(start: number, size: number, at: number, count: number) {
  const lost = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
  const before = Math.max(0, Math.min(start, at + count) - at);
  return { start: start - before, size: size - lost };
}

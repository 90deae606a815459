/** Whether a point lies inside; drawings are made on a grid of 32 by 32, y downwards. */
export type Shape = (x: number, y: number) => boolean;

type Point = readonly [x: number, y: number];

export const disc =
  ([cx, cy]: Point, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius;

export const box =
  (left: number, top: number, right: number, bottom: number, corner = 0): Shape =>
  (x, y) => {
    const dx = Math.max(left + corner - x, x - (right - corner), 0);
    const dy = Math.max(top + corner - y, y - (bottom - corner), 0);
    return corner === 0 ? dx === 0 && dy === 0 : Math.hypot(dx, dy) <= corner;
  };

/** The upper half of an ellipse, as shoulders are drawn. */
export const dome =
  ([cx, base]: Point, width: number, height: number): Shape =>
  (x, y) =>
    y <= base && Math.hypot((x - cx) / width, (y - base) / height) <= 1;

function isNear(x: number, y: number, [ax, ay]: Point, [bx, by]: Point, reach: number): boolean {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= reach;
}

/** A line through points, with round ends. */
export const line =
  (width: number, ...points: readonly Point[]): Shape =>
  (x, y) =>
    points.some((point, i) => isNear(x, y, points[Math.max(0, i - 1)] ?? point, point, width / 2));

export const all =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));
export const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    shape(x, y) && !hole(x, y);

import type { Layer } from "./drawings.ts";

const GRID = 32;
/** Points tried along each side of a pixel. */
const FINE = 8;

/** The part of a pixel that lies inside, from 0 to 1. */
function coverage({ shape }: Layer, column: number, row: number, size: number): number {
  let inside = 0;
  for (let i = 0; i < FINE * FINE; i++) {
    const x = ((column + ((i % FINE) + 0.5) / FINE) * GRID) / size;
    const y = ((row + (Math.floor(i / FINE) + 0.5) / FINE) * GRID) / size;
    if (shape(x, y)) inside += 1;
  }
  return inside / FINE ** 2;
}

/** Draws layers as red, green, blue and alpha, a byte each, row by row. */
export function raster(layers: readonly Layer[], size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at++) {
    let alpha = 0;
    let colour = [0, 0, 0];
    for (const layer of layers) {
      const over = coverage(layer, at % size, Math.floor(at / size), size);
      if (over === 0) continue;
      const together = over + alpha * (1 - over);
      colour = colour.map((below, i) => ((layer.colour[i] ?? 0) * over + below * alpha * (1 - over)) / together);
      alpha = together;
    }
    pixels.set([...colour.map(Math.round), Math.round(alpha * 255)], at * 4);
  }
  return pixels;
}

import { all, box, disc, dome, line, without, type Shape } from "./shapes.ts";

export type Colour = readonly [red: number, green: number, blue: number];

/** A shape in one colour, over those before it. */
export interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

const TILE: Colour = [27, 73, 112];
const WHITE: Colour = [255, 255, 255];
const GREEN: Colour = [33, 140, 84];

// Every drawing is white on a dark tile: it reads on Excel's light and dark ribbons alike.
const onTile = (...layers: readonly Layer[]): readonly Layer[] => [
  { shape: box(0, 0, 32, 32, 6), colour: TILE },
  ...layers,
];
const white = (...shapes: readonly Shape[]): Layer => ({ shape: all(...shapes), colour: WHITE });

const badge = disc([23, 22], 8);
const person = all(disc([13, 10], 5.5), dome([13, 28], 10, 11));

/** A person, and the tick that says they may lead. */
const mark = onTile(
  { shape: without(person, disc([23, 22], 9.5)), colour: WHITE },
  { shape: badge, colour: GREEN },
  white(line(2.6, [19.2, 22.2], [22, 25], [27, 19.4])),
);

const row = (y: number, right: number): Shape => box(5, y, right, y + 3);
const check = onTile(white(row(6, 27), row(13, 15), row(20, 11), line(4, [13.5, 21], [18.5, 26], [27, 15])));

const pane = onTile(white(without(box(4, 6, 28, 26, 2), box(6, 8, 18, 24)), box(20, 8, 26, 24)));

const send = onTile(
  white(
    line(3.6, [16, 19], [16, 6]),
    line(3.6, [10, 12], [16, 6], [22, 12]),
    without(box(5, 18, 27, 27, 2), box(8, 15, 24, 24)),
  ),
);

const bow = (turn: number): readonly [number, number] => [16 + 5.2 * Math.cos(turn), 11.8 - 5.2 * Math.sin(turn)];
const help = onTile(
  white(
    line(3.6, ...Array.from({ length: 13 }, (_, i) => bow(Math.PI - (i * Math.PI) / 8)), [16, 20]),
    disc([16, 25.6], 2.3),
  ),
);

/** The drawings by the name of their files, each with the sizes in pixels that the manifest asks for. */
export const DRAWINGS: Readonly<
  Record<string, { readonly layers: readonly Layer[]; readonly sizes: readonly number[] }>
> = {
  mark: { layers: mark, sizes: [16, 32, 64, 80] },
  check: { layers: check, sizes: [16, 32, 80] },
  pane: { layers: pane, sizes: [16, 32, 80] },
  send: { layers: send, sizes: [16, 32, 80] },
  help: { layers: help, sizes: [16, 32, 80] },
};

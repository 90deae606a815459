import { DRAWINGS } from "./drawings.ts";
import { raster } from "./raster.ts";

/** Where the icons lie. */
export const ICONS_FOLDER = new URL("../../addin/icons/", import.meta.url);

/** Every icon: its file, its size and how it is drawn. */
export const ICONS = Object.entries(DRAWINGS).flatMap(([name, { layers, sizes }]) =>
  sizes.map((size) => ({ file: `${name}-${size}.png`, size, pixels: () => raster(layers, size) })),
);

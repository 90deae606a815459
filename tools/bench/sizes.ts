/** How many rows the measures are taken at. */
export interface Sizes {
  readonly small: number;
  readonly middle: number;
  readonly large: number;
}

export const SIZES: Sizes = { small: 1_000, middle: 10_000, large: 100_000 };

/** Enough to see that every measure can be taken, and nothing more. */
export const FEW: Sizes = { small: 20, middle: 200, large: 2_000 };

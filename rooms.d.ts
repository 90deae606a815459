export declare const ROOMS: readonly string[];

export interface Arrows {
  readonly room: string;
  /** Rooms to import from. */
  readonly to: readonly string[];
  /** Rooms of which only types are taken. */
  readonly types?: readonly string[];
  readonly why: string;
}
export declare const ARROWS: readonly Arrows[];

/** What holds within a room besides. */
export declare const inside: readonly { readonly files: string; readonly not: string; readonly why: string }[];

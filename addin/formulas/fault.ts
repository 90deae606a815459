/** An argument that nothing can be worked out from: a sentence saying which one it is and what to give instead, for #VALUE!. */
export class ArgumentError extends Error {}

import type { Source } from "./rule.ts";

/** Kent County Council, "Lead Professional", letter to staff, autumn 2024. */
export const kent = (place: string): Source => ({ document: "Kent letter 2024", place });

/** Working Together to Safeguard Children 2023, England: the guidance of the trial's time. */
export const guidance = (place: string): Source => ({ document: "Working Together 2023", place });

/** Families First Partnership programme guide, England, March 2025: family help and its lead practitioner. */
export const familiesFirst = (place: string): Source => ({ document: "Families First 2025", place });

/** The published procedures of English councils: local practice that many share. */
export const procedures = (place: string): Source => ({ document: "Council procedures", place });

/** Community Care, "Who's in charge here?", 23 October 2003: what the field said a lead professional needs. */
export const article = (place: string): Source => ({ document: "Community Care 2003", place });

export const council = (place: string): Source => ({ document: "Council policy", place });
export const product = (place: string): Source => ({ document: "This product", place });

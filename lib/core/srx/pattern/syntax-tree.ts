import type { CharacterSet } from "./character-set.ts";

/**
 * A pattern as it was read. It only ever has to answer whether it matches, so captures, and greedy, lazy and
 * possessive repetition, make no difference and are not kept.
 */
export type PatternNode =
	| { readonly kind: "set"; readonly set: CharacterSet }
	| { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
	| { readonly kind: "choice"; readonly options: readonly PatternNode[] }
	/** `most` may be infinite. */
	| {
			readonly kind: "repeat";
			readonly node: PatternNode;
			readonly least: number;
			readonly most: number;
	  }
	| { readonly kind: "place"; readonly place: Place }
	| {
			readonly kind: "look";
			readonly direction: Direction;
			readonly negative: boolean;
			readonly node: PatternNode;
	  };

/** What can be said of a place in the text without consuming any of it. */
export type Place = "start" | "end" | "last" | "lineStart" | "lineEnd" | "wordEdge" | "notWordEdge";

export type Direction = "ahead" | "behind";

/** Names the sentence that says why a pattern cannot be taken: `srx.patterns` in the catalogue `reading`. */
export type PatternFault =
	| "backReference"
	| "unknownEscape"
	| "unknownProperty"
	| "unknownGroup"
	| "unbalanced"
	| "nothingToRepeat"
	| "badRepeat"
	| "badClass"
	| "tooLong"
	| "tooDeep"
	| "tooLarge";

export class PatternError extends Error {
	override readonly name = "PatternError";
	readonly fault: PatternFault;
	/** The part of the pattern that is meant; may be empty. */
	readonly part: string;

	constructor(fault: PatternFault, part = "") {
		super(`${fault}: ${part}`);
		this.fault = fault;
		this.part = part;
	}
}

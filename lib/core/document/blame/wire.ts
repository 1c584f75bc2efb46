/** What the API answers about who wrote what. */
import type { Origin } from "../model.ts";

export type WireWriter =
	/** The words came with a file; `origin`: of a draft, null for a source text. */
	| { readonly is: "draft"; readonly revision: number; readonly at: string; readonly origin: Origin | null }
	| {
			readonly is: "person";
			readonly revision: number;
			readonly at: string;
			readonly actor: WirePerson;
			/** Whose suggestion it was that the person took over. */
			readonly suggestedBy: WirePerson | null;
	  };

interface WirePerson {
	readonly id: string;
	readonly name: string;
}

/** UTF-16 offsets, end exclusive, and the place of who wrote it among the writers. */
export type WireStretch = readonly [start: number, end: number, writer: number];

export interface WireTextBlame {
	readonly segment: string;
	/** What is told of: the stretches cover it. */
	readonly text: string;
	readonly version: number;
	readonly stretches: readonly WireStretch[];
	/** UTF-16 units of the text that a machine wrote. */
	readonly machine: number;
}

export interface WireBlame {
	readonly texts: readonly WireTextBlame[];
	readonly writers: readonly WireWriter[];
}

export const isMachine = (writer: WireWriter | undefined): boolean =>
	writer?.is === "draft" && writer.origin?.kind === "machine";

/** Characters (Unicode) of the renderings as they stand, by who wrote them. */
export interface WireShares {
	/** Null: adding up so many revisions would take too long. */
	readonly total: number | null;
	readonly machine: number;
	/** Without the permission for others' measures oneself only. */
	readonly people: readonly (WirePerson & { readonly characters: number })[];
}

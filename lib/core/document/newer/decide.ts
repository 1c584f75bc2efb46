/** What becomes of a segment when its side is imported again: nothing that somebody typed is lost. */

export interface Seen {
	/** As last imported; null where it was typed and never imported. */
	readonly base: string | null;
	readonly mine: string;
	/** What an earlier re-import offered in its place, whatever was chosen then; null: nothing; absent: there was none. */
	readonly offered?: string | null;
	/** Somebody confirmed, reviewed or approved it as it is. */
	readonly stands: boolean;
}

/** `keep`: as it is. `take`: the newer wording. `hold`: as it is, with the newer beside it. `mark`: as it is, though gone. */
export type Decision = "keep" | "take" | "hold" | "mark" | "drop";

/** `theirs`: what the newer version says; null: nothing. */
export function decide({ base, mine, offered, stands }: Seen, theirs: string | null): Decision {
	if (theirs === null) {
		if (base === null || offered === null) return "keep";
		return mine !== base || stands ? "mark" : "drop";
	}
	if (theirs === mine || theirs === base || theirs === offered) return "keep";
	return mine === base ? "take" : "hold";
}

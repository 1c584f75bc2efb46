import type { Severity } from "#lib/core/qa/contract.ts";
import type { Slip } from "#lib/core/qa/english/trusted.ts";

interface FaultPlace {
	/** UTF-16 code units of the text being typed, end exclusive. */
	readonly start: number;
	readonly end: number;
	readonly found: string;
	/** What may stand there instead, the likeliest first. */
	readonly replacements: readonly string[];
}

/** Something to look at in the text being typed: of a check, or of the reader of English. */
export type Fault =
	| (FaultPlace & {
			readonly kind: "check";
			readonly severity: Severity;
			readonly check: string;
			readonly key: string;
			readonly values: Readonly<Record<string, string | number>>;
	  })
	| (FaultPlace & { readonly kind: "spelling" | "grammar"; readonly slip: Slip });

/** Where a fault is shown, and by what it was asked for: the pointer over it, or the keys. */
export interface OpenFault {
	readonly fault: Fault;
	readonly by: "pointer" | "keys";
}

export function isSameFault(a: Fault, b: Fault | undefined): boolean {
	return (
		b !== undefined &&
		a.start === b.start &&
		a.end === b.end &&
		(a.kind === "check"
			? b.kind === "check" && a.check === b.check && a.key === b.key
			: b.kind !== "check" && a.slip === b.slip)
	);
}

import type { Evidence } from "./evidence.ts";

/** How often corresponding segments are of one kind because they correspond; the kinds are guesses, so not always. */
const agreement = 0.98;
/** Natural logarithm for kinds that a guess confuses: what one side calls a title may be a heading on the other. */
const confused = -1;
/** Natural logarithm for different kinds inside one bead, per sentence after the first. */
const mixed = -4;

/** Running text in its several forms, which the sides often name differently. */
const runningText: ReadonlySet<string> = new Set(["body", "item", "footnote", "cell"]);
const headlines: ReadonlySet<string> = new Set(["title", "heading"]);

/** Null where a side tells nothing: its kinds are not given, or both sides know only one and the same. */
export function kindEvidence(
	source: readonly string[] | undefined,
	target: readonly string[] | undefined,
): Evidence | null {
	if (source === undefined || target === undefined) return null;
	const sourceKinds = source.map(family);
	const targetKinds = target.map(family);
	const kinds = [...new Set([...sourceKinds, ...targetKinds])];
	if (kinds.length < 2) return null;
	const sourceCodes = Int32Array.from(sourceKinds, (kind) => kinds.indexOf(kind));
	const targetCodes = Int32Array.from(targetKinds, (kind) => kinds.indexOf(kind));
	const ratios = kinds.map((one) =>
		kinds.map((other) =>
			one === other ? sameKind(share(sourceKinds, one), share(targetKinds, one)) : differentKind(one, other),
		),
	);
	return {
		weigh(from, sources, across, targets) {
			if (sources === 0 || targets === 0) return 0;
			const first = sourceCodes[from] ?? 0;
			const opposite = targetCodes[across] ?? 0;
			let sum = ratios[first]?.[opposite] ?? 0;
			for (let i = 1; i < sources; i += 1) if (sourceCodes[from + i] !== first) sum += mixed;
			for (let j = 1; j < targets; j += 1) if (targetCodes[across + j] !== opposite) sum += mixed;
			return sum;
		},
	};
}

function family(kind: string): string {
	return runningText.has(kind) ? "text" : kind;
}

function share(kinds: readonly string[], wanted: string): number {
	return kinds.filter((kind) => kind === wanted).length / kinds.length;
}

/** The rarer a kind, the more it says that both sides have it; `common` 0 where one side lacks the kind. */
function sameKind(source: number, target: number): number {
	const common = Math.min(source, target);
	return common === 0 ? 0 : Math.log(1 - agreement + (agreement * common) / (source * target));
}

function differentKind(one: string, other: string): number {
	return headlines.has(one) && headlines.has(other) ? confused : Math.log(1 - agreement);
}

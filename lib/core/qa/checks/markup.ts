import type { CheckedSegment, Fault, PassageCheck } from "../contract.ts";
import { isHan } from "../typography/in-english.ts";
import { type Verbatim, type VerbatimKind, verbatimIn } from "../typography/verbatim.ts";

interface Found extends Verbatim {
	readonly segment: CheckedSegment;
}

/** Nobody reads more, and each is looked for in the whole source. */
const mostNamed = 100;

/** Names of people and subjects may be rendered; what machines read may not. */
const renderable: ReadonlySet<VerbatimKind> = new Set(["handle", "hashtag", "file"]);

/** Tags, placeholders and addresses of the source that the rendering lacks, and those that it has of its own. */
export const markup = {
	id: "markup",
	severity: "major",
	mqm: "design-and-markup/markup",
	keys: ["missing", "invented"],
	concerns: ({ sides }) => sides.source && sides.target,
	checkPassage({ source, target }) {
		if (source.length === 0 || target.every(({ text }) => text.trim() === "")) return [];
		const wanted = partsOf(source);
		const kept = partsOf(target);
		const [first] = target;
		if (!first || (wanted.length === 0 && kept.length === 0)) return [];
		const missing = without(wanted, kept).map((part): Fault => {
			const whole = { start: 0, end: 0, side: "target", segment: first.id } as const;
			return { ...whole, key: "missing", ...said(part) };
		});
		const sourceText = source.map(({ text }) => text.toLowerCase()).join("\n");
		const invented = without(kept, wanted)
			.slice(0, mostNamed)
			.filter((part) => !sourceText.includes(keyOf(part)) && !isRendered(part, sourceText))
			.map((part): Fault => {
				const { start, end, segment } = part;
				// Suning.com may be what a company is called.
				const minor = isBareDomain(part) && { severity: "minor" as const };
				return { start, end, side: "target", segment: segment.id, key: "invented", ...said(part), ...minor };
			});
		return [...missing, ...invented];
	},
} as const satisfies PassageCheck;

function said({ kind, text }: Found) {
	const severity = renderable.has(kind) && { severity: "minor" as const };
	return { values: { kind, text }, fix: null, ...severity };
}

/** A handle or subject that goes on in Chinese is a name, and is rendered. */
function partsOf(segments: readonly CheckedSegment[]): Found[] {
	return segments.flatMap((segment) =>
		verbatimIn(segment.text)
			.filter(({ kind, end }) => !(renderable.has(kind) && isHan(segment.text[end])))
			.map((part) => ({ ...part, segment })),
	);
}

const isBareDomain = ({ kind, text }: Verbatim): boolean => kind === "url" && !/^www\.|\//i.test(text);

/** @新华社 becomes @XinhuaNews. */
const isRendered = ({ kind, text }: Verbatim, source: string): boolean =>
	(kind === "handle" || kind === "hashtag") &&
	new RegExp(`[${text.charAt(0) === "@" ? "@＠" : "#＃"}]\\s?\\p{Script=Han}`, "u").test(source);

const keyOf = ({ kind, text }: Verbatim): string =>
	kind === "url"
		? text.toLowerCase().replace(/^https?:\/\/|\/$/g, "")
		: text.toLowerCase().replace(/\s+/g, " ");

/** What of the first has no equal in the second, each equal counted once. */
function without(some: readonly Found[], others: readonly Found[]): Found[] {
	const left = new Map<string, number>();
	for (const part of others) left.set(keyOf(part), (left.get(keyOf(part)) ?? 0) + 1);
	return some.filter((part) => {
		const there = left.get(keyOf(part)) ?? 0;
		left.set(keyOf(part), there - 1);
		return there <= 0;
	});
}

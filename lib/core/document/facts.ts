/**
 * Confirmed, reviewed and approved are facts about exact content: a fact names segments and the
 * versions of their texts, so whatever brings the content back brings the fact back with it.
 */
import type { Fact, FactKind, PassageState, Row, Segment, Standing } from "./model.ts";

/** What is said of some content: the last statement about it, if that one still stands. */
export interface FactReader {
	/** The standing fact of this kind about exactly this content. */
	standing(kind: FactKind, source: string, target: string): { confidence: number | null } | undefined;
	/** Whether a standing link fact mentions the segment. */
	linked(segmentId: string): boolean;
}

/** The characters that leave a rendering empty; the database has the same list. */
const blank = /^[ \t\n\v\f\r\u00a0\u3000\ufeff]*$/;
export const isBlank = (text: string): boolean => blank.test(text);

/**
 * A link that was confirmed before another version came beside a text was not confirmed in sight of it; taking the
 * other version away gives the content its old name back, and with it what was said before.
 */
const inSight = ({ other }: Segment) => (other ? `~${other.since}` : "");

const linkedSource = (segments: readonly Segment[]) =>
	segments.map((s) => `${s.id}@${s.version}${inSight(s)}`).join(" ");
const linkedTarget = (segments: readonly Segment[]) =>
	segments.map((s) => (s.other ? `${s.id}@${inSight(s)}` : s.id)).join(" ");
const withVersions = (segments: readonly Segment[]) => segments.map((s) => `${s.id}@${s.version}`).join(" ");
const withoutVersions = (segments: readonly Segment[]) => segments.map((s) => s.id).join(" ");

/** The content that a fact of this kind names. A link does not depend on how a rendering is worded. */
export function contentKey(kind: FactKind, row: Row): { source: string; target: string } {
	if (kind === "link") return { source: linkedSource(row.source), target: linkedTarget(row.target) };
	const wording = kind === "review" || kind === "approval";
	return {
		source: withVersions(row.source),
		target: wording ? withVersions(row.target) : withoutVersions(row.target),
	};
}

/** The segment ids that a content key names. */
export function segmentsOfKey(key: string): string[] {
	return key === "" ? [] : key.split(" ").map((part) => part.split("@")[0] ?? part);
}

/** What the facts say of a row. */
export function standingOf(row: Row, facts: FactReader): Standing {
	const { state, withoutSource } = stateOf(row, facts);
	const key = contentKey("link", row);
	if (facts.standing("link", key.source, key.target)) {
		return { state, withoutSource, link: "confirmed", confidence: confidenceOf(row, facts) };
	}
	const stale = [...row.source, ...row.target].some((segment) => segment.other || facts.linked(segment.id));
	return { state, withoutSource, link: stale ? "stale" : "automatic", confidence: confidenceOf(row, facts) };
}

function confidenceOf(row: Row, facts: FactReader): number | null {
	const key = contentKey("bead", row);
	return facts.standing("bead", key.source, key.target)?.confidence ?? null;
}

function stateOf(row: Row, facts: FactReader): { state: PassageState; withoutSource: boolean } {
	if (row.target.every((segment) => blank.test(segment.text)))
		return { state: "empty", withoutSource: false };
	const key = contentKey("review", row);
	for (const source of key.source === "" ? [""] : [key.source, ""]) {
		const withoutSource = source !== key.source;
		if (facts.standing("approval", source, key.target)) return { state: "approved", withoutSource };
		if (facts.standing("review", source, key.target)) return { state: "reviewed", withoutSource };
	}
	const untouched = row.target.every((segment) => segment.draft === segment.text);
	return { state: untouched ? "draft" : "edited", withoutSource: false };
}

/** All statements about one document, in memory. */
export class FactBook implements FactReader {
	readonly #standing = new Map<
		string,
		{ kind: FactKind; source: string; target: string; confidence: number | null }
	>();
	/** How many standing links mention a segment; counted when first asked, as most who read a version never ask. */
	#links: Map<string, number> | null = null;

	standing(kind: FactKind, source: string, target: string): { confidence: number | null } | undefined {
		return this.#standing.get(`${kind}|${source}|${target}`);
	}

	linked(segmentId: string): boolean {
		return (this.#counted().get(segmentId) ?? 0) > 0;
	}

	/** Every statement that stands, in the order in which they were made: recording them gives this book again. */
	*all(): Iterable<Fact> {
		for (const fact of this.#standing.values()) yield { ...fact, standing: true };
	}

	record(fact: Fact): void {
		const key = `${fact.kind}|${fact.source}|${fact.target}`;
		const known = this.#standing.has(key);
		if (fact.standing) {
			const { kind, source, target, confidence } = fact;
			this.#standing.set(key, { kind, source, target, confidence });
		} else {
			this.#standing.delete(key);
		}
		if (this.#links && fact.kind === "link" && known !== fact.standing)
			mention(this.#links, fact, fact.standing ? 1 : -1);
	}

	#counted(): ReadonlyMap<string, number> {
		if (this.#links) return this.#links;
		this.#links = new Map();
		for (const fact of this.#standing.values()) if (fact.kind === "link") mention(this.#links, fact, 1);
		return this.#links;
	}
}

function mention(
	links: Map<string, number>,
	{ source, target }: Pick<Fact, "source" | "target">,
	change: number,
): void {
	for (const id of [...segmentsOfKey(source), ...segmentsOfKey(target)])
		links.set(id, (links.get(id) ?? 0) + change);
}

import type { XmlElement } from "#lib/core/xml/xml-events.ts";
import type { Losses } from "../../losses.ts";
import type { ReadLink, ReadProblem } from "../../reader.ts";

/** A link as its file writes it: names of the elements of both texts that belong together. */
export interface NamedLink {
	readonly line: number;
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly confirmed: boolean;
}

/**
 * `<link type="1-2" xtargets="TO;FROM" status="man">` of InterText: what is linked to stands first, and the text that
 * the file is `fromDoc` is the source. TEI writes `targets="#a #b"` or `target`; two references are one of each side.
 */
export function namedLink({ attributes, line }: XmlElement, losses: Losses): NamedLink | null {
	const { xtargets, targets, target = targets, status } = attributes;
	// InterText: man by hand, auto by an aligner, plain by order only.
	const confirmed = status === "man";
	if (xtargets !== undefined) {
		const [to = "", from = "", ...more] = xtargets.split(";");
		if (more.length > 0 || !xtargets.includes(";")) losses.add("brokenLinks", line);
		else return { line, source: idsIn(from), target: idsIn(to), confirmed };
		return null;
	}
	const ids = idsIn(target ?? "");
	const [one, other] = ids;
	if (one !== undefined && other !== undefined && ids.length === 2)
		return { line, source: [one], target: [other], confirmed };
	losses.add("brokenLinks", line);
	return null;
}

/** A reference may name its file and a mark: `text.xml#s12`. */
function idsIn(list: string): string[] {
	return list.split(/\s+/u).flatMap((reference) => {
		const id = reference.slice(reference.indexOf("#") + 1);
		return id === "" ? [] : [id];
	});
}

export interface ResolvedLinks {
	readonly links: readonly ReadLink[];
	readonly problems: readonly ReadProblem[];
}

/**
 * Links by number, of links by name and the names in both texts, in their order. What a text does not have, has in
 * another order or far apart makes no link and is told; elements that no link names stay without one.
 */
export function resolveLinks(
	named: readonly NamedLink[],
	sourceIds: readonly string[],
	targetIds: readonly string[],
): ResolvedLinks {
	const sides = { source: new Side(sourceIds), target: new Side(targetIds) };
	const links: ReadLink[] = [];
	const problems: ReadProblem[] = [];
	for (const { line, source, target, confirmed } of named) {
		const ranges = [sides.source.range(source), sides.target.range(target)] as const;
		const [from, to] = ranges;
		if (typeof from === "string" || typeof to === "string") {
			const [key, id] = typeof from === "string" ? [from, source[0]] : [to as RangeTrouble, target[0]];
			problems.push({ line, column: null, key, values: { id: id ?? "" } });
		} else {
			sides.source.reached = from[1];
			sides.target.reached = to[1];
			links.push({ line, source: from, target: to, confirmed });
		}
	}
	return { links, problems };
}

type RangeTrouble = "linkUnknown" | "linkApart" | "linkCrosses";

class Side {
	readonly #places: ReadonlyMap<string, number>;
	/** End of what is linked so far: links go forward. */
	reached = 0;

	constructor(ids: readonly string[]) {
		this.#places = new Map(ids.map((id, index) => [id, index]));
	}

	range(ids: readonly string[]): readonly [number, number] | RangeTrouble {
		if (ids.length === 0) return [this.reached, this.reached];
		const places: number[] = [];
		for (const id of ids) {
			const place = this.#places.get(id);
			if (place === undefined) return "linkUnknown";
			places.push(place);
		}
		places.sort((one, other) => one - other);
		const [first = 0] = places;
		const end = first + places.length;
		if (places.at(-1) !== end - 1) return "linkApart";
		return first < this.reached ? "linkCrosses" : [first, end];
	}
}

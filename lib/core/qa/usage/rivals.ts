/** Of Chinese phrases that may each stand for the same, the one that does. */
import { hardlyLess, type Partner } from "./best-partner.ts";

/** In characters. */
export const sourceCharacters = { shortest: 2, longest: 8 };
/** A phrase that stands this often inside one and the same longer phrase is a part of it. */
export const mostlyInside = 0.8;

export interface Learned extends Partner {
	readonly source: string;
}

/** Of Chinese phrases that stand in the same passages only the one that fits an English phrase best has it. */
export function withoutRivals(
	found: readonly Learned[],
	sources: ReadonlyMap<string, readonly number[]>,
): Learned[] {
	return [...Map.groupBy(found, ({ target }) => target).values()].flatMap((alike) =>
		alike.filter((one) =>
			alike.every(
				(other) =>
					other === one ||
					other.likeness < one.likeness * hardlyLess ||
					overlap(one.source, other.source) ||
					!isTogether(sources.get(one.source) ?? [], sources.get(other.source) ?? []),
			),
		),
	);
}

const overlap = (one: string, other: string) => [...one].some((character) => other.includes(character));

function isTogether(some: readonly number[], others: readonly number[]): boolean {
	const known = new Set(others);
	const shared = some.filter((at) => known.has(at)).length;
	return shared * 2 >= Math.min(some.length, others.length);
}

/**
 * Of phrases inside each other that stand for the same, or that hardly occur apart, the one that fits best; the longer
 * where they fit alike.
 */
export function withoutParts(
	found: readonly Learned[],
	sources: ReadonlyMap<string, readonly number[]>,
): Learned[] {
	const bySource = new Map(found.map((one) => [one.source, one]));
	const dropped = new Set<string>();
	for (const long of found) {
		for (const part of partsOf(long.source)) {
			const short = bySource.get(part);
			if (!short) continue;
			const together = (sources.get(long.source)?.length ?? 0) / (sources.get(part)?.length ?? 1);
			if (short.target === long.target && short.likeness > long.likeness) dropped.add(long.source);
			else if (short.target === long.target || together > mostlyInside) dropped.add(part);
		}
	}
	return found.filter(({ source }) => !dropped.has(source));
}

function partsOf(text: string): string[] {
	const parts: string[] = [];
	for (let length = sourceCharacters.shortest; length < text.length; length += 1)
		for (let start = 0; start + length <= text.length; start += 1)
			parts.push(text.slice(start, start + length));
	return parts;
}

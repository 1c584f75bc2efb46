/** Where a sentence went that others joined or divided, and what is to be saved there of a wording of it. */
import type { WireBlame } from "#lib/core/document/blame/wire.ts";
import { carryAlong, type Happened, joinsOf, type Wording } from "#lib/core/document/carry-along.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { RevisionsAnswer } from "../sync/watch.ts";
import type { HistoryEntry, WireRevision } from "../sync/wire.ts";
import { expectComparing, merge } from "./comparing.ts";
import type { Desk } from "./desk.ts";

/** Revisions that are read to follow one sentence; after more of them a person decides. */
const mostPages = 8;
const page = 500;

/** The texts to save, on what the segments hold now; null where both changed the same, or it cannot be told. */
export async function carriedAlong(
	desk: Desk,
	wording: Wording,
	language: string,
): Promise<readonly Wording[] | null> {
	await expectComparing();
	const happened = await since(desk, wording.version);
	if (!happened?.some(({ operation }) => operation?.type === "join" || operation?.type === "split"))
		return null;
	const parts = carryAlong(wording, happened, await wholesOf(desk, wording.segment, happened), language);
	const carried: Wording[] = [];
	for (const part of parts ?? []) {
		if (part.text === part.base) continue;
		const now = await standing(desk, part.segment);
		const merged = now && merge(part.base, part.text, now.text, language);
		if (!now || merged?.kind !== "merged") return null;
		if (merged.text !== now.text)
			carried.push({ segment: part.segment, version: now.version, base: now.text, text: merged.text });
	}
	return parts && carried;
}

async function since(desk: Desk, version: number): Promise<readonly Happened[] | null> {
	const { head, read } = desk.options;
	const happened: Happened[] = [];
	for (let pages = 0; pages < mostPages; pages++) {
		const after = happened.at(-1)?.number ?? version;
		const path = `/documents/${head.id}/revisions?since=${after}&limit=${page}`;
		const { revisions, headNumber } = await read<RevisionsAnswer>(path);
		happened.push(...revisions.map(asStored));
		if (revisions.length === 0 || (happened.at(-1)?.number ?? 0) >= headNumber) return happened;
	}
	return null;
}

/** Schemas are not in the browser; what is in the log was checked when it was written. */
function asStored({ number, operation }: WireRevision): Happened {
	return { number, operation: operation as Operation | null };
}

/** What each join made, as far as it can be told: what stands there, or what the next correction of it began with. */
async function wholesOf(
	desk: Desk,
	segment: string,
	happened: readonly Happened[],
): Promise<Map<number, string>> {
	const wholes = new Map<number, string>();
	for (const { number, whole } of joinsOf(segment, happened)) {
		const next = happened.find(
			(one) => one.number > number && one.operation?.type === "edit" && one.operation.segment === whole,
		);
		const text = next ? await textBefore(desk, whole, next.number) : (await standing(desk, whole))?.text;
		if (text !== undefined) wholes.set(number, text);
	}
	return wholes;
}

async function textBefore(desk: Desk, segment: string, number: number): Promise<string | undefined> {
	const path = `/documents/${desk.options.head.id}/segments/${segment}/history`;
	const { entries } = await desk.options.read<{ entries: readonly HistoryEntry[] }>(path);
	return entries.find((entry) => entry.number === number)?.before ?? undefined;
}

/** A segment as the server has it, in whatever passage. */
async function standing(desk: Desk, segment: string) {
	const path = `/documents/${desk.options.head.id}/segments/${segment}/blame`;
	const { texts } = await desk.options.read<WireBlame>(path);
	return texts.find((text) => text.segment === segment) ?? null;
}

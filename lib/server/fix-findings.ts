/** Mending all findings of a kind whose fix is safe, each seen before by whoever asks for it. */
import { z } from "zod";
import type { Side } from "#lib/core/document/model.ts";
import { Id, Version } from "#lib/core/document/operations/contract.ts";
import type { Fixed, FixPreview, ListedFinding } from "#lib/core/qa/wire.ts";
import { type Actor, can, requireProject } from "./access.ts";
import { checkIds } from "./checking/check-names.ts";
import { AppError } from "./errors.ts";
import { RequestKey } from "./operations.ts";
import { listFindings, lookedAtIn } from "./project-findings.ts";
import { replaceTexts } from "./replace.ts";

/** Shown before, and mended at once. */
const mostFixes = 500;

const Kind = {
	check: z.enum(checkIds),
	/** One thing that the check says, or null: all of it. */
	saying: z.string().max(64).nullable().default(null),
	/** In this document, or null: in all of the project. */
	documentId: Id.nullable(),
};

export const FixFindings = z.union([
	z.strictObject({ ...Kind, preview: z.literal(true) }),
	z.strictObject({
		...Kind,
		key: RequestKey,
		/** Those that were ticked: [document, segment, the version that was seen, fingerprint]. */
		chosen: z
			.array(z.tuple([Id, Id, Version, z.string().regex(/^[0-9a-f]{32}$/)]))
			.min(1)
			.max(mostFixes),
	}),
]);
export type FixFindings = z.infer<typeof FixFindings>;

/** One revision for each document and side. Throws `refused` where nothing is left to be mended. */
export async function fixFindings(
	actor: Actor,
	projectId: string,
	input: FixFindings,
): Promise<FixPreview | Fixed> {
	const { role } = await requireProject(actor, projectId, "rendering.edit");
	const { check, saying, documentId } = input;
	const { values } = await lookedAtIn(actor, projectId, documentId);
	const query = { check, ...(saying !== null && { key: saying }), state: "open" as const };
	const { findings, all } = await listFindings(values, query, mostFixes, true);
	const mine = findings.filter(({ finding }) => finding.side === "target" || can(role, "source.edit"));
	if ("preview" in input) return { fixes: mine, more: all - findings.length };
	return await apply(actor, mine, input.key, input.chosen);
}

async function apply(
	actor: Actor,
	fixes: readonly ListedFinding[],
	key: string,
	chosen: readonly (readonly [string, string, number, string])[],
): Promise<Fixed> {
	const wanted = new Set(chosen.map((one) => one.join(" ")));
	const texts = Map.groupBy(
		fixes.filter((fix) => wanted.has(nameOf(fix))),
		({ documentId, finding }) => `${documentId} ${finding.side}`,
	);
	let changed = 0;
	const documents: { id: string; number: number }[] = [];
	for (const [i, list] of [...texts.values()].entries()) {
		const [first] = list;
		if (!first) continue;
		const edits = editsOf(list);
		const input = { key: `${key.slice(0, 56)}-${i}`, side: first.finding.side satisfies Side, edits };
		try {
			const done = await replaceTexts(actor, first.documentId, input);
			changed += done.changed;
			documents.push({ id: first.documentId, number: done.number });
		} catch (error) {
			// Somebody was quicker in this document; the others are mended.
			if (!(error instanceof AppError) || error.code !== "refused") throw error;
		}
	}
	if (changed === 0) throw new AppError("refused", "findingsGone");
	const asked = new Set(chosen.map(([document, segment]) => `${document} ${segment}`)).size;
	return { changed, skipped: asked - changed, documents };
}

const nameOf = ({ documentId, version, finding }: ListedFinding) =>
	[documentId, finding.segment, version, finding.fingerprint].join(" ");

/** All fixes of a text at once, from its end on; of two that overlap the first. */
function editsOf(fixes: readonly ListedFinding[]): [string, number, string][] {
	return [...Map.groupBy(fixes, ({ finding }) => finding.segment)].map(([segment, list]) => {
		let text = list[0]?.text ?? "";
		let until = Number.POSITIVE_INFINITY;
		const ordered = list.toSorted((a, b) => b.finding.start - a.finding.start);
		for (const { finding } of ordered) {
			if (finding.end > until || finding.fix === null) continue;
			text = text.slice(0, finding.start) + finding.fix + text.slice(finding.end);
			until = finding.start;
		}
		return [segment, list[0]?.version ?? 0, text];
	});
}

/** Two versions of a document side by side. */
import { z } from "zod";
import { compareVersions as compareRows, type WireComparison } from "#lib/core/diff/compare.ts";
import { type Actor, requireDocument } from "./access.ts";
import { AppError } from "./errors.ts";
import { documentAt } from "./revision-log/document-at.ts";
import { inTransaction } from "./revision-log/transaction.ts";

/** A revision's number, or the word for the end of the log that this is. */
export function Version<Word extends string>(word: Word) {
	return z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.or(z.literal(word))
		.default(word);
}

export const CompareQuery = z.strictObject({
	from: Version("draft"),
	to: Version("now"),
});
export type CompareQuery = z.infer<typeof CompareQuery>;

/** Throws `not-found` for a version that the document does not have. */
export async function compareVersions(
	actor: Actor,
	documentId: string,
	query: CompareQuery,
): Promise<WireComparison> {
	await requireDocument(actor, documentId, "document.read");
	return await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		const found = await client.query<{ headNumber: number }>(
			`SELECT "headNumber" FROM "Document" WHERE "id" = $1`,
			[documentId],
		);
		const head = found.rows[0]?.headNumber ?? 0;
		const to = query.to === "now" ? head : query.to;
		const from = query.from === "draft" ? "draft" : query.from;
		for (const number of [to, from]) {
			if (typeof number === "number" && (number < 1 || number > head))
				throw new AppError("not-found", "noSuchVersion", { number });
		}
		const last = from === "draft" ? to : Math.max(from, to);
		const first = from === "draft" ? to : Math.min(from, to);
		const earlier = await documentAt(client, documentId, first);
		const versions = new Map([[first, earlier.rows()]]);
		const replica = await documentAt(client, documentId, last, earlier);
		versions.set(last, replica.rows());
		const { sourceLanguage, targetLanguage } = replica.description;
		const comparison = compareRows({
			before: from === "draft" ? "draft" : { rows: versions.get(from) ?? [] },
			after: { rows: versions.get(to) ?? [] },
			lineage: replica.lineage.filter((entry) => entry.number > first && entry.number <= last),
			sourceLanguage,
			targetLanguage,
		});
		const numbers = [...new Set(comparison.rows.flatMap((row) => row.revisions))];
		const edits = await client.query<{ number: number; name: string; at: Date }>(
			`SELECT r."number", u."name", r."at" FROM "Revision" r JOIN "User" u ON u."id" = r."actorId"
			WHERE r."documentId" = $1 AND r."number" = ANY($2)`,
			[documentId, numbers],
		);
		return {
			...comparison,
			from,
			to,
			edits: Object.fromEntries(
				edits.rows.map(({ number, name, at }) => [String(number), { name, at: at.toISOString() }]),
			),
		};
	});
}

/** Passages without a rendering as numbered lines, to be translated elsewhere. */
import { createHash } from "node:crypto";
import { lineOf, type NumberedPassage } from "#lib/core/bridge/write-numbered.ts";
import type { BridgeLines } from "#lib/core/document/wire.ts";
import { type InlineCode, plainText } from "#lib/core/formats/marked-text.ts";
import { isChinese } from "#lib/core/text/language.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { documentHead } from "./passages.ts";
import { codesIn } from "./revision-log/carried.ts";

/** Passages in one answer. */
const mostCopied = 2_000;
interface EmptyLine {
	number: string;
	texts: string[];
}

/** Passages without a rendering from a number on: those that nobody confirmed to stay so, with something to render. */
const emptyPassages = `SELECT n."number", array_agg(s."text" ORDER BY s."rank") AS "texts" FROM (
		SELECT "id", "state", "link", row_number() OVER (ORDER BY "rank") AS "number" FROM "Passage" WHERE "documentId" = $1
	) AS n JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = n."id" AND s."side" = 'source'
	WHERE n."state" = 'empty' AND n."link" <> 'confirmed' AND n."number" >= $2
	GROUP BY n."number" HAVING bool_or(s."text" !~ '^[ \\t\\n\\v\\f\\r\\u00a0\\u3000\\ufeff]*$')`;

/** The passages under their numbers, without inline codes. */
export async function copyEmpty(actor: Actor, documentId: string, from: number): Promise<BridgeLines> {
	await requireDocument(actor, documentId, "document.read");
	const { description } = await documentHead(actor, documentId);
	const [found, counted, numbered] = await Promise.all([
		pool().query<EmptyLine>(`${emptyPassages} ORDER BY n."number" LIMIT $3`, [
			documentId,
			from,
			mostCopied + 1,
		]),
		pool().query<{ total: string }>(`SELECT count(*) AS "total" FROM (${emptyPassages}) AS empty`, [
			documentId,
			1,
		]),
		pool().query<{ ids: string[] | null }>(
			`SELECT array_agg("id" ORDER BY "rank") AS "ids" FROM "Passage" WHERE "documentId" = $1`,
			[documentId],
		),
	]);
	const lines = found.rows.slice(0, mostCopied);
	const codes = await codeList(
		documentId,
		lines.flatMap(({ texts }) => texts),
	);
	const passages = lines.map(({ number, texts }): NumberedPassage => {
		const text = plainText({ text: joined(texts, description.sourceLanguage), codes });
		return { number: Number(number), text: lineOf(text) };
	});
	const next = found.rows[mostCopied];
	return {
		numbering: numberingOf(numbered.rows[0]?.ids ?? []),
		total: Number(counted.rows[0]?.total ?? 0),
		passages,
		next: next ? Number(next.number) : null,
	};
}

async function codeList(documentId: string, texts: readonly string[]): Promise<readonly InlineCode[]> {
	const list: InlineCode[] = [];
	for (const [number, code] of Object.entries(await codesIn(pool(), documentId, texts)))
		list[Number(number)] = code;
	return list;
}

/** Several sentences of a passage as one text. */
export const joined = (texts: readonly string[], language: string) =>
	texts.join(isChinese(language) ? "" : " ");

/** Equal as long as every number means the same passage. */
export function numberingOf(ids: readonly string[]): string {
	return createHash("sha256").update(ids.join(" ")).digest("base64url");
}

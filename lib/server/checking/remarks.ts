/** What a reader of English remarked on texts, kept beside the findings by text: what did not change is not read again. */
import { createHash } from "node:crypto";
import type { CheckedPassage, EnglishRemark } from "#lib/core/qa/contract.ts";
import { spellingOf } from "#lib/core/qa/english/spelling.ts";
import { pool } from "#lib/server/db.ts";
import { codeOfReader } from "./code.ts";
import type { CheckedHead } from "./rules.ts";

/** By `nameOf` each text that was read. */
export type Remarks = ReadonlyMap<string, readonly EnglishRemark[]>;

/** Names a text as it is read in a document of its language by this release. */
export async function namesFor({ targetLanguage }: CheckedHead): Promise<(text: string) => string> {
	const by = `${await codeOfReader()} ${spellingOf(targetLanguage)} `;
	return (text) => createHash("md5").update(by).update(text).digest("base64");
}

/** What is kept of these passages. */
export async function keptRemarks({ id }: CheckedHead, passages: readonly string[]): Promise<Remarks> {
	const found = await pool().query<{ remarks: Record<string, EnglishRemark[]> }>(
		`SELECT "remarks" FROM "CheckedPassage" WHERE "documentId" = $1 AND "passageId" = ANY($2) AND "remarks" <> '{}'`,
		[id, passages],
	);
	return new Map(found.rows.flatMap(({ remarks }) => Object.entries(remarks)));
}

/** A passage with what is known of its renderings, by name; `unread` where that is not all. */
export interface ReadPassage {
	readonly passage: CheckedPassage;
	readonly remarks: Readonly<Record<string, readonly EnglishRemark[]>>;
	readonly unread: boolean;
}

export function withRemarks(
	passage: CheckedPassage,
	known: Remarks,
	nameOf: (text: string) => string,
): ReadPassage {
	const remarks: Record<string, readonly EnglishRemark[]> = {};
	let unread = false;
	const target = passage.target.map((segment) => {
		if (!isReadable(segment.text)) return segment;
		const name = nameOf(segment.text);
		const said = known.get(name);
		unread ||= said === undefined;
		if (said === undefined) return segment;
		remarks[name] = said;
		return { ...segment, remarks: said };
	});
	return { passage: { ...passage, target }, remarks, unread };
}

/** Nothing can be remarked on what has no letters. */
export const isReadable = (text: string): boolean => /\p{Script=Latin}/u.test(text);

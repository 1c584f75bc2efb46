/** People, projects and documents for tests and benches, made through the services wherever there is one. */
import type { SegmentKind } from "#lib/core/document/model.ts";
import type { Import } from "#lib/core/document/operations/import.ts";
import type { Actor, Role } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { newId } from "#lib/server/new-id.ts";

export async function makePerson(name = "Mei Sato"): Promise<Actor> {
	const userId = newId();
	await db().user.create({ data: { id: userId, email: `${userId.toLowerCase()}@duizhao.example`, name } });
	return { userId, name, administrator: false };
}

export async function makeProject(...members: readonly [Actor, Role][]): Promise<string> {
	const project = await db().project.create({ data: { id: newId(), name: "Harbour notes" } });
	for (const [{ userId }, role] of members) await join(project.id, userId, role);
	return project.id;
}

async function join(projectId: string, userId: string, role: Role): Promise<void> {
	await db().membership.create({ data: { projectId, userId, role } });
}

/** One row of an import: the sentences of each side. */
export type RowTexts = readonly [source: readonly string[], target: readonly string[]];

/** An import whose rows are given; sentences of one row, machine-drafted. */
export function importOf(
	rows: readonly RowTexts[],
	{
		kind = "body" as SegmentKind,
		confidence = 0.9,
		/** Of a row: what kind it is, and whether a paragraph begins there. */
		kindOf = (_row: number): SegmentKind => kind,
		begins = (_row: number): boolean => true,
	} = {},
): Import {
	const side = (index: 0 | 1) =>
		rows.flatMap((row, at) =>
			row[index].map((text, i): Import["source"][number] => [
				newId(),
				kindOf(at),
				i === 0 && begins(at),
				text,
			]),
		);
	return {
		type: "import",
		v: 1,
		description: {
			title: "Harbour notes",
			publishedOn: null,
			publisher: null,
			byline: null,
			sourceLanguage: "zh-Hans",
			targetLanguage: "en",
		},
		source: side(0),
		target: side(1),
		origin: rows.some(([, target]) => target.length > 0) ? { kind: "machine", engine: "demo-mt" } : null,
		rows: rows.map(([source, target]) => [
			newId(),
			source.length,
			target.length,
			source.length > 0 && target.length > 0 ? confidence : null,
		]),
	};
}

/** `count` rows of one sentence each. */
export function plainRows(count: number): RowTexts[] {
	return Array.from({ length: count }, (_, i) => [
		[`第${i + 1}号码头今天又开放了${(i * 7) % 90}个泊位。`],
		[`Wharf No. ${i + 1} opened ${(i * 7) % 90} berths and berths again today.`],
	]);
}

export async function makeDocument(
	owner: Actor,
	projectId: string,
	rows: readonly RowTexts[] = plainRows(6),
	options: Parameters<typeof importOf>[1] = {},
): Promise<string> {
	return await createDocument(owner, projectId, importOf(rows, options));
}

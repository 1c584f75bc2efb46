/**
 * How a file says which version of which document it is, and which sentence is where: in properties of the file and
 * in bookmarks, which Word hides where their names begin with an underscore. Both outlive editing in Word and in
 * LibreOffice. Names of bookmarks have at most 40 characters.
 */

import type { Layout } from "../deliverable.ts";
import type { Anchored } from "./paragraphs.ts";

export const tagKinds = { target: "t", source: "s", passage: "p", head: "h" } as const;
export type TagKind = keyof typeof tagKinds;

export interface Tag {
	readonly kind: TagKind;
	/** Of a segment or passage; "title" or "dateline" in the head. */
	readonly id: string;
}

const prefix = "_dz";

export function tagName({ kind, id }: Tag): string {
	return `${prefix}${tagKinds[kind]}_${id}`;
}

/** Around all of a sentence. */
export function tagAround(tag: Tag, length: number): Anchored[] {
	const name = tagName(tag);
	return [
		{ at: 0, anchor: { is: "tag", edge: "start", name } },
		{ at: length, anchor: { is: "tag", edge: "end", name } },
	];
}

/** Null for any other bookmark. LibreOffice renames those of paragraphs that it copies to show a change. */
export function readTag(name: string): Tag | null {
	const found = /^_dz([tsph])_([0-9A-Za-z]{1,24})(?:_Copy_\d+)?$/.exec(name);
	const kind = Object.entries(tagKinds).find(([, letter]) => letter === found?.[1])?.[0];
	return kind === undefined || found?.[2] === undefined ? null : { kind: kind as TagKind, id: found[2] };
}

const names = { documentId: "DuizhaoDocument", number: "DuizhaoVersion", layout: "DuizhaoLayout" } as const;

export interface FileIdentity {
	readonly documentId: string;
	/** The version whose text it has with all changes accepted. */
	readonly number: number;
	readonly layout: Layout;
}

export function propertiesOf({ documentId, number, layout }: FileIdentity): Record<string, string> {
	return { [names.documentId]: documentId, [names.number]: String(number), [names.layout]: layout };
}

/** Null where the file does not say. */
export function identityIn(properties: ReadonlyMap<string, string>): FileIdentity | null {
	const documentId = properties.get(names.documentId)?.trim() ?? "";
	const number = properties.get(names.number)?.trim() ?? "";
	if (!/^[0-9A-Za-z]{12,24}$/.test(documentId) || !/^[1-9]\d{0,8}$/.test(number)) return null;
	const layout = properties.get(names.layout)?.trim() === "columns" ? "columns" : "article";
	return { documentId, number: Number(number), layout };
}

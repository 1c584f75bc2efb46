/** The hash chain of a document's log. */
import { createHash } from "node:crypto";

export interface Link {
	/** The document's id; of a log brought from elsewhere, the id that it had where it was begun. */
	readonly logId: string;
	readonly number: number;
	readonly actorId: string;
	/** Milliseconds since 1970 UTC. */
	readonly at: Date;
	/** Canonical JSON, exactly as stored. */
	readonly operation: string;
	readonly inverse: string;
	readonly undoes: number | null;
}

/** SHA-256, as 64 hex digits, over the hash before and everything that a revision says. */
export function chainHash(previous: string, link: Link): string {
	const hash = createHash("sha256");
	const parts = [
		previous,
		link.logId,
		String(link.number),
		link.actorId,
		link.at.toISOString(),
		String(link.undoes ?? 0),
		link.operation,
		link.inverse,
	];
	// Lengths stand before the parts, so that no two lists of parts give the same bytes.
	for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
	return hash.digest("hex");
}

/** What a kind of long work is. Adding one is a file in handlers/ and a line in the registry. */
import type { z } from "zod";
import type { Actor } from "#lib/server/access.ts";

export interface Running {
	readonly jobId: string;
	readonly projectId: string;
	/** Who asked for it; access was checked then and is checked again by the services it calls. */
	readonly actor: Actor;
	/** Tells how far the work is; throws once somebody cancelled it. */
	progress(done: number, total: number): Promise<void>;
	/** Aborted when the job is cancelled. */
	readonly signal: AbortSignal;
}

export interface JobKind<Schema extends z.ZodType = z.ZodType> {
	/** Stored: never renamed. */
	readonly id: string;
	readonly input: Schema;
	/** Safe to run twice: the second run ends where the first would have. Returns what the asker gets. */
	run(input: z.output<Schema>, running: Running): Promise<object>;
}

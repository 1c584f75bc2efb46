import type { Problem } from "#lib/server/errors.ts";

/** Work that cannot succeed however often it is tried, with what to tell the person. */
export class JobFailed extends Error {
	override readonly name = "JobFailed";
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.key);
		this.problem = problem;
	}
}

/** Thrown where a job notices that somebody cancelled it. */
export class JobCancelled extends Error {
	override readonly name = "JobCancelled";
}

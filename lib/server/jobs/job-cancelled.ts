/** Thrown where a job notices that somebody cancelled it. */
export class JobCancelled extends Error {
	override readonly name = "JobCancelled";
}

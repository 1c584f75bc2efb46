/** Trouble that keeps Duizhao from starting, told in one sentence with the next thing to try. */
export class LaunchError extends Error {
	readonly next: string;

	constructor(sentence: string, next: string, options?: ErrorOptions) {
		super(sentence, options);
		this.name = "LaunchError";
		this.next = next;
	}
}

/** A line at a terminal that is written over as the work goes on. */
export interface ProgressLine {
	update(text: string): void;
	/** Takes the line away. */
	clear(): void;
}

interface Terminal {
	readonly isTTY?: boolean | undefined;
	write(text: string): unknown;
}

/** Milliseconds: what is done sooner needs no word, and the line is rewritten no more often. */
const patience = 800;
const rewriteEvery = 100;

const eraseLine = "\r\u001B[K";

/** Says nothing where the stream is a file or a pipe. `now` is in milliseconds. */
export function progressLine(
	stream: Terminal = process.stderr,
	now: () => number = () => performance.now(),
): ProgressLine {
	let next = now() + patience;
	let shown = false;
	return {
		update(text) {
			if (stream.isTTY !== true || now() < next) return;
			next = now() + rewriteEvery;
			shown = true;
			stream.write(eraseLine + text);
		},
		clear() {
			if (shown) stream.write(eraseLine);
			shown = false;
		},
	};
}

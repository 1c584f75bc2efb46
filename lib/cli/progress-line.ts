/** A line at a terminal that is written over as the work goes on. */
export interface ProgressLine {
	update(text: string): void;
	/** Shown at once, for what may take long and cannot tell how far it is. */
	announce(text: string): void;
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
	const announce = (text: string) => {
		if (stream.isTTY !== true) return;
		next = now() + rewriteEvery;
		shown = true;
		stream.write(eraseLine + text);
	};
	return {
		announce,
		update(text) {
			if (now() >= next) announce(text);
		},
		clear() {
			if (shown) stream.write(eraseLine);
			shown = false;
		},
	};
}

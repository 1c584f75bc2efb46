import { LiveStream, type News } from "./live-stream.ts";
import type { Joining } from "./live-worker.ts";
import { newId } from "./new-id.ts";

export interface Live {
	/** Tries now where nothing arrives: the network came back. */
	wake(): void;
	stop(): void;
}

export type GoLive = (document: string, told: (news: News) => void) => Live;

/** A worker that cannot start says nothing at all. */
const workerPatience = 4_000; // ms

/** News of a document: through the worker that all pages of the browser share, or by a stream of this page's own. */
export function goLive(person: string): GoLive {
	return (document, told) => {
		let live: Live | null = null;
		const alone = () => {
			live?.stop();
			live = ownStream(document, told);
		};
		try {
			live = sharedStream(person, document, told, alone);
		} catch {
			alone();
		}
		return { wake: () => live?.wake(), stop: () => live?.stop() };
	};
}

function ownStream(document: string, told: (news: News) => void): Live {
	const stream = new LiveStream({ fetch: (url, init) => fetch(url, init), told });
	stream.follow([document]);
	return stream;
}

function sharedStream(
	person: string,
	document: string,
	told: (news: News) => void,
	otherwise: () => void,
): Live {
	const worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), {
		name: `duizhao ${person}`,
	});
	const lock = `duizhao-live-${newId()}`;
	const { port } = worker;
	const patience = setTimeout(otherwise, workerPatience);
	worker.onerror = () => {
		clearTimeout(patience);
		otherwise();
	};
	port.onmessage = ({ data }: MessageEvent<News>) => {
		clearTimeout(patience);
		told(data);
	};
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	void navigator.locks.request(lock, () => {
		port.postMessage({ document, lock } satisfies Joining);
		return held;
	});
	return {
		wake: () => port.postMessage("wake"),
		stop() {
			clearTimeout(patience);
			worker.onerror = null;
			port.onmessage = null;
			release();
		},
	};
}

/** Shared by all pages of this site in a browser: holds one stream for them, because a browser allows six per site. */
import { LiveStream, type News } from "./live-stream.ts";

/** What a page sends first; it holds the lock for as long as it lives. */
export interface Joining {
	readonly document: string;
	readonly lock: string;
}

interface Member {
	readonly document: string;
	readonly port: MessagePort;
}

const members = new Set<Member>();
/** The last of each kind, for pages that come later. */
const latest = new Map<string, News>();

const stream = new LiveStream({ fetch: (url, init) => fetch(url, init), told: pass });

function pass(news: News): void {
	if (news.kind === "up") {
		if (!news.up) latest.clear();
	} else latest.set(`${news.document} ${news.kind}`, news);
	for (const { document, port } of members)
		if (news.kind === "up" || news.document === document) port.postMessage(news);
}

function join(port: MessagePort, { document, lock }: Joining): void {
	const member = { document, port };
	members.add(member);
	port.postMessage({ kind: "up", up: stream.isUp } satisfies News);
	for (const kind of ["head", "people"]) {
		const news = latest.get(`${document} ${kind}`);
		if (news) port.postMessage(news);
	}
	follow();
	// Granted when the page is gone, however it went.
	void navigator.locks.request(lock, () => {
		members.delete(member);
		port.close();
		follow();
	});
}

function follow(): void {
	stream.follow([...members].map(({ document }) => document));
}

const scope: typeof globalThis & { onconnect?: (event: MessageEvent) => void } = globalThis;
scope.onconnect = ({ ports: [port] }) => {
	if (!port) return;
	port.onmessage = ({ data }: MessageEvent<Joining | "wake">) => {
		if (data === "wake") stream.wake();
		else join(port, data);
	};
};

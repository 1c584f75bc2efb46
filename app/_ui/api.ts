/** Talks to the one API. A refusal arrives as a `Problem`: a message key with its values, never a sentence. */

export class Problem extends Error {
	readonly status: number;
	readonly key: string;
	readonly values: Readonly<Record<string, unknown>>;
	/** The whole problem document: a conflict carries `current` and `yours` here. */
	readonly document: Readonly<Record<string, unknown>>;

	constructor(status: number, key: string, document: Record<string, unknown> = {}) {
		super(key);
		this.name = "Problem";
		this.status = status;
		this.key = key;
		this.document = document;
		this.values = isRecord(document.values) ? document.values : {};
	}
}

/** Problems that arise on this side of the wire; their sentences are in common.json. */
export const offlineKey = "offline";
export const unexpectedKey = "unexpected";

export interface ApiOptions {
	readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
	readonly body?: unknown;
	readonly signal?: AbortSignal;
	/** Lets the browser finish the request when the page goes away (bodies up to 64 KiB). */
	readonly keepalive?: boolean;
}

/**
 * `path` starts with a slash and is relative to /api/v1. Answers the parsed JSON body, or undefined
 * for an empty one. Throws `Problem`; an aborted request throws the signal's AbortError.
 */
export async function api<T>(path: string, options: ApiOptions = {}): Promise<T> {
	const response = await send(path, options);
	const text = await response.text();
	const body = parse(text);
	if (response.ok) return body as T;
	const document = isRecord(body) ? body : {};
	const key = typeof document.key === "string" ? document.key : unexpectedKey;
	throw new Problem(response.status, key, document);
}

async function send(
	path: string,
	{ method = "GET", body, signal, keepalive }: ApiOptions,
): Promise<Response> {
	const init: RequestInit = {
		method,
		headers: { accept: "application/json" },
		credentials: "same-origin",
	};
	if (method !== "GET") {
		init.headers = {
			accept: "application/json",
			"content-type": "application/json",
		};
		init.body = JSON.stringify(body ?? {});
	}
	if (signal) init.signal = signal;
	if (keepalive) init.keepalive = true;
	try {
		return await fetch(`/api/v1${path}`, init);
	} catch (error) {
		if (signal?.aborted) throw error;
		throw new Problem(0, offlineKey);
	}
}

function parse(text: string): unknown {
	if (text === "") return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { Answer, OperationBody, Problem } from "./wire.ts";

/** What came of one request that changes the document. */
export type Reply =
	| { readonly kind: "done"; readonly answer: Answer }
	| { readonly kind: "conflict"; readonly problem: Problem }
	| { readonly kind: "refused"; readonly problem: Problem }
	| { readonly kind: "signed-out" }
	/** The server asks to come back after so many milliseconds; null where it does not say. */
	| { readonly kind: "busy"; readonly after: number | null }
	| { readonly kind: "unreachable" };

export type Change =
	| { readonly kind: "operation"; readonly operation: OperationBody }
	| { readonly kind: "undo" }
	| { readonly kind: "redo" };

export interface Transport {
	send(change: Change, key: string, leaving: boolean): Promise<Reply>;
}

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Browsers refuse a request that outlives its page above 64 KiB in flight. */
const keepaliveLimit = 60_000;
/** A request without an answer for so long is tried again: the key makes that safe. */
const patience = 30_000;

export function httpTransport(documentId: string, fetch: Fetch): Transport {
	const root = `/api/v1/documents/${documentId}`;
	return {
		async send(change, key, leaving) {
			const path = change.kind === "operation" ? `${root}/operations` : `${root}/${change.kind}`;
			const body = JSON.stringify(
				change.kind === "operation" ? { key, operation: change.operation } : { key },
			);
			try {
				const response = await fetch(path, {
					method: "POST",
					headers: { "content-type": "application/json" },
					body,
					keepalive: leaving && body.length < keepaliveLimit,
					signal: AbortSignal.timeout(patience),
				});
				return await replyOf(response);
			} catch {
				return { kind: "unreachable" };
			}
		},
	};
}

async function replyOf(response: Response): Promise<Reply> {
	if (response.ok) return { kind: "done", answer: (await response.json()) as Answer };
	if (response.status === 401) return { kind: "signed-out" };
	if (response.status === 503 || response.status === 429)
		return { kind: "busy", after: retryAfter(response) };
	if (response.status >= 500 || response.status === 408) return { kind: "busy", after: null };
	const problem = await problemOf(response);
	return response.status === 409 ? { kind: "conflict", problem } : { kind: "refused", problem };
}

function retryAfter(response: Response): number | null {
	const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** Reads a problem document as far as it is one: a proxy in between may answer with anything. */
export async function problemOf(response: Response): Promise<Problem> {
	const body: unknown = await response.json().catch(() => null);
	const fields = isRecord(body) ? body : {};
	const values = isRecord(fields["values"]) ? fields["values"] : {};
	return {
		status: response.status,
		key: typeof fields["key"] === "string" ? fields["key"] : "unexpected",
		values: Object.fromEntries(
			Object.entries(values).filter((entry): entry is [string, string | number] =>
				["string", "number"].includes(typeof entry[1]),
			),
		),
		current:
			typeof values["current"] === "string" && typeof values["version"] === "number"
				? { text: values["current"], version: values["version"] }
				: null,
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

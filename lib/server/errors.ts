import { randomUUID } from "node:crypto";
import problems from "#lib/messages/en/problems.json" with { type: "json" };
import reading from "#lib/messages/en/reading.json" with { type: "json" };
import refusals from "#lib/messages/en/refusals.json" with { type: "json" };
import { sentencesOf } from "#lib/messages/sentences.ts";
import { databaseIsBusy } from "./database-trouble.ts";
import { describeError, logEvent } from "./log.ts";

/** From an error's code to the status it is answered with. The one table. */
export const statuses = {
	invalid: 400,
	unauthenticated: 401,
	forbidden: 403,
	"not-found": 404,
	conflict: 409,
	"too-large": 413,
	unsupported: 415,
	refused: 422,
	throttled: 429,
	busy: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof statuses;

/** A key of problems.json, `refusals.KEY` for a reason that the document model gave, or what a reader told. */
export type ProblemKey = keyof typeof problems | `refusals.${string}` | `reading.problems.${string}`;

/** Expected trouble of a service, answered as a problem document. `values` fill the message and reach the client. */
export class AppError extends Error {
	override readonly name = "AppError";
	readonly code: ErrorCode;
	readonly key: ProblemKey;
	readonly values: Readonly<Record<string, unknown>>;

	constructor(code: ErrorCode, key: ProblemKey, values: Readonly<Record<string, unknown>> = {}) {
		super(`${code}: ${key}`);
		this.code = code;
		this.key = key;
		this.values = values;
	}
}

/** An RFC 9457 problem document. */
export interface Problem {
	readonly type: "about:blank";
	readonly title: string;
	readonly status: number;
	readonly code: ErrorCode | "internal";
	readonly key: ProblemKey;
	readonly values: Readonly<Record<string, unknown>>;
}

const say = sentencesOf("en", { ...problems, refusals, reading });

/** The English sentence; a key that a catalogue does not have yet reads as a plain refusal. */
function titleOf(key: ProblemKey, values: Readonly<Record<string, unknown>>): string {
	const printable: Record<string, string | number> = {};
	for (const [name, value] of Object.entries(values)) {
		if (typeof value === "string" || typeof value === "number") printable[name] = value;
	}
	return say(key, printable) ?? problems.refused;
}

function appErrorOf(error: unknown): AppError | null {
	if (error instanceof AppError) return error;
	return databaseIsBusy(error) ? new AppError("busy", "busy") : null;
}

/** Any thrown value as a problem. An unknown one is logged under an id and tells the client nothing but that id. */
export function problemOf(error: unknown): Problem {
	const known = appErrorOf(error);
	if (known === null || (known.code === "busy" && known !== error)) {
		const id = randomUUID();
		logEvent(known === null ? "unexpected-error" : "database-busy", { id, error: describeError(error) });
		if (known === null) {
			return {
				type: "about:blank",
				title: titleOf("internal", { id }),
				status: 500,
				code: "internal",
				key: "internal",
				values: { id },
			};
		}
	}
	return {
		type: "about:blank",
		title: titleOf(known.key, known.values),
		status: statuses[known.code],
		code: known.code,
		key: known.key,
		values: known.values,
	};
}

/** The answer of every route that fails. */
export function problemResponse(error: unknown): Response {
	const problem = problemOf(error);
	const headers = new Headers({
		"content-type": "application/problem+json",
		"cache-control": "no-store",
		"x-content-type-options": "nosniff",
	});
	if (problem.status === 503) headers.set("retry-after", "1");
	if (problem.status === 429) {
		const minutes = problem.values["minutes"];
		headers.set("retry-after", String(typeof minutes === "number" ? minutes * 60 : 60));
	}
	return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

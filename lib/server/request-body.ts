import type { z } from "zod";
import { AppError } from "./errors.ts";

/** Reads at most `limit` bytes; more is refused with 413, wherever the surplus shows. Never cut short. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
	const announced = Number(request.headers.get("content-length") ?? "0");
	if (announced > limit) throw new AppError("too-large", "tooLarge", { limit });
	const chunks: Uint8Array[] = [];
	let size = 0;
	if (request.body === null) return new Uint8Array();
	for await (const chunk of request.body) {
		size += chunk.byteLength;
		if (size > limit) throw new AppError("too-large", "tooLarge", { limit });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}

/** A file is sent as nothing but bytes. Throws `unsupported`. */
export function requireFile(headers: Headers): void {
	if (headers.get("content-type")?.toLowerCase() !== "application/octet-stream")
		throw new AppError("unsupported", "fileType");
}

/** The body as JSON checked against a strict schema; the first field that does not fit is named. */
export async function readJson<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
	limit: number,
): Promise<z.output<Schema>> {
	if (!/^application\/json\s*(?:;\s*charset=utf-8\s*)?$/i.test(request.headers.get("content-type") ?? "")) {
		throw new AppError("unsupported", "unsupportedType");
	}
	return fitting(schema, parseJson(await readBytes(request, limit)), "invalidBody");
}

function parseJson(bytes: Uint8Array): unknown {
	let value: unknown;
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		value = JSON.parse(text);
	} catch {
		throw new AppError("invalid", "invalidJson");
	}
	// Zod passes over this key in records; the second reading happens only where the text could hold it.
	if (text.includes("__proto__") || /\\u005f/i.test(text)) JSON.parse(text, refuseProto);
	return value;
}

function refuseProto(key: string, value: unknown): unknown {
	if (key === "__proto__") throw new AppError("invalid", "invalidBody", { field: key, reason: "unknown" });
	return value;
}

/** The query of an address checked the same way; a parameter given twice is refused. */
export function readQuery<Schema extends z.ZodType>(url: URL, schema: Schema): z.output<Schema> {
	const values: Record<string, string> = Object.create(null);
	for (const [name, value] of url.searchParams) {
		const holdsControl = /\p{Cc}/u.test(value); // Postgres cannot hold NUL, and no parameter needs the others
		if (name in values || holdsControl) throw new AppError("invalid", "invalidParameter", { field: name });
		values[name] = value;
	}
	return fitting(schema, { ...values }, "invalidParameter");
}

function fitting<Schema extends z.ZodType>(
	schema: Schema,
	value: unknown,
	key: "invalidBody" | "invalidParameter",
): z.output<Schema> {
	const parsed = schema.safeParse(value, { reportInput: true });
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new AppError("invalid", key, issue === undefined ? { field: "", reason: "other" } : placeOf(issue));
}

function placeOf(issue: z.core.$ZodIssue): { field: string; reason: string } {
	const path = issue.path.map(String);
	if (issue.code === "unrecognized_keys") {
		return { field: [...path, issue.keys[0] ?? ""].join("."), reason: "unknown" };
	}
	const field = path.join(".");
	if (issue.code === "invalid_type") {
		return { field, reason: issue.input === undefined ? "missing" : "type" };
	}
	return { field, reason: "other" };
}

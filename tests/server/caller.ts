import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { db, openDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { newClaims, sessionCookie } from "#lib/server/session.ts";
import { testDatabase } from "#tests/setup/database.ts";

/** The address that the handlers believe to be theirs. */
export const origin = "http://127.0.0.1:3000";
export const ownHeaders = { origin, host: "127.0.0.1:3000", "sec-fetch-site": "same-origin" } as const;

type Handler = (
	request: Request,
	context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** The log lines that calls made here cause by design; the others stay in sight. */
const expectedEvents = /"event":"(?:forbidden|account-changed|password-changed|live-connection-lost)"/;

function muteExpectedEvents(): void {
	const write = process.stderr.write.bind(process.stderr);
	process.stderr.write = (chunk: string | Uint8Array): boolean =>
		typeof chunk === "string" && expectedEvents.test(chunk) ? true : write(chunk);
}

/** A database of this test file's own, and the environment the handlers need. Call it once, before all. */
export async function openTestDatabase(): Promise<string> {
	muteExpectedEvents();
	process.env["DUIZHAO_SESSION_SECRET"] ??= `test secret ${randomUUID()}`;
	process.env["DUIZHAO_URL"] ??= origin;
	const { url } = await testDatabase();
	process.env["DATABASE_URL"] = url;
	openDatabase(url);
	return url;
}

export interface Person {
	readonly id: string;
	readonly email: string;
	readonly name: string;
}

export async function makePerson(
	name: string,
	extra: { administrator?: boolean; passwordHash?: string; disabledAt?: Date } = {},
): Promise<Person> {
	const id = newId();
	const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, "-")}-${id.slice(0, 6).toLowerCase()}@example.org`;
	await db().user.create({ data: { id, email, name, ...extra } });
	return { id, email, name };
}

/** A real session cookie of this person, as signing in would set it. */
export async function cookieOf({ id }: { readonly id: string }): Promise<string> {
	const user = await db().user.findUniqueOrThrow({ where: { id }, select: { tokenVersion: true } });
	const cookie = await sessionCookie(newClaims(id, user.tokenVersion));
	return cookie.slice(0, cookie.indexOf(";"));
}

/** The file in which a route of the registry has its handler: "/projects/:projectId" → app/api/v1/projects/[projectId]. */
export function routeFile(path: string): string {
	return resolve("app/api/v1", `.${path.replaceAll(/:(\w+)/g, "[$1]")}`, "route.ts");
}

export async function handlerOf(route: string): Promise<Handler> {
	const [method = "", path = ""] = route.split(" ");
	const file = routeFile(path);
	if (!existsSync(file)) throw new Error(`${route} has no ${file}`);
	const exported: Record<string, Handler> = await import(/* @vite-ignore */ pathToFileURL(file).href);
	const handler = exported[method];
	if (handler === undefined) throw new Error(`${file} does not export ${method}`);
	return handler;
}

export interface CallOptions {
	readonly params?: Readonly<Record<string, string>>;
	readonly query?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	/** Instead of `body`: these bytes as they are. */
	readonly raw?: string | Uint8Array;
	readonly cookie?: string | null;
	/** Added to the headers of a well-behaved browser; null takes one away. */
	readonly headers?: Readonly<Record<string, string | null>>;
}

/** Calls a route's handler as Next would, with a request as a browser sends it. */
export async function callRoute(route: string, options: CallOptions = {}): Promise<Response> {
	const [method = "", path = ""] = route.split(" ");
	const { params = {}, query = {}, body, raw, cookie = null } = options;
	const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? "");
	const headers = new Headers(method === "GET" ? { host: ownHeaders.host } : ownHeaders);
	if (method !== "GET") headers.set("content-type", "application/json");
	if (cookie !== null) headers.set("cookie", cookie);
	for (const [name, value] of Object.entries(options.headers ?? {})) {
		if (value === null) headers.delete(name);
		else headers.set(name, value);
	}
	const url = new URL(`/api/v1${filled}`, origin);
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
	const sent = raw ?? (method === "GET" ? undefined : JSON.stringify(body ?? {}));
	const request = new Request(url, {
		method,
		headers,
		...(sent === undefined ? {} : { body: sent as BodyInit }),
	});
	return (await handlerOf(route))(request, {
		params: Promise.resolve(path.includes(":") ? { ...params } : undefined),
	});
}

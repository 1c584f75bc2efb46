import type { z } from "zod";
import type { Permission } from "./access.ts";

/** Who may call a route: anybody, anybody signed in, administrators, or a project's members by permission. */
export type RouteAccess = "public" | "signed-in" | "administrator" | Permission;

/** One line of the registry. The service that a route calls decides access itself; a test compares the two. */
export interface RouteDescription {
	readonly summary: string;
	readonly access: RouteAccess;
	/** Strict schema of the JSON body; without one no body is read. */
	readonly body?: z.ZodType;
	/** The body is a file as it is, which the handler takes from the request as a stream. */
	readonly file?: true;
	/** Strict schema of the query, whose values all arrive as strings. */
	readonly query?: z.ZodType;
	/** Bytes a body may have; 64 KiB unless told. */
	readonly limit?: number;
	/** Status of an answer with content; 200 unless told. */
	readonly status?: 200 | 201 | 202;
	/** What the answer holds, in words; null where it has no content. */
	readonly answer: string | null;
}

/** The status of a successful answer. */
export function statusOf({ answer, status = 200 }: RouteDescription): number {
	return answer === null ? 204 : status;
}

export type RouteKey = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

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
	/** Strict schema of the query, whose values all arrive as strings. */
	readonly query?: z.ZodType;
	/** Bytes a body may have; 64 KiB unless told. */
	readonly limit?: number;
	/** Status of an answer with content; 200 unless told. An answer without content is 204. */
	readonly status?: 200 | 201 | 202;
	/** What the answer holds, in words. */
	readonly answer: string;
}

export type RouteKey = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

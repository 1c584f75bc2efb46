import { env } from "./env.ts";

const day = 24 * 60 * 60; // seconds

/** Seconds. A session ends after this long without use, and this long after signing in whatever happens. */
export const sessionLimits = { idle: 7 * day, absolute: 30 * day, renewAfter: 15 * 60 } as const;

/** The address people use and links begin with. */
export function publicUrl(): URL {
	return new URL(env().DUIZHAO_URL);
}

/** Whether people reach the site over TLS, which decides the cookies' flags and names. */
export function isSecure(): boolean {
	return publicUrl().protocol === "https:";
}

/** On this machine only: 127.0.0.1 and localhost are then the same site to the person in front of it. */
export function isLoopback({ hostname }: URL): boolean {
	return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}

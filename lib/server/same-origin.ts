import { AppError } from "./errors.ts";
import { isLoopback, publicUrl } from "./site.ts";

/**
 * A change may come only from this site's own pages: a browser tells by `Sec-Fetch-Site` or `Origin`,
 * and a request that carries neither is refused. Forwarded headers are never looked at: anybody can
 * write them.
 */
export function requireSameOrigin(headers: Headers): void {
	const site = headers.get("sec-fetch-site");
	const origin = headers.get("origin");
	const refused =
		(site === null && origin === null) ||
		(site !== null && site !== "same-origin") ||
		(origin !== null && !isOwnOrigin(origin, headers.get("host")));
	if (refused) throw new AppError("forbidden", "crossOrigin", { address: publicUrl().origin });
}

/**
 * The public address decides. Where that is this very machine, which has several names, the page must
 * come from the host that the request went to; a browser lets no page choose the Host header.
 */
function isOwnOrigin(origin: string, host: string | null): boolean {
	const own = publicUrl();
	if (origin === own.origin) return true;
	if (!isLoopback(own) || host === null || !URL.canParse(origin)) return false;
	const { protocol, host: named } = new URL(origin);
	return protocol === own.protocol && named === host.toLowerCase() && isLoopback(new URL(origin));
}

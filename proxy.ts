import { type NextRequest, NextResponse } from "next/server";

const yearOfSeconds = 365 * 24 * 60 * 60;
const development = process.env.NODE_ENV === "development";

/**
 * What a page may load and run. Scripts need the nonce of this answer; what such a script loads is
 * trusted with it. Style elements need it too; style attributes are allowed, because the virtual lists
 * and the placement of menus write positions into them, also in the HTML from the server. The
 * development server evaluates code, adds styles without a nonce and speaks to a socket.
 */
function contentSecurityPolicy(nonce: string): string {
	return [
		"default-src 'self'",
		`script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
		`style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		`connect-src 'self'${development ? " ws:" : ""}`,
		"worker-src 'self'",
		"frame-src 'none'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; ");
}

/**
 * The content policy of every page (next.config.js sets the headers that never vary); nothing here decides
 * who may see what. Routes of the API are left out,
 * because Next keeps, and cuts at 10 MB, the bodies of requests that pass through this file.
 */
export function proxy(request: NextRequest): NextResponse {
	const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
	const policy = contentSecurityPolicy(nonce);
	const headers = new Headers(request.headers);
	headers.set("content-security-policy", policy);
	// Only a document has its own nonce: what is fetched into an open page must keep to that page's.
	if (request.headers.get("accept")?.includes("text/html")) headers.set("x-nonce", nonce);
	else headers.delete("x-nonce");
	const response = NextResponse.next({ request: { headers } });
	response.headers.set("content-security-policy", policy);
	if (process.env["DUIZHAO_URL"]?.startsWith("https:")) {
		response.headers.set("strict-transport-security", `max-age=${yearOfSeconds}; includeSubDomains`);
	}
	return response;
}

export const config = {
	matcher: ["/((?!api/|_next/static/|_next/image|favicon.ico|icon.svg).*)"],
};

import { z } from "zod";

const longestAddress = 254; // RFC 5321, 4.5.3.1.3
const domain =
	/^(?=.{1,190}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
const local = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;

/**
 * The one spelling under which an account is kept, or null. A text that compatibility normalisation
 * would change (a full-width ＠, a ligature, the Kelvin sign) is refused, not mapped: otherwise an
 * address that somebody else owns could be turned into that of an account here.
 */
export function normalizeEmail(text: string): string | null {
	const trimmed = text.trim();
	if (trimmed.length > longestAddress || trimmed.normalize("NFKC") !== trimmed) return null;
	const lower = trimmed.toLowerCase();
	if (lower.normalize("NFKC") !== lower) return null;
	const [name, host, ...rest] = lower.split("@");
	if (name === undefined || host === undefined || rest.length > 0) return null;
	return local.test(name) && domain.test(host) ? lower : null;
}

/** An address in a request, brought to that spelling. */
export const Email = z
	.string()
	.transform((text) => normalizeEmail(text))
	.refine((address) => address !== null)
	.transform((address) => address ?? "");

/** Names all that checks read in a passage: where this is the same, so is what they find. */

/**
 * For a query with a passage `p` and its segments `s`, grouped by passage. A version stands for a text; a draft may
 * become another without it, when a side is imported anew.
 */
export const stamp = `md5(p."state" || '|' || p."link" || '|' || coalesce(string_agg(
	s."side" || s."id" || '@' || s."version" || coalesce('#' || s."origin" || '.' || hashtext(s."draft"), ''), ' ' ORDER BY s."side", s."rank"), ''))`;

export const ofPassage = `"Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"`;

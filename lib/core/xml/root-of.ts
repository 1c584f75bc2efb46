/**
 * Local name and tag of a document's root element, as far as the beginning of its text shows it; null where it is no
 * XML. Comments, instructions and a DOCTYPE without declarations of its own are passed over.
 */
export function rootOf(head: string): { readonly local: string; readonly tag: string } | null {
	let at = head.search(/[^\s\ufeff]/u);
	while (at !== -1 && head[at] === "<") {
		const after = afterProlog(head, at);
		if (after === null) {
			const end = head.indexOf(">", at);
			const tag = end === -1 ? head.slice(at) : head.slice(at, end + 1);
			const name = /^<(?:[^\s<>/:=]+:)?([\p{L}_][^\s<>/:=]*)(?=[\s/>])/u.exec(tag)?.[1];
			return name === undefined ? null : { local: name, tag };
		}
		if (after === -1) return null;
		at = nextMark(head, after);
	}
	return null;
}

/** Where a comment, instruction or DOCTYPE ends; null where it is none of them, -1 where its end is not there. */
function afterProlog(head: string, at: number): number | null {
	const [begin, end] = head.startsWith("<!--", at)
		? ["<!--", "-->"]
		: head.startsWith("<?", at)
			? ["<?", "?>"]
			: ["<!", ">"];
	if (!head.startsWith(begin, at)) return null;
	const found = head.indexOf(end, at + begin.length);
	return found === -1 ? -1 : found + end.length;
}

function nextMark(head: string, from: number): number {
	let at = from;
	while (at < head.length && (head[at] ?? "").trim() === "") at += 1;
	return at < head.length ? at : -1;
}

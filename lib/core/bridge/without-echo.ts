/** A rendering before which the model says its source again: "船到了。 → The ship came." */
export function withoutEcho(text: string, source: string): string {
	if (source === "" || !text.startsWith(source)) return text;
	const rest = text
		.slice(source.length)
		.replace(/^[\s→⇒=>:：|/–—-]+/u, "")
		.trim();
	return rest === "" ? text : rest;
}

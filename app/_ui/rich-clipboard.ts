/**
 * Puts both halves of one copy on the clipboard. Must be called from a press: browsers let a page write only then,
 * and one of them only if the write begins before the texts have arrived.
 */
export async function writeRich(html: Promise<string>, plain: Promise<string>): Promise<void> {
	// Both are awaited below; a failure must not count as unhandled while the other is waited for.
	const texts = Promise.all([html, plain]);
	if (navigator.clipboard && typeof ClipboardItem !== "undefined") {
		const blob = (type: string, text: Promise<string>) => text.then((value) => new Blob([value], { type }));
		const item = new ClipboardItem({
			"text/html": blob("text/html", html),
			"text/plain": blob("text/plain", plain),
		});
		const written = navigator.clipboard.write([item]).then(
			() => true,
			() => false,
		);
		const [done] = await Promise.all([written, texts]);
		if (done) return;
	}
	const [rich, simple] = await texts;
	if (!copyByEvent(rich, simple)) throw new Error("the browser refused to copy");
}

/** The same for text without any formatting. */
export async function writePlain(text: string): Promise<void> {
	const written = await navigator.clipboard?.writeText(text).then(
		() => true,
		() => false,
	);
	if (!written && !copyByEvent(null, text)) throw new Error("the browser refused to copy");
}

/** Where the clipboard interface is missing, as on pages without encryption on another machine. */
function copyByEvent(html: string | null, plain: string): boolean {
	const onCopy = (event: ClipboardEvent) => {
		event.preventDefault();
		if (html !== null) event.clipboardData?.setData("text/html", html);
		event.clipboardData?.setData("text/plain", plain);
	};
	document.addEventListener("copy", onCopy);
	try {
		return document.execCommand("copy");
	} finally {
		document.removeEventListener("copy", onCopy);
	}
}

/** One event of a server-sent stream. */
export interface StreamEvent {
	readonly event: string;
	readonly data: string;
}

/** The events of an answer as they arrive; ends with the answer, and throws where it breaks off. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = "";
	try {
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			const blocks = (rest + decoder.decode(part.value, { stream: true })).split(/\r?\n\r?\n/);
			rest = blocks.pop() ?? "";
			for (const block of blocks) yield eventIn(block);
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

function eventIn(block: string): StreamEvent {
	const fields = block.split(/\r?\n/).map((line) => /^(\w+): ?(.*)$/.exec(line));
	const of = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ""] : []));
	return { event: of("event").at(-1) ?? "message", data: of("data").join("\n") };
}

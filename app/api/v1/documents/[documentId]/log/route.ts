import { exportLog } from "#lib/server/export-log.ts";
import { serve } from "#lib/server/serve.ts";

/** Characters that are sent at once: most lines are short. */
const piece = 64 * 1024;

export const GET = serve("GET /documents/:documentId/log", async ({ actor, params }) => {
	const { lines, disposition } = await exportLog(actor, params.documentId);
	const encoder = new TextEncoder();
	const stream = new ReadableStream<Uint8Array>({
		async pull(controller) {
			let text = "";
			while (text.length < piece) {
				const { done, value } = await lines.next();
				if (done) {
					if (text !== "") controller.enqueue(encoder.encode(text));
					controller.close();
					return;
				}
				text += value;
			}
			controller.enqueue(encoder.encode(text));
		},
		async cancel() {
			await lines.return();
		},
	});
	return new Response(stream, {
		headers: {
			"content-type": "application/jsonl; charset=utf-8",
			"content-disposition": disposition,
			"cache-control": "no-store",
		},
	});
});

/** Bytes as a web stream, which asks for the next piece when its reader does. */
export function streamOf(
	bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const pieces = bytes[Symbol.asyncIterator]();
	return new ReadableStream(
		{
			async pull(controller) {
				const { done, value } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
				await pieces.return?.();
			},
		},
		{ highWaterMark: 1 },
	);
}

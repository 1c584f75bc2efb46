/** The model or the endpoint failed, in a sentence for the person who set it up. It never holds a key. */
export class EmbedderError extends Error {
	override readonly name = "EmbedderError";
}

/** Turns texts into points of one space in which texts of like meaning lie near each other, in whatever language. */
export interface Embedder {
	/** Names model and endpoint or folder, for reports. */
	readonly name: string;
	/**
	 * One vector a text, in the order given, all of one dimension and of length 1.
	 * Throws with the embedder's own words where the model or endpoint fails.
	 */
	embed(texts: readonly string[]): Promise<Float32Array[]>;
}

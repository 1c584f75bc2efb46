/** What speaks for or against a bead besides its lengths. */
export interface Evidence {
	/**
	 * Natural logarithm of how much more likely what is seen is if the bead is right than by chance; 0 for a bead
	 * without one of its sides.
	 */
	weigh(source: number, sources: number, target: number, targets: number): number;
}

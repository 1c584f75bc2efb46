/** What holds for a unit because of where it stands. */
export interface Surroundings {
	/** As the file writes them; "" where it says nothing. */
	readonly source: string;
	readonly target: string;
	/** White space is text (xml:space). */
	readonly preserve: boolean;
	readonly translate: boolean;
}

const firstRow = Promise.withResolvers<void>();

/** The first row can be edited; where nobody may edit, it is drawn. */
export const firstRowIsThere = () => firstRow.resolve();

export const firstRowThere: Promise<void> = firstRow.promise;

/** Where code cannot be had, the server being away for instance, it is asked for again after so long. Milliseconds. */
const again = 2_000;

/** Code without which the page is not whole, whatever it takes to get it. */
export async function load<Code>(code: () => Promise<Code>): Promise<Code> {
	for (;;) {
		const loaded = await code().catch(() => null);
		if (loaded !== null) return loaded;
		await new Promise((resolve) => setTimeout(resolve, again));
	}
}

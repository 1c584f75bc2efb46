// One line per phase with its seconds, and trouble as one sentence with the next thing to try.

/** `work` answers with a few words on what it did. @param {string} name @param {() => string | Promise<string>} work */
export async function phase(name, work) {
	const began = performance.now();
	if (process.stdout.isTTY) process.stdout.write(`  ${name.padEnd(12)} …\r`);
	const note = await work();
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	console.log(`  ${name.padEnd(12)} ${note.padEnd(56)} ${seconds.padStart(6)} s`);
}

/** @param {unknown} error */
export function tell(error) {
	if (error instanceof Error && "next" in error) console.error(`\n${error.message}\nNext: ${error.next}`);
	else console.error(error);
}

/** @param {unknown} error @returns {never} */
export function giveUp(error) {
	tell(error);
	process.exit(1);
}

/** Trouble before lib/server/launch-error.ts can be loaded. @param {string} sentence @param {string} next */
export function trouble(sentence, next) {
	return Object.assign(new Error(sentence), { next });
}

/** Milliseconds of processor time: unlike the clock, they do not grow when the machine is busy with something else. */
export function cpuTime(run: () => void): number {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

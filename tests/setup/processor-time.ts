/** Milliseconds of the processor that this thread has had so far: other programs on a busy machine do not count. */
export function processorTime(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}

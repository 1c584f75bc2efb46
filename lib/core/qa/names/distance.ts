/** Whether one letter too many, too few, wrong, or two that changed places make the difference. The same is none. */
export function isOneSlipApart(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1 || one === other) return false;
	const short = Math.min(one.length, other.length);
	let start = 0;
	while (start < short && one[start] === other[start]) start += 1;
	let end = 0;
	while (end < short - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
	const [left, right] = [one.length - start - end, other.length - start - end];
	if (left <= 1 && right <= 1) return true;
	return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
}

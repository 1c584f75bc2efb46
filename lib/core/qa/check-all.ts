/** Checks passages that are at hand all together, as those of a file. */
import type { CheckedPassage, Finding, Tally } from "./contract.ts";
import type { Checker, CheckMention } from "./run-checks.ts";

/** What is found in each passage, in their order; within a passage in the order of the texts. */
export function checkAll(checker: Checker, passages: Iterable<CheckedPassage>): Finding[][] {
	const found: Finding[][] = [];
	const mentioned: (readonly CheckMention[])[] = [];
	for (const passage of passages) {
		const { findings, mentions } = checker.look(passage);
		found.push([...findings]);
		mentioned.push(mentions);
	}
	const tallies = tallyOf(mentioned);
	for (const [index, mentions] of mentioned.entries()) {
		for (const mention of mentions) {
			const finding = checker.judge(mention, tallies.get(subjectOf(mention)) ?? []);
			if (finding) found[index]?.push(finding);
		}
		found[index]?.sort(inOrder);
	}
	return found;
}

function tallyOf(mentioned: readonly (readonly CheckMention[])[]): Map<string, Tally> {
	const counts = new Map<string, Map<string, number>>();
	for (const mention of mentioned.flat()) {
		const subject = subjectOf(mention);
		const values = counts.get(subject) ?? new Map<string, number>();
		counts.set(subject, values.set(mention.value, (values.get(mention.value) ?? 0) + 1));
	}
	return new Map(
		[...counts].map(([subject, values]) => [
			subject,
			[...values]
				.map(([value, here]) => ({ value, here, elsewhere: 0 }))
				.toSorted((one, other) => other.here - one.here),
		]),
	);
}

const subjectOf = ({ check, subject }: CheckMention): string => `${check}\n${subject}`;

function inOrder(one: Finding, other: Finding): number {
	if (one.side !== other.side) return one.side === "source" ? -1 : 1;
	return one.start - other.start || one.end - other.end;
}

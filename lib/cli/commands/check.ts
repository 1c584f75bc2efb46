import { checkAll } from "#lib/core/qa/check-all.ts";
import type { CheckedPassage, Finding, Knowledge } from "#lib/core/qa/contract.ts";
import { severities } from "#lib/core/qa/contract.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import { learnUsage } from "#lib/core/qa/usage/learn-usage.ts";
import { type FileTexts, readFileTexts } from "../check/file-texts.ts";
import { listing, messageOf, type ToldFinding } from "../check/findings.ts";
import { gatherKnowledge } from "../check/knowledge.ts";
import { type Request, readRequest } from "../check/request.ts";
import { withEnglish } from "../check/with-english.ts";
import type { ExitCode, Output } from "../command.ts";
import { t } from "../messages.ts";
import { progressLine } from "../progress-line.ts";
import { Refused } from "../refused.ts";

/** `duizhao check FILE [--glossary G] [--json]` prints what the checks find in a text or in texts and their renderings. */
export async function check(args: readonly string[], output: Output): Promise<ExitCode> {
	try {
		const request = readRequest(args);
		if (request !== "help") return await checkFile(request, output);
		output.print(t("check.usage"));
		return 0;
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		output.complain(error.message);
		return error.exitCode;
	}
}

async function checkFile(request: Request, output: Output): Promise<ExitCode> {
	const texts = await readFileTexts(request);
	const told = await findingsIn(texts, request, output);
	output.print(request.json ? asJson(told) : listing(told, texts.passages.length));
	const { failOn } = request;
	const bad = failOn && severities.slice(0, severities.indexOf(failOn) + 1);
	return bad && told.some(({ severity }) => bad.includes(severity)) ? 1 : 0;
}

async function findingsIn(
	{ document, passages: unread }: FileTexts,
	request: Request,
	output: Output,
): Promise<ToldFinding[]> {
	const line = progressLine();
	const knowledge: Partial<Knowledge> = await gatherKnowledge(request, document, line);
	const checker = await loadChecks(document, { ...knowledge, usage: learnUsage(unread, knowledge.lexicon) });
	if (!checker) return [];
	const passages = await withEnglish(unread, document, request, output, line);
	const found = checkAll(checker, counted(passages, line));
	line.clear();
	return found.flatMap((findings, i) => {
		const passage = passages[i];
		return passage ? findings.map((finding) => toldOf(finding, passage)) : [];
	});
}

function* counted(passages: readonly CheckedPassage[], line: { update(text: string): void }) {
	for (const [i, passage] of passages.entries()) {
		if (i % 100 === 0) line.update(t("check.progress", { share: i / passages.length }));
		yield passage;
	}
}

function toldOf(finding: Finding, passage: CheckedPassage): ToldFinding {
	const { check: id, severity, side, segment, fix } = finding;
	const before = passage[side].slice(
		0,
		passage[side].findIndex((one) => one.id === segment),
	);
	const shift = before.reduce((sum, { text }) => sum + text.length + 1, 0);
	return {
		check: id,
		severity,
		segment: Number(passage.id),
		side,
		start: finding.start + shift,
		end: finding.end + shift,
		message: messageOf(finding),
		fix,
	};
}

/** One finding a line. */
function asJson(told: readonly ToldFinding[]): string {
	return told.length === 0 ? "[]" : `[\n${told.map((one) => JSON.stringify(one)).join(",\n")}\n]`;
}

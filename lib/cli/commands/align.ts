import type { Bead } from "#lib/core/align/contract.ts";
import type { Alignment, AlignmentFormat, WritingSurroundings } from "#lib/core/align/formats/contract.ts";
import { alignmentFormats } from "#lib/core/align/formats/registry.ts";
import { aligners } from "#lib/core/align/registry.ts";
import packageFile from "../../../package.json" with { type: "json" };
import { evaluateFolder } from "../align/evaluation.ts";
import { evaluationTable } from "../align/evaluation-table.ts";
import { readGoldFolder } from "../align/gold-folder.ts";
import { gatherKnowledge } from "../align/knowledge.ts";
import { type Request, readRequest } from "../align/request.ts";
import { readSide, refuseOverwriting, refuseSameFile, sideOptions } from "../align/sides.ts";
import type { ExitCode, Output } from "../command.ts";
import { t } from "../messages.ts";
import { progressLine } from "../progress-line.ts";
import { Refused } from "../refused.ts";
import { refuseUnwritable, type WholeFile, writeWholeFiles } from "../whole-files.ts";

type AlignRequest = Extract<Request, { kind: "align" }>;
type EvaluateRequest = Extract<Request, { kind: "evaluate" }>;

/**
 * `duizhao align SOURCE TARGET` cuts both texts into sentences and prints which belong together;
 * `duizhao align --evaluate GOLD_FOLDER` measures how well an aligner does it.
 */
export async function align(args: readonly string[], output: Output): Promise<ExitCode> {
	try {
		const request = readRequest(args);
		if (request.kind === "help") output.print(usage());
		else if (request.kind === "evaluate") await evaluateGold(request, output);
		else await alignTexts(request, output);
		return 0;
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		output.complain(error.message);
		return error.exitCode;
	}
}

function usage(): string {
	const formats = alignmentFormats.map(({ id }) => t(`align.formats.${id}`)).join("\n");
	const ids = aligners.map(({ id }) => t(`align.aligners.${id}`)).join("\n");
	return t("align.usage", { aligners: ids, aligner: aligners[0].id, formats });
}

async function alignTexts(request: AlignRequest, output: Output): Promise<void> {
	await refuseSameFile(request.source, request.target);
	const inputs = [request.source, request.target, request.lexicon, request.examples].filter(isGiven);
	const { alreadySplit, paragraphs, output: path } = request;
	if (path !== undefined) await refuseEarly(inputs, path, request.format);
	const source = await readSide(request.source, {
		language: request.sourceLanguage,
		alreadySplit,
		paragraphs,
	});
	const target = await readSide(request.target, {
		language: request.targetLanguage,
		alreadySplit,
		paragraphs,
	});
	for (const [path, { sentences }] of [
		[request.source, source],
		[request.target, target],
	] as const) {
		if (sentences.length === 0) output.complain(t("align.noText", { path }));
	}
	const line = progressLine();
	const knowledge = await gatherKnowledge(request, source.language, target.language, line);
	const beads = await request.aligner.align(source.sentences, target.sentences, {
		...sideOptions(source, target),
		...knowledge.options,
		progress: (done, total) =>
			line.update(t("align.progress", { share: total > 0 ? Math.min(done / total, 1) : 0 })),
	});
	line.clear();
	const kept = keep(beads, request.confidence, output);
	const alignment = { aligner: request.aligner.id, source, target, beads: kept };
	const files = filesOf(alignment, request);
	for (const file of files) await refuseOverwriting(inputs, file.path);
	await deliver(files, path, output);
}

function isGiven(path: string | undefined): path is string {
	return path !== undefined;
}

/** Before the work, as far as it can be known. */
async function refuseEarly(inputs: readonly string[], path: string, format: AlignmentFormat): Promise<void> {
	await refuseUnwritable("write" in format ? path : `${path}.txt`);
	await refuseOverwriting(inputs, path);
}

function keep(beads: readonly Bead[], least: number | undefined, { complain }: Output): readonly Bead[] {
	if (least === undefined) return beads;
	const kept = beads.filter((bead) => bead.confidence >= least);
	complain(
		t("align.leftOut", { count: beads.length - kept.length, all: beads.length, least: String(least) }),
	);
	return kept;
}

/** The texts to write, with the path that each gets after `--output`. */
function filesOf(alignment: Alignment, { format, source, target, output = "" }: AlignRequest): WholeFile[] {
	if ("write" in format)
		return [{ path: output, text: format.write(alignment, surroundings(source, target)) }];
	const files = format
		.writeSides(alignment)
		.map(({ extension, text }) => ({ path: `${output}.${extension}`, text }));
	if (new Set(files.map(({ path }) => path)).size < files.length) {
		throw new Refused(t("align.sameLanguage", { path: files[0]?.path ?? output }));
	}
	return files;
}

function surroundings(source: string, target: string): WritingSurroundings {
	return {
		title: `${source} – ${target}`,
		writtenAt: new Date().toISOString(),
		application: { name: "Duizhao", version: packageFile.version },
	};
}

async function evaluateGold(request: EvaluateRequest, output: Output): Promise<void> {
	const { sourceLanguage: source, targetLanguage: target, aligner } = request;
	const folder = await readGoldFolder(request.folder, {
		...(source && { source }),
		...(target && { target }),
	});
	const languages = [source ?? folder.sourceLanguage, target ?? folder.targetLanguage] as const;
	if (request.output !== undefined) await refuseUnwritable(request.output);
	const line = progressLine();
	const knowledge = await gatherKnowledge(request, ...languages, line);
	const result = await evaluateFolder(aligner, folder, knowledge, line);
	const text = request.format === "json" ? `${JSON.stringify(result)}\n` : evaluationTable(result);
	await deliver([{ path: request.output ?? "", text }], request.output, output);
}

/** To standard output, or to files where a path is given. */
async function deliver(
	files: readonly WholeFile[],
	path: string | undefined,
	{ print }: Output,
): Promise<void> {
	if (path !== undefined) return await writeWholeFiles(files);
	for (const { text } of files) if (text !== "") print(text.replace(/\n$/u, ""));
}

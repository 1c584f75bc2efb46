/** Importing a document: what it would be, and making it, at once or by a job. */
import type { PoolClient } from "pg";
import type { Example } from "#lib/core/align/contract.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import { type Actor, requireProject } from "./access.ts";
import { isLongText, longestText, requireAligner } from "./align-texts.ts";
import { databaseAddress } from "./db.ts";
import { insertDocument } from "./documents.ts";
import { AppError } from "./errors.ts";
import { confirmedExamples } from "./examples.ts";
import { cutDocument, type Preview } from "./import-cut.ts";
import { givenUploads, type NewDocument, pastedText } from "./import-input.ts";
import { importOperation } from "./import-operation.ts";
import { type CutSide, checkStorable, languageOf } from "./import-text.ts";
import { startJob } from "./jobs.ts";
import { learn, learnedRules } from "./learned.ts";
import { inTransaction } from "./revision-log/transaction.ts";
import type { CutTask } from "./threads/cut.ts";
import { inThread, ThreadExhausted, type Watch } from "./threads/in-thread.ts";
import { Turns } from "./turns.ts";
import { findUpload, keepOriginals, keepText, type Original, type StoredUpload } from "./uploads.ts";

const sides = ["source", "target"] as const;
const longestOf = (input: NewDocument) =>
	Math.max(...sides.map((side) => pastedText(input[side])?.length ?? 0));

/** Bytes of a file that is read, cut and aligned while somebody waits. */
const smallFile = 256 * 1024;
/** Megabytes of the heap in which a document is cut: the longest take most of it. */
const cuttingMemory = 1_024;
/** Milliseconds after which a preview is given up. */
const longestPreview = 60_000;
/** Files that one web process looks into at the same time. */
const turns = new Turns(2);

/** What an import would make of this, as it reads; `partial` when only its beginning is shown. */
export async function previewImport(actor: Actor, projectId: string, input: NewDocument): Promise<Preview> {
	await requireProject(actor, projectId, "document.import");
	const most = longestText(input.aligner);
	const task = await cutTask(projectId, input, most);
	if (task.uploads.length === 0) {
		const partial = isLongText(input.aligner, longestOf(input));
		const cut = await cutDocument(
			partial ? beginningOf(input) : input,
			task.examples,
			{},
			{
				learned: task.learned,
			},
		);
		return readable({ ...cut, partial });
	}
	const signal = AbortSignal.timeout(longestPreview);
	return readable(await turns.take(() => cutInThread(task, { signal }), signal));
}

/** The texts without their inline codes. */
function readable(preview: Preview): Preview {
	const side = (cut: CutSide | null): CutSide | null =>
		cut && {
			...cut,
			segments: cut.segments.map((segment) => ({
				...segment,
				text: plainText({ text: segment.text, codes: cut.codes }),
			})),
			codes: [],
		};
	return { ...preview, source: side(preview.source), target: side(preview.target) };
}

/** What the thread needs that cuts a document. Throws `not-found` for an upload that is not the project's. */
export async function cutTask(projectId: string, input: NewDocument, most?: number): Promise<CutTask> {
	const uploads = await Promise.all(
		givenUploads(input).map(({ uploadId }) => findUpload(projectId, uploadId)),
	);
	const learned = await learnedRules(projectId);
	return { input, examples: await examplesFor(projectId, input), uploads, learned, most };
}

/** Throws `AppError` where a file cannot be read or is too heavy. */
export async function cutInThread(task: CutTask, watch: Watch): Promise<Preview> {
	try {
		const preview = await inThread<Preview>("cut", task, watch, {
			megabytes: cuttingMemory,
			database: databaseAddress(),
		});
		return { ...preview, about: { ...preview.about, title: preview.about.title ?? titleOfFile(task) } };
	} catch (error) {
		throw error instanceof ThreadExhausted
			? new AppError("refused", "reading.problems.tooHeavy", { line: 1 })
			: error;
	}
}

/** Files of segments have no first line that would be a title: their name is the best that is known. */
function titleOfFile({ input, uploads }: CutTask): string | null {
	const bySegments = input.pairs || input.links || input.lineByLine;
	const name = uploads[0]?.name.replace(/\.[^.]{1,8}$/u, "").trim();
	return bySegments && name ? name : null;
}

/** What the aligner of an import may learn from. */
async function examplesFor(projectId: string, input: NewDocument): Promise<Example[]> {
	if (!input.source || !input.target) return [];
	const [source, target] = sides.map((side) =>
		languageOf(side, pastedText(input[side]), input[`${side}Language`]),
	);
	return await confirmedExamples(projectId, source ?? "", target ?? "");
}

/** The same part of both sides. */
function beginningOf(input: NewDocument): NewDocument {
	const share = longestText(input.aligner) / longestOf(input);
	const cut = (side: NewDocument["source"]): NewDocument["source"] => {
		if (!side || !("text" in side)) return side;
		const length = Math.max(1, Math.floor(side.text.length * share));
		const end = side.text.lastIndexOf("\n", length);
		return { ...side, text: side.text.slice(0, end > 0 ? end : length).toWellFormed() };
	};
	return { ...input, source: cut(input.source), target: cut(input.target) };
}

/**
 * Makes a document; its whole text is its first revision. All of it is there afterwards, or nothing. What is long
 * is imported by a job.
 */
export async function importDocument(
	actor: Actor,
	projectId: string,
	input: NewDocument,
): Promise<{ documentId: string } | { jobId: string }> {
	await requireProject(actor, projectId, "document.import");
	for (const side of sides) checkStorable(side, pastedText(input[side]) ?? "");
	requireAligner(input.aligner);
	const task = await cutTask(projectId, input);
	const heavy = isLongText(input.aligner, longestOf(input)) || bytesOf(task.uploads) > smallFile;
	if (heavy) return { jobId: await startJob(actor, projectId, "import-document", input) };
	const preview =
		task.uploads.length > 0
			? await cutInThread(task, {})
			: await cutDocument(input, task.examples, {}, { learned: task.learned });
	return await inTransaction((client) => insertImported(client, actor, projectId, input, preview));
}

const bytesOf = (uploads: readonly StoredUpload[]) => uploads.reduce((sum, { size }) => sum + size, 0);

/** Writes the document and what it was made from, within the transaction that does it. */
export async function insertImported(
	client: PoolClient,
	actor: Actor,
	projectId: string,
	input: NewDocument,
	preview: Preview,
): Promise<{ documentId: string }> {
	const operation = importOperation(input, preview);
	const documentId = await insertDocument(client, actor, projectId, operation, new Date());
	const originals: Original[] = [...givenUploads(input)];
	for (const side of sides) {
		const text = pastedText(input[side]);
		if (text === undefined) continue;
		const name = `${side}.${preview[side]?.language ?? ""}.txt`;
		originals.push({ side, uploadId: await keepText(client, actor, projectId, name, text) });
	}
	await learn(client, projectId, preview.corrections);
	await keepOriginals(client, { documentId, projectId, number: 1 }, originals);
	return { documentId };
}

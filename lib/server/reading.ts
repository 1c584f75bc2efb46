/** What is in a file, told before anything is imported of it. */
import { z } from "zod";
import type { ReadingReport } from "#lib/core/reading/reading-report.ts";
import { paragraphModes } from "#lib/core/text/paragraphs.ts";
import { checkText } from "#lib/core/text/wellformed.ts";
import { type Actor, requireProject } from "./access.ts";
import { databaseAddress } from "./db.ts";
import { AppError } from "./errors.ts";
import type { GivenFile } from "./files/read-here.ts";
import { readInThread, tooHeavy } from "./files/read-in-thread.ts";
import { startJob } from "./jobs.ts";
import { learnedRules } from "./learned.ts";
import type { Watch } from "./threads/in-thread.ts";
import type { ReadTask } from "./threads/read.ts";
import { Turns } from "./turns.ts";
import { FileName, findUpload } from "./uploads.ts";

const Options = {
	/** Id of a reader; recognised where absent. */
	format: z.string().max(40).optional(),
	paragraphs: z.enum(paragraphModes).optional(),
	language: z
		.string()
		.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
		.optional(),
};

export const ReadFile = z.union([
	z.strictObject({ upload: z.string().regex(/^[0-9A-Za-z]{1,64}$/), ...Options }),
	z.strictObject({ text: z.string().min(1), name: FileName.optional(), ...Options }),
]);
export type ReadFile = z.infer<typeof ReadFile>;

/** Bytes above which a file is read by a job. */
const smallFile = 2 * 1024 * 1024;
/** Milliseconds after which somebody is told that it takes longer. */
const patience = 1_300;
/** Threads of one web process that read at the same time. */
const turns = new Turns(2);

/** Reads while somebody waits, or by a job what is large, takes long or needs much memory. */
export async function readFile(
	actor: Actor,
	projectId: string,
	input: ReadFile,
): Promise<ReadingReport | { jobId: string }> {
	await requireProject(actor, projectId, "document.import");
	const task = await readTask(projectId, input);
	const size = "text" in task.given ? task.given.text.length : task.given.size;
	if (size < smallFile) {
		const hurried = AbortSignal.timeout(patience);
		try {
			return await turns.take(() => report(task, { signal: hurried }, smallMemory), hurried);
		} catch (error) {
			if (!hurried.aborted && !isTooHeavy(error)) throw error;
		}
	}
	return { jobId: await startJob(actor, projectId, "read-file", input) };
}

async function readTask(projectId: string, input: ReadFile): Promise<ReadTask> {
	const { format, paragraphs, language } = input;
	const learned = await learnedRules(projectId);
	return { given: await givenFile(projectId, input), options: { format, paragraphs, language, learned } };
}

async function givenFile(projectId: string, input: ReadFile): Promise<GivenFile> {
	if ("upload" in input) return await findUpload(projectId, input.upload);
	const { text, name = "text.txt" } = input;
	const check = checkText(text);
	if (!check.ok) throw new AppError("invalid", check.key, { line: check.line, column: check.column });
	return { name, text };
}

/** Milliseconds after which a file is given up. */
const longestReading = 5 * 60_000;

/** The work of the job. */
export async function readForJob(projectId: string, input: ReadFile, watch: Watch): Promise<ReadingReport> {
	const timeout = AbortSignal.timeout(longestReading);
	const signal = watch.signal ? AbortSignal.any([watch.signal, timeout]) : timeout;
	try {
		return await report(await readTask(projectId, input), { ...watch, signal });
	} catch (error) {
		throw timeout.aborted ? tooHeavy() : error;
	}
}

/** Megabytes of a thread's heap in a web process, which has others to serve. */
const smallMemory = 96;

const isTooHeavy = (error: unknown) => error instanceof AppError && error.key === tooHeavy().key;

async function report(task: ReadTask, watch: Watch, megabytes?: number): Promise<ReadingReport> {
	const limits = { database: databaseAddress(), ...(megabytes && { megabytes }) };
	return await readInThread<ReadingReport>(task, watch, limits);
}

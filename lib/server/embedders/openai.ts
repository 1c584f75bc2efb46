import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { EmbedderError } from "./embedder-error.ts";
import type { StoppableEmbedder } from "./stoppable.ts";
import { unitVector } from "./unit-vector.ts";

export interface Endpoint {
	/** What comes before `/embeddings`, such as https://api.example.org/v1. */
	readonly url: string;
	readonly model: string;
	readonly key?: string | undefined;
	/** Stands before every text; some models were trained so. */
	readonly prefix?: string | undefined;
	/** Milliseconds that one request may take, its answer included. */
	readonly timeout?: number;
	/** Milliseconds before the first repetition; each further one waits twice as long. */
	readonly firstDelay?: number;
}

/** Texts and characters of a request: large services take 2,048 texts and 300,000 tokens, small servers 32 texts. */
const mostTexts = 32;
const mostCharacters = 60_000;
const mostAttempts = 5;
/** Milliseconds; who is asked to wait longer is told so instead. */
const longestDelay = 60_000;
/** Characters of the server's own words that are passed on. */
const mostWords = 300;

const Answer = z.object({
	data: z.array(z.object({ index: z.int().optional(), embedding: z.array(z.number()) })),
});
const Refusal = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

/** Any service that speaks OpenAI's `POST /embeddings`. It sees the texts: see docs/neural-embeddings.md. */
export function openAiEmbedder(endpoint: Endpoint): StoppableEmbedder {
	const name = `${endpoint.model} at ${new URL(endpoint.url).host}`;
	let dimension: number | undefined;
	return {
		name,
		async embed(texts, signal) {
			const vectors: Float32Array[] = [];
			for (const batch of batches(texts.map((text) => (endpoint.prefix ?? "") + text))) {
				signal?.throwIfAborted();
				for (const values of await request(endpoint, name, batch, signal)) {
					dimension ??= values.length;
					if (values.length !== dimension)
						throw new EmbedderError(
							`${name} gave vectors of ${dimension} and of ${values.length} dimensions`,
						);
					vectors.push(unitVector(values, name));
				}
			}
			return vectors;
		},
	};
}

function batches(texts: readonly string[]): string[][] {
	const all: string[][] = [];
	let room = 0;
	for (const text of texts) {
		const last = all.at(-1);
		if (last === undefined || last.length === mostTexts || text.length > room) {
			all.push([text]);
			room = mostCharacters - text.length;
		} else {
			last.push(text);
			room -= text.length;
		}
	}
	return all;
}

/** Repeats what may succeed a little later. */
async function request(
	endpoint: Endpoint,
	name: string,
	texts: readonly string[],
	signal: AbortSignal | undefined,
): Promise<number[][]> {
	let delay = endpoint.firstDelay ?? 1_000;
	for (let attempt = 1; ; attempt += 1) {
		const outcome = await ask(endpoint, name, texts, signal);
		if ("vectors" in outcome) return outcome.vectors;
		const pause = outcome.retryAfter ?? delay;
		if (!outcome.passing || attempt === mostAttempts || pause > longestDelay)
			throw new EmbedderError(outcome.problem);
		await wait(pause, undefined, { ...(signal && { signal }) }).catch(() => signal?.throwIfAborted());
		delay = Math.min(2 * delay, longestDelay);
	}
}

type Outcome =
	| { readonly vectors: number[][] }
	| { readonly problem: string; readonly passing: boolean; readonly retryAfter?: number | undefined };

async function ask(
	{ url, model, key, timeout = 60_000 }: Endpoint,
	name: string,
	input: readonly string[],
	signal: AbortSignal | undefined,
): Promise<Outcome> {
	const limit = AbortSignal.timeout(timeout);
	let response: Response;
	let body: string;
	try {
		response = await fetch(`${url.replace(/\/+$/, "")}/embeddings`, {
			method: "POST",
			headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
			body: JSON.stringify({ model, input, encoding_format: "float" }),
			redirect: "manual", // the texts go where they were sent and nowhere else
			signal: signal ? AbortSignal.any([signal, limit]) : limit,
		});
		body = await response.text();
	} catch (error) {
		signal?.throwIfAborted();
		if (limit.aborted)
			return { problem: `${name} did not answer within ${timeout / 1_000} s`, passing: true };
		return { problem: `${name} cannot be reached: ${causeOf(error)}`, passing: true };
	}
	if (response.ok) return { vectors: read(body, input.length, name) };
	const words = wordsOf(body, key);
	return {
		problem: `${name} answered ${response.status}${words && `: ${words}`}`,
		passing: response.status === 408 || response.status === 429 || response.status >= 500,
		retryAfter: delayOf(response.headers.get("retry-after")),
	};
}

/** In the order of the texts, whatever order they came in. */
function read(body: string, count: number, name: string): number[][] {
	const answer = Answer.safeParse(jsonOf(body));
	if (!answer.success) throw new EmbedderError(`${name} gave an answer that is not a list of embeddings`);
	const { data } = answer.data;
	const vectors = new Map(data.map(({ index, embedding }, place) => [index ?? place, embedding]));
	const ordered = Array.from({ length: count }, (_, place) => vectors.get(place) ?? []);
	if (data.length !== count || vectors.size !== count || ordered.some((vector) => vector.length === 0))
		throw new EmbedderError(`${name} gave ${data.length} vectors for ${count} texts, or not one for each`);
	return ordered;
}

function jsonOf(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** The server's explanation, without the key should it repeat it. */
function wordsOf(body: string, key: string | undefined): string {
	const refusal = Refusal.safeParse(jsonOf(body));
	const { error } = refusal.success ? refusal.data : { error: body };
	const words = typeof error === "string" ? error : error.message;
	return (key ? words.replaceAll(key, "…") : words).replaceAll(/\s+/gu, " ").trim().slice(0, mostWords);
}

/** Milliseconds of a Retry-After header, which gives seconds or a date. */
function delayOf(header: string | null): number | undefined {
	if (header === null) return undefined;
	const seconds = Number(header);
	const delay = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
	return Number.isNaN(delay) ? undefined : Math.max(0, delay);
}

/** `fetch` hides what went wrong in the cause. */
function causeOf(error: unknown): string {
	const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
	return cause instanceof Error ? cause.message : String(cause);
}

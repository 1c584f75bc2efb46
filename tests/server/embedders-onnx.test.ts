/** A model in a local folder, for real: the library and ONNX Runtime run a tiny model that the test writes. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { embedding } from "#lib/core/align/aligners/embedding.ts";
import { onnxEmbedder } from "#lib/server/embedders/onnx.ts";
import { writeTinyModel } from "./tiny-model/folder.ts";

let root: string;
let folder: string;
const fetched = vi.spyOn(globalThis, "fetch");

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), "duizhao-model-"));
	folder = writeTinyModel(join(root, "tiny"));
});
afterAll(() => {
	expect(fetched).not.toHaveBeenCalled();
	rmSync(root, { recursive: true });
});

const cosine = (one: Float32Array | undefined, other: Float32Array | undefined) =>
	one?.reduce((sum, value, k) => sum + value * (other?.[k] ?? Number.NaN), 0) ?? Number.NaN;

describe("vectors", () => {
	test("have length 1, come in order, and are near for a translation only", async () => {
		const texts = ["海上的鸟，风", "the mountain", "Sea, bird, wind!", "山", "tea"];
		const vectors = await onnxEmbedder({ folder }).embed(texts);
		expect(vectors.length).toBe(texts.length);
		for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
		expect(cosine(vectors[0], vectors[2])).toBeGreaterThan(0.99);
		expect(cosine(vectors[1], vectors[3])).toBeGreaterThan(0.99);
		for (const other of [1, 4]) expect(cosine(vectors[0], vectors[other])).toBeLessThan(0.6);
	});

	test("do not depend on what stands beside a text", async () => {
		const embedder = onnxEmbedder({ folder });
		const long = Array(60).fill("horse stones well").join(" ");
		const texts = ["灯", ...Array.from({ length: 70 }, (_, i) => `lamp ${"sea ".repeat(i % 9)}`), long];
		const [together = []] = [await embedder.embed(texts)];
		for (const at of [0, 1, 8, 70, 71]) {
			const [alone] = await embedder.embed([texts[at] ?? ""]);
			expect(cosine(alone, together[at])).toBeCloseTo(1, 5);
		}
	});

	test.each([
		["mean", "灯", "lamp sea", false],
		["cls", "灯", "sea dog", true],
	] as const)("pooling %s: “%s” and “%s” are one: %j", async (pooling, one, other, same) => {
		const [first, second] = await onnxEmbedder({ folder, pooling }).embed([one, other]);
		expect(cosine(first, second) > 0.999).toBe(same);
	});

	test("are the model's own where it finishes them itself, unless told otherwise", async () => {
		const finished = writeTinyModel(join(root, "finished"), { finished: true });
		const [own, pooler, mean, plain] = await Promise.all([
			onnxEmbedder({ folder: finished }).embed(["灯海"]),
			onnxEmbedder({ folder: finished, pooling: "pooler" }).embed(["灯海"]),
			onnxEmbedder({ folder: finished, pooling: "mean" }).embed(["灯海"]),
			onnxEmbedder({ folder }).embed(["灯海"]),
		]);
		expect(cosine(mean[0], plain[0])).toBeCloseTo(1, 5);
		for (const other of [own, pooler]) expect(cosine(other[0], plain[0])).toBeLessThan(0.9);
		expect(cosine(own[0], pooler[0])).toBeLessThan(0.5);
	});

	test("hear the prefix", async () => {
		const [plain] = await onnxEmbedder({ folder }).embed(["book moon"]);
		const [prefixed] = await onnxEmbedder({ folder, prefix: "book " }).embed(["moon"]);
		expect(cosine(plain, prefixed)).toBeCloseTo(1, 5);
	});
});

test("the model may lie beside its configuration", async () => {
	const flat = writeTinyModel(join(root, "flat"), { place: "model.onnx" });
	expect(await onnxEmbedder({ folder: flat }).embed(["灯"])).toHaveLength(1);
});

describe("what is wrong is said", () => {
	test.each<[string, string, (place: string) => void]>([
		["nowhere", "has no config.json", () => undefined],
		[
			"without-tokenizer",
			"has no tokenizer.json",
			(place) => rmSync(join(writeTinyModel(place), "tokenizer.json")),
		],
		[
			"without-model",
			"has no model.onnx",
			(place) => rmSync(join(writeTinyModel(place), "onnx"), { recursive: true }),
		],
		[
			"broken",
			"cannot be loaded",
			(place) => writeFileSync(join(writeTinyModel(place), "onnx", "model.onnx"), "not a model"),
		],
	])("%s: %s", async (name, message, prepare) => {
		prepare(join(root, name));
		const embedding = onnxEmbedder({ folder: join(root, name) }).embed(["灯"]);
		await expect(embedding).rejects.toMatchObject({ name: "EmbedderError" });
		await expect(embedding).rejects.toThrow(message);
	});

	test("an output that the model lacks", async () => {
		const embedding = onnxEmbedder({ folder, pooling: "pooler" }).embed(["灯"]);
		await expect(embedding).rejects.toThrow("tiny (ONNX) has no output pooler_output");
	});

	test("and mended while the process runs", async () => {
		const late = onnxEmbedder({ folder: join(root, "late") });
		await expect(late.embed(["灯"])).rejects.toThrow("has no config.json");
		writeTinyModel(join(root, "late"));
		expect(await late.embed(["灯"])).toHaveLength(1);
	});
});

test("without the package it is said what to install", async () => {
	vi.doMock("@huggingface/transformers", () => {
		throw new Error("Cannot find package");
	});
	const embedding = onnxEmbedder({ folder }).embed(["灯"]);
	await expect(embedding).rejects.toThrow(
		/needs the package @huggingface\/transformers.*Install it with: .*npm/u,
	);
	vi.doUnmock("@huggingface/transformers");
	expect(await onnxEmbedder({ folder }).embed(["灯"])).toHaveLength(1);
});

test("an aborted call gives the reason", async () => {
	const reason = new Error("stopped");
	const embedding = onnxEmbedder({ folder }).embed(["灯"], AbortSignal.abort(reason));
	await expect(embedding).rejects.toBe(reason);
});

const chinese = [
	"信里夹着一朵花。",
	"月光照着桥，他抱着书走过去。",
	"门前的狗听见了风。",
	"山上下了雪。",
	"她煮了茶，又添了一把米。",
	"海边有人唱歌。",
	"那匹马在树下睡着了。",
	"船回来了，带着鱼和盐。",
	"井边的石头很凉。",
	"炉子里的火早已灭了。",
	"鸟在雨里飞。",
	"灯亮着，像一个梦。",
];
/** The third and fourth Chinese sentences are one, the eighth is two, the tenth is missing. */
const english = [
	"A flower lay in the letter.",
	"Under the moon he crossed the bridge with his book.",
	"At the door the dog heard the wind, and snow fell on the mountain.",
	"She made tea and took some rice.",
	"By the sea somebody was singing a song.",
	"The horse slept under the tree.",
	"The boat came home.",
	"It carried fish and salt.",
	"The stones by the well were cold.",
	"A bird flew in the rain.",
	"The lamp burned like a dream.",
];

test("an article is aligned with it from end to end", async () => {
	const beads = await embedding.align(chinese, english, { embedder: onnxEmbedder({ folder }) });
	expect(beads.map(({ source, target }) => `${source.join("–")}:${target.join("–")}`)).toEqual([
		"0–1:0–1",
		"1–2:1–2",
		"2–4:2–3",
		"4–5:3–4",
		"5–6:4–5",
		"6–7:5–6",
		"7–8:6–8",
		"8–9:8–9",
		"9–10:9–9",
		"10–11:9–10",
		"11–12:10–11",
	]);
});

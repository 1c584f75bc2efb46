/**
 * Scores every aligner on gold alignments:  node tests/bench/align.ts FOLDER
 * FOLDER holds NAME.gold with lines `[0,1]:[0]` and two texts of one sentence a line, NAME.zh and NAME.en
 * (or other language codes; the gold's left side is the alphabetically later one, as in zh–en).
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Aligner, Span } from "#lib/core/align/contract.ts";
import { evaluate, type IndexBead, judge } from "#lib/core/align/evaluate.ts";
import { aligners } from "#lib/core/align/registry.ts";

interface GoldDocument {
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly gold: readonly IndexBead[];
}

const [folder, sourceExtension = "zh"] = process.argv.slice(2);
if (folder === undefined) {
	console.error("usage: node tests/bench/align.ts FOLDER [EXTENSION_OF_THE_SOURCE]");
	process.exit(2);
}
const documents = readDocuments(folder, sourceExtension);
for (const aligner of aligners) report(aligner, documents);

function readDocuments(from: string, sourceEnd: string): GoldDocument[] {
	const names = readdirSync(from).sort();
	return names
		.filter((name) => name.endsWith(".gold"))
		.map((name) => {
			const texts = names.filter(
				(other) => other !== name && basename(other, extname(other)) === basename(name, ".gold"),
			);
			const source = texts.find((text) => text.endsWith(`.${sourceEnd}`));
			const target = texts.find((text) => text !== source);
			if (source === undefined || target === undefined) throw new Error(`${name} has no pair of texts`);
			return {
				source: lines(join(from, source)),
				target: lines(join(from, target)),
				gold: lines(join(from, name)).map((line) => {
					const [left = "", right = ""] = line.split(":");
					return { source: numbers(left), target: numbers(right) };
				}),
			};
		});
}

function lines(file: string): string[] {
	return readFileSync(file, "utf8").replace(/\n$/u, "").split("\n");
}

function numbers(list: string): number[] {
	return (list.match(/\d+/gu) ?? []).map(Number);
}

function indices([start, end]: Span): number[] {
	return Array.from({ length: end - start }, (_, i) => start + i);
}

function report(aligner: Aligner, given: readonly GoldDocument[]): void {
	const begin = performance.now();
	const results = given.map(({ source, target, gold }) => ({
		gold,
		beads: aligner.align(source, target).map((bead) => ({
			source: indices(bead.source),
			target: indices(bead.target),
			confidence: bead.confidence,
		})),
	}));
	const seconds = (performance.now() - begin) / 1000;
	const { strict, lax, nulls, beads } = evaluate(
		results.map(({ gold, beads: system }) => ({ gold, system })),
	);
	const show = ({ precision, recall, f1 }: typeof strict) =>
		`P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
	console.log(`${aligner.id}: ${given.length} documents, ${beads} beads, ${seconds.toFixed(2)} s`);
	console.log(`  strict  ${show(strict)}\n  lax     ${show(lax)}\n  nulls   ${show(nulls)}`);
	console.log("  confidence  beads  mean  right");
	const judged = results.flatMap(({ gold, beads: system }) => {
		const verdict = judge(gold);
		return system.map((bead) => ({ confidence: bead.confidence, right: verdict(bead) === "strict" ? 1 : 0 }));
	});
	const bounds = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.01];
	for (const [i, from] of bounds.slice(0, -1).entries()) {
		const to = bounds[i + 1] ?? 1;
		const inside = judged.filter(({ confidence }) => confidence >= from && confidence < to);
		if (inside.length === 0) continue;
		const mean = (of: (bead: (typeof judged)[number]) => number) =>
			(inside.reduce((sum, bead) => sum + of(bead), 0) / inside.length).toFixed(2);
		console.log(
			`  ${from.toFixed(2)}–${Math.min(to, 1).toFixed(2)}   ${String(inside.length).padStart(5)}  ${mean((b) => b.confidence)}  ${mean((b) => b.right)}`,
		);
	}
}

import type { Evaluation } from "#lib/core/align/evaluate.ts";
import { columns } from "#lib/core/text/paragraphs.ts";
import { t } from "../messages.ts";
import type { FolderResult } from "./evaluation.ts";

/** Shares with four digits, as other programs print this metric. */
const share = (value: number) => value.toFixed(4);

/** What was measured, as tables for a terminal. */
export function evaluationTable(result: FolderResult): string {
	const { documents, total, calibration } = result;
	const means = [result.lexicon, result.embedder].filter((name) => name !== null);
	const heading = {
		aligner: result.aligner,
		source: result.sourceLanguage,
		target: result.targetLanguage,
		means: means.length === 0 ? t("align.evaluate.noMeans") : means.join("; "),
	};
	const scores = table([
		[
			"",
			t("align.evaluate.strict"),
			"",
			"",
			t("align.evaluate.lax"),
			"",
			"",
			t("align.evaluate.nulls"),
			"",
			"",
			"",
			"",
		],
		[
			t("align.evaluate.document"),
			...["P", "R", "F1", "P", "R", "F1", "P", "R"],
			t("align.evaluate.alone"),
			t("align.evaluate.beads"),
			t("align.evaluate.seconds"),
		],
		...documents.map((document) => scoreRow(document.name, document)),
		scoreRow(t("align.evaluate.total", { count: documents.length }), total),
	]);
	const reliability = table([
		[
			t("align.evaluate.confidence"),
			t("align.evaluate.beads"),
			t("align.evaluate.mean"),
			t("align.evaluate.right"),
		],
		...calibration.bins.map((bin) => [
			`${bin.from.toFixed(2)}–${bin.to.toFixed(2)}`,
			String(bin.beads),
			share(bin.confidence),
			share(bin.right),
		]),
	]);
	const { sure, error } = calibration;
	const summary = t("align.evaluate.calibration", {
		error: share(error),
		from: sure.from.toFixed(2),
		right: share(sure.right),
		beads: sure.beads,
	});
	return `${[t("align.evaluate.heading", heading), scores, reliability, summary].join("\n\n")}\n`;
}

function scoreRow(
	name: string,
	{ strict, lax, nulls, ...counts }: Evaluation & { seconds: number },
): string[] {
	return [
		name,
		...[strict, lax].flatMap(({ precision, recall, f1 }) => [precision, recall, f1]).map(share),
		share(nulls.precision),
		share(nulls.recall),
		String(counts.alone),
		String(counts.beads),
		counts.seconds.toFixed(2),
	];
}

/** The first column to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => columns(row[column] ?? ""))),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) => {
					const space = " ".repeat((widths[column] ?? 0) - columns(cell));
					return column === 0 ? cell + space : space + cell;
				})
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}

"use client";

import { Fragment, memo } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { LinkMark, StateSquare } from "#app/_ui/state-square.tsx";
import type { LinkState, Side } from "#lib/core/document/model.ts";
import { sentenceJoiner } from "#lib/core/text/sentence-joiner.ts";
import { useCommented } from "../comments/use-commented.ts";
import type { WireSegment } from "../sync/wire.ts";
import { kindLook } from "./kind-look.ts";
import { MarkedText, noMatches } from "./marked-text.tsx";
import { asCell, asRowHeader, Cell, Flags, Row, type RowProps, rowShape, shownIn } from "./row.tsx";

interface ParagraphProps {
	/** Its passages in order; those that are not loaded yet are missing. */
	readonly rows: readonly RowProps[];
	/** What makes the passage one is on a row of its own. */
	readonly activeRow: object;
}

/** The sentences of a paragraph run on; the passage one is on stands between them as a row of its own. */
export function Paragraph({ rows, activeRow }: ParagraphProps) {
	const active = rows.findIndex(({ here }) => here !== null);
	const own = rows[active];
	const before = own ? rows.slice(0, active) : rows;
	const after = own ? rows.slice(active + 1) : [];
	return (
		<div className="border-t border-rule">
			{before.length > 0 && <Run rows={before} />}
			{own && (
				<div {...activeRow}>
					<Row {...own} within />
				</div>
			)}
			{after.length > 0 && <Run rows={after} />}
		</div>
	);
}

interface RunProps {
	readonly rows: readonly RowProps[];
}

/** Sentences that nobody is on, as continuous text on either side. */
const Run = memo(function Run({ rows }: RunProps) {
	const [first] = rows;
	const last = rows.at(-1);
	if (!first || !last) return null;
	const { columns, words } = first;
	const [from, to] = [first.index + 1, last.index + 1];
	return (
		<div {...asRow(from, words.range(from, to))} className={classNames(rowShape, "row-y-1.5 hover:bg-sunk")}>
			<span {...asRowHeader} className="pt-1 pr-2 text-right text-sm text-ink-faint max-md:text-xs">
				{from === to ? from : `${from}–${to}`}
			</span>
			<span {...asCell(2)} className="flex flex-wrap content-start gap-0.5 pt-2">
				{rows.map(({ row, mark }) => (
					<StateSquare key={row.id} state={mark} withoutSource={row.withoutSource} size={8} />
				))}
			</span>
			<RunCell rows={rows} side={columns === "draft" ? "draft" : "source"} />
			<span
				{...asCell(4)}
				className="flex flex-col items-center pt-1.75 max-md:col-start-4 max-md:row-start-1"
			>
				{columns === "both" && <LinkMark link={leastSure(rows)} />}
			</span>
			<RunCell rows={rows} side="target" />
			<span className="flex flex-col gap-0.5 max-md:col-start-4">
				{rows.map((props) => (
					<Flags key={props.row.id} {...props} />
				))}
			</span>
		</div>
	);
}, isSameRun);

const asRow = (number: number, label: string) => ({
	role: "row",
	"aria-rowindex": number,
	"aria-label": label,
	tabIndex: -1,
});

/** `draft`: what the renderings of a document without a source were, which nobody can change. */
function RunCell({ rows, side }: RunProps & { readonly side: Side | "draft" }) {
	const [first] = rows;
	if (!first) return null;
	const texts = side === "draft" ? "target" : side;
	const lang = first.languages[texts];
	const shownLang = first.display?.side === texts && side !== "draft" ? first.display.script : lang;
	return (
		<Cell side={texts} fixed={side === "draft"}>
			<p lang={shownLang} className="reading measure whitespace-pre-wrap">
				{rows.map((props, i) => (
					<Fragment key={props.row.id}>
						{i > 0 && sentenceJoiner(lang)}
						<Sentence props={props} side={side} />
					</Fragment>
				))}
			</p>
		</Cell>
	);
}

function Sentence({ props, side }: { readonly props: RowProps; readonly side: Side | "draft" }) {
	const { row, words, languages } = props;
	const texts = side === "draft" ? "target" : side;
	const segments = row[texts];
	const joiner = sentenceJoiner(languages[texts]);
	return (
		<span data-passage={row.id} className="decoration-rule-strong hover:text-ink hover:underline">
			{segments.map((segment, i) => (
				<Fragment key={segment.id}>
					{i > 0 && joiner}
					<span data-segment={segment.id} className={kindLook(segment.kind)}>
						{side === "draft" ? (
							(segment.draft ?? "")
						) : (
							<MarkedSegment segment={segment} {...shownIn(props, segment)} />
						)}
					</span>
				</Fragment>
			))}
			{segments.every(({ text }) => text === "") && (
				<span className="text-ink-faint">
					<span aria-hidden>[—]</span>
					<span className="sr-only">{words.empty}</span>
				</span>
			)}
		</span>
	);
}

/** With its own eye on the comments: the run is not drawn anew for one of them. */
function MarkedSegment({ segment, text, ...marks }: MarkedSegmentProps) {
	const commented = useCommented(segment, text);
	const { matches = noMatches, current = null, faults = noMatches } = marks;
	return <MarkedText text={text} matches={matches} current={current} faults={faults} commented={commented} />;
}

type MarkedSegmentProps = ReturnType<typeof shownIn> & { readonly segment: WireSegment };

const links: readonly LinkState[] = ["stale", "automatic", "confirmed"];

function leastSure(rows: readonly RowProps[]): LinkState {
	return links.find((link) => rows.some(({ row }) => row.link === link)) ?? "automatic";
}

/** Rows are given in new lists again and again; they are drawn anew when one of them is another. */
function isSameRun({ rows: before }: RunProps, { rows: now }: RunProps): boolean {
	return before.length === now.length && before.every((props, i) => isSame(props, now[i]));
}

function isSame(before: RowProps, now: RowProps | undefined): boolean {
	if (!now) return false;
	const names = Object.keys(now) as (keyof RowProps)[];
	return names.every((name) => Object.is(before[name], now[name]));
}

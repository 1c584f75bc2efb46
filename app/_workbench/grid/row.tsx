"use client";

import { Columns2, Files, type LucideIcon, RotateCcw, TriangleAlert } from "lucide-react";
import { Fragment, memo, type ReactNode } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import type { StateMark } from "#app/_ui/state-marks.ts";
import { LinkMark, percentOf, StateSquare } from "#app/_ui/state-square.tsx";
import type { Side } from "#lib/core/document/model.ts";
import type { Finding } from "#lib/core/qa/contract.ts";
import type { Match } from "#lib/core/scripts/fold.ts";
import { afterFirstRow } from "../after-first-row.tsx";
import { CommentMark } from "../comments/comment-mark.tsx";
import { RowSuggestions } from "../comments/row-suggestions.tsx";
import { useCommented } from "../comments/use-commented.ts";
import { ActiveSegment } from "../editor/active-segment.tsx";
import { Strips } from "../editor/strips.tsx";
import { initialsOf } from "../people/initials.ts";
import { PresentHere } from "../people/present-here.tsx";
import { othersOf } from "../store/choose-version.ts";
import type { Display } from "../store/display.ts";
import type { FoundPlace } from "../store/found-places.ts";
import type { WireRow, WireSegment } from "../sync/wire.ts";
import { kindLook } from "./kind-look.ts";
import { type Faulty, MarkedText, noMatches } from "./marked-text.tsx";
import { RowAids } from "./row-aids.tsx";
import type { RowWords } from "./row-words.ts";
import { useTermMarks } from "./use-term-marks.ts";

const OtherVersionView = afterFirstRow(
	async () => (await import("../editor/other-version.tsx")).OtherVersionView,
);

/** What the columns hold: both sides, the draft beside its rendering, or a source to be rendered. */
export type Columns = "both" | "draft" | "source";

export interface RowProps {
	readonly row: WireRow;
	/** 0-based place in the whole document. */
	readonly index: number;
	readonly mark: StateMark;
	readonly columns: Columns;
	readonly languages: Readonly<Record<Side, string>>;
	/** The side and segment the person is on; null for all other rows. */
	readonly here: { readonly side: Side; readonly segment: string | null; readonly editing: boolean } | null;
	readonly conflict: boolean;
	readonly changedBy: string | null;
	readonly unsaved: boolean;
	/** What the checks find here. */
	readonly findings: readonly Finding[];
	/** Where what is looked for is in a text, and the place one has gone to where it is here. */
	readonly places: ((text: string, side: Side) => readonly Match[]) | null;
	readonly foundHere: FoundPlace | null;
	readonly display: Display | null;
	readonly words: RowWords;
	/** It stands within its paragraph: no rule parts it from the sentences around it. */
	readonly within?: boolean;
}

/** Chinese says the same in less room than English: what is left goes to the longer lines. */
export const rowShape =
	"grid grid-cols-[3rem_1.5rem_minmax(0,var(--source-share,1fr))_2.25rem_minmax(0,1fr)_3.25rem] max-lg:grid-cols-[2.5rem_1.25rem_minmax(0,1fr)_2rem_minmax(0,1fr)_2rem] max-md:grid-cols-[2.25rem_1.25rem_minmax(0,1fr)_2rem]";

/** One passage: number, state, source, link, rendering, flags. Plain text but for the segment being edited. */
export const Row = memo(function Row(props: RowProps) {
	const { row, index, mark, columns, languages, here, words, within = false } = props;
	const starts = (row.source[0] ?? row.target[0])?.paragraphStart ?? false;
	const paired = row.source.length > 0 && row.target.length > 0;
	const confidence = paired && row.link === "automatic" ? row.confidence : null;
	return (
		<div
			className={classNames(
				rowShape,
				"relative",
				within ? "row-y-1.5" : "row-y-2.5 border-t",
				starts ? "border-rule-strong" : "border-rule",
				here ? "bg-raised shadow-[inset_3px_0_0_var(--accent)]" : "hover:bg-sunk",
			)}
		>
			<span {...asRowHeader} className="pt-1 pr-2 text-right text-sm text-ink-faint max-md:text-xs">
				{index + 1}
			</span>
			<span {...asCell(2)} className="pt-1.75">
				<StateSquare state={mark} withoutSource={row.withoutSource} />
			</span>
			{columns === "draft" ? (
				<Cell side="target" fixed untouched={row.target.every(({ draft, text }) => draft === text)}>
					{row.target.map((segment) => (
						<PlainText
							key={segment.id}
							text={segment.draft ?? ""}
							lang={languages.target}
							segment={segment}
						/>
					))}
				</Cell>
			) : (
				<SideCell side="source" {...props} />
			)}
			<span
				{...asCell(4)}
				data-gutter
				className="flex flex-col items-center pt-1.75 text-xs text-ink-faint max-md:col-start-4 max-md:row-start-1"
			>
				{columns === "both" && (
					<LinkMark link={row.link} confidence={confidence} missing={missingSide(row)} />
				)}
				{columns === "both" && confidence !== null && <span aria-hidden>{percentOf(confidence)}</span>}
			</span>
			<SideCell side="target" {...props} />
			<Flags {...props} words={words} />
			{columns === "both" && <RowAids row={row} index={index} active={here !== null} />}
		</div>
	);
});

/** The side on which a passage has nothing; null where there is nothing to pair or both sides are there. */
export const missingSide = ({ source, target }: WireRow): Side | null =>
	source.length === 0 ? "source" : target.length === 0 ? "target" : null;

/** The cells of the grid are reached by its own keys, not one by one. */
export const asCell = (column: number) => ({ role: "gridcell", "aria-colindex": column }) as const;
export const asRowHeader = { role: "rowheader", "aria-colindex": 1 } as const;

export function Cell({
	side,
	fixed = false,
	untouched = false,
	children,
}: {
	readonly side: Side;
	/** The draft, which nobody can change. */
	readonly fixed?: boolean;
	/** The rendering says exactly the same: on a narrow screen once is enough. */
	readonly untouched?: boolean;
	readonly children: ReactNode;
}) {
	return (
		<div
			{...asCell(fixed || side === "source" ? 3 : 5)}
			className={classNames(
				"min-w-0 px-2",
				fixed && "text-ink-soft",
				fixed && untouched && "max-md:hidden",
				side === "target" && !fixed && "max-md:col-start-3 max-md:pt-1.5",
			)}
			{...(!fixed && { "data-side": side })}
		>
			{children}
		</div>
	);
}

function SideCell(props: RowProps & { readonly side: Side }) {
	const { side, row, languages, here, words } = props;
	const list = row[side];
	const lang = languages[side];
	const shown = (segment: WireSegment) => shownIn(props, segment);
	const onSide = here?.side === side ? here : null;
	const fresh = onSide?.editing && !list.some(({ id }) => id === onSide.segment);
	return (
		<Cell side={side}>
			{list.map((segment) => (
				<Fragment key={segment.id}>
					{onSide?.editing && onSide.segment === segment.id ? (
						<ActiveSegment segment={segment} side={side} lang={lang} />
					) : onSide && !onSide.editing && onSide.segment === segment.id ? (
						<ChosenText segment={segment} side={side} {...shown(segment)} />
					) : (
						<PlainText
							{...shown(segment)}
							segment={segment}
							placeholder={side === "target" ? words.empty : ""}
						/>
					)}
					{here && row.link === "stale" && segment.other && (
						<OtherVersionView
							row={row}
							segment={segment}
							lang={lang}
							langBeside={languages[side === "source" ? "target" : "source"]}
						/>
					)}
				</Fragment>
			))}
			{here && side === "target" && <RowSuggestions passage={row.id} />}
			{fresh && <ActiveSegment key={onSide?.segment} segment={null} side={side} lang={lang} />}
			{list.length === 0 && !fresh && <Nothing chosen={onSide !== null} words={words} />}
		</Cell>
	);
}

/** A text as it is drawn, with what is marked in it. */
type Shown = Pick<PlainTextProps, "text" | "lang" | "matches" | "current" | "faults">;

/** Findings are places in the stored text: in another script they are not drawn. */
export function shownIn(
	{ languages, display, places, foundHere, findings }: RowProps,
	segment: WireSegment,
): Shown {
	const other = display?.side === segment.side ? display : null;
	const text = other ? other.show(segment.text) : segment.text;
	return {
		text,
		lang: other ? other.script : languages[segment.side],
		matches: places?.(text, segment.side) ?? noMatches,
		current: foundHere?.segment === segment.id ? foundHere.nth : null,
		faults: other ? noMatches : findings.filter((finding) => finding.segment === segment.id),
	};
}

/** The segment one is on while passages are aligned or read. */
function ChosenText({
	segment,
	side,
	...shown
}: Shown & { readonly segment: WireSegment; readonly side: Side }) {
	return (
		<div className="measure">
			<PlainText {...shown} segment={segment} chosen />
			<Strips segment={segment} side={side} lang={shown.lang} live={false} />
		</div>
	);
}

function Nothing({ chosen, words }: { readonly chosen: boolean; readonly words: RowWords }) {
	return (
		<p className={classNames("reading text-ink-faint", chosen && "bg-accent-wash")}>
			<span aria-hidden>—</span>
			<span className="sr-only">{words.empty}</span>
		</p>
	);
}

interface PlainTextProps {
	readonly text: string;
	readonly lang: string;
	readonly segment: WireSegment;
	readonly chosen?: boolean;
	readonly placeholder?: string;
	readonly matches?: readonly Match[];
	readonly current?: number | null;
	readonly faults?: readonly Faulty[];
}

function PlainText({
	text,
	lang,
	segment,
	chosen = false,
	placeholder = "",
	matches = noMatches,
	current = null,
	faults = noMatches,
}: PlainTextProps) {
	const commented = useCommented(segment, text);
	const terms = useTermMarks(segment, text);
	return (
		<p
			lang={lang}
			data-segment={segment.id}
			className={classNames(
				"reading measure whitespace-pre-wrap",
				kindLook(segment.kind),
				chosen && "bg-accent-wash outline-2 outline-offset-2 outline-accent-wash",
			)}
		>
			{text === "" ? (
				<span className="text-ink-faint">{placeholder || "\u00a0"}</span>
			) : (
				<MarkedText
					text={text}
					matches={matches}
					current={current}
					faults={faults}
					commented={commented}
					terms={terms}
				/>
			)}
		</p>
	);
}

/** In words where there is room for them. */
function Flag({
	name,
	tone,
	Icon,
}: {
	readonly name: string;
	readonly tone: string;
	readonly Icon: LucideIcon;
}) {
	return (
		<span className={tone} title={name}>
			<Icon aria-hidden className="size-3.5 lg:hidden" />
			<span className="max-lg:sr-only">{name}</span>
		</span>
	);
}

const isReworded = ({ other }: WireSegment) => other?.is === "newer" || other?.is === "older";

export function Flags({ row, conflict, changedBy, unsaved, findings, words }: RowProps) {
	const others = othersOf(row);
	return (
		<span
			{...asCell(6)}
			className="flex flex-col items-start gap-0.5 pt-1 text-xs leading-tight max-md:col-start-4"
		>
			<PresentHere passage={row.id} />
			{conflict && <Flag tone="font-medium text-danger" name={words.conflict} Icon={Columns2} />}
			{unsaved && <Flag tone="text-caution" name={words.unsaved} Icon={RotateCcw} />}
			<CommentMark passage={row.id} />
			{others.length > 0 && (
				<Flag
					tone="text-link-stale"
					name={others.some(isReworded) ? words.versions : words.reimported}
					Icon={Files}
				/>
			)}
			{findings.length > 0 && (
				<span className="flex items-center gap-0.5 text-caution" title={words.findings(findings.length)}>
					<TriangleAlert aria-hidden className="size-3.5" />
					<span aria-hidden>{findings.length}</span>
					<span className="sr-only">{words.findings(findings.length)}</span>
				</span>
			)}
			{changedBy && (
				<span
					className="line-clamp-3 max-w-full text-ink-soft hyphens-auto [overflow-wrap:anywhere]"
					title={words.changedBy(changedBy)}
				>
					<span className="sr-only">{words.changedBy(changedBy)}</span>
					<span aria-hidden className="max-lg:hidden">
						{changedBy}
					</span>
					<span aria-hidden className="lg:hidden">
						{initialsOf(changedBy)}
					</span>
				</span>
			)}
		</span>
	);
}

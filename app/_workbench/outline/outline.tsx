"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo, useCallback, useEffect, useMemo, useRef } from "react";
import { classNames } from "#app/_ui/class-names.ts";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { Drawer } from "../drawer.tsx";
import type { Letters } from "../store/outline-letters.ts";
import { goToIndex } from "../store/travel.ts";
import type { OutlineHeading } from "../sync/wire.ts";
import { Filters } from "./filters.tsx";
import { SquareStrip } from "./square-strip.tsx";

interface OutlineProps {
	/** On a narrow screen it lies over the text while this is true. */
	readonly shown: boolean;
	readonly onLeave: () => void;
	readonly onKeyboard: () => void;
}

/** The whole document at a glance: how far it is, its headings, a square for every passage. */
export function Outline({ shown, onLeave, onKeyboard }: OutlineProps) {
	const t = useTranslations("workbench.outline");
	const desk = useDesk();
	const folded = useWorkbench((state) => state.folded.outline);
	const { last } = desk.overview;
	// While an outline is read anew, the one from before stands: nothing jumps.
	const letters = useWorkbench(
		({ letters, settled }) => letters ?? (settled && last.states !== "" ? last : null),
	);
	return (
		<Drawer shown={shown} edge="left" label={t("label")} onLeave={onLeave}>
			<nav
				aria-label={t("label")}
				className={classNames(
					"screen-only w-60 shrink-0 flex-col gap-4 overflow-y-auto border-r border-rule bg-paper px-3 py-3 lg:w-52 2xl:w-64",
					shown ? "absolute inset-y-0 left-0 z-20 flex shadow-float lg:static lg:shadow-none" : "hidden",
					folded ? "lg:hidden" : "lg:flex",
				)}
			>
				{letters ? (
					<>
						<Words letters={letters} />
						<Filters letters={letters} />
						<Headings letters={letters} onLeave={onLeave} />
						<SquareStrip letters={letters} onLeave={onLeave} onKeyboard={onKeyboard} />
					</>
				) : (
					<div role="status" className="flex flex-col gap-3">
						<span className="sr-only">{t("loading")}</span>
						<Skeleton className="w-2/3" />
						<Skeleton className="h-24 w-full" />
						<Skeleton className="w-1/2" />
					</div>
				)}
			</nav>
		</Drawer>
	);
}

function Words({ letters }: { readonly letters: Letters }) {
	const t = useTranslations("workbench.outline");
	const format = useFormatter();
	const { done, total, empty, unit } = letters.words;
	// Never all of it while a rendering is missing, however few words that is.
	const share = total === 0 ? 0 : Math.min(done / total, empty > 0 ? 0.99 : 1);
	return (
		<div className="flex flex-col gap-1.5">
			<p className="text-sm break-keep text-ink-soft">
				<span className="mr-1.5 font-serif text-lg text-ink">
					{format.number(share, { style: "percent" })}
				</span>
				{t(unit, { done, total })}
				{empty > 0 && ` · ${t("empty", { empty })}`}
			</p>
			<span aria-hidden className="block h-0.5 bg-rule">
				<span className="block h-full bg-state-reviewed" style={{ width: `${share * 100}%` }} />
			</span>
		</div>
	);
}

function Headings({ letters, onLeave }: { readonly letters: Letters; readonly onLeave: () => void }) {
	const desk = useDesk();
	const t = useTranslations("workbench.outline");
	const { sides, description } = useWorkbench((state) => state.head);
	const active = useWorkbench((state) => (state.place ? state.rows.indexOf(state.place.passage) : -1));
	const headings = useMemo(
		() => letters.headings.filter(({ text }) => text.trim() !== ""),
		[letters.headings],
	);
	const leave = useRef(onLeave);
	useEffect(() => {
		leave.current = onLeave;
	});
	const go = useCallback(
		(heading: OutlineHeading) => {
			desk.turns.take(() => goToIndex(desk, heading.index));
			leave.current();
		},
		[desk],
	);
	if (headings.length === 0) return null;
	const current = headings.findLast(({ index }) => index <= active);
	const lang = sides.target ? description.targetLanguage : description.sourceLanguage;
	return (
		<section aria-label={t("headings")}>
			<ol className="flex flex-col">
				{headings.map((heading) => (
					<HeadingLink
						key={heading.passage}
						heading={heading}
						lang={lang}
						current={heading === current}
						onGo={go}
					/>
				))}
			</ol>
		</section>
	);
}

interface HeadingLinkProps {
	readonly heading: OutlineHeading;
	readonly lang: string;
	/** One is in its section. */
	readonly current: boolean;
	readonly onGo: (heading: OutlineHeading) => void;
}

/** A long document has thousands: going on draws two of them. */
const HeadingLink = memo(function HeadingLink({ heading, lang, current, onGo }: HeadingLinkProps) {
	return (
		<li className="[contain-intrinsic-size:auto_28px] [content-visibility:auto]">
			<button
				type="button"
				lang={lang}
				aria-current={current ? "location" : undefined}
				className={classNames(
					"w-full rounded-sm py-1 pr-1 pl-2.5 text-left text-sm leading-snug hover:bg-wash",
					heading.kind === "title" ? "font-semibold" : "",
					current ? "shadow-[inset_2px_0_0_var(--accent)] text-ink" : "text-ink-soft",
				)}
				onClick={() => onGo(heading)}
			>
				<span className="line-clamp-2">{heading.text}</span>
			</button>
		</li>
	);
});

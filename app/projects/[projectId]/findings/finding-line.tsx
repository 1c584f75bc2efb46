"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { StateSquare } from "#app/_ui/state-square.tsx";
import { MarkedText, noMatches } from "#app/_workbench/grid/marked-text.tsx";
import { FindingSentence } from "#app/_workbench/panel/finding-sentence.tsx";
import { useFindingName } from "#app/_workbench/panel/use-finding-name.ts";
import type { ListedFinding, WireDismissal } from "#lib/core/qa/wire.ts";

interface FindingLineProps {
	readonly projectId: string;
	readonly line: ListedFinding;
	readonly dismisses: boolean;
	/** The one whose controls Tab comes to. */
	readonly reachable: boolean;
	readonly ticked: boolean;
	readonly onTick: (on: boolean) => void;
	readonly onDismiss: () => void;
	readonly onTakeBack: () => void;
	readonly onFocus: () => void;
	readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const severityLooks = { critical: "text-danger", major: "text-caution", minor: "text-ink-faint" } as const;

/** Where it is and how bad, the sentence with the place marked, and what it says. */
export function FindingLine(props: FindingLineProps) {
	const { projectId, line, dismisses, reachable, ticked, onTick, onDismiss, onTakeBack } = props;
	const { documentId, passage, index, state, text, language, finding } = line;
	const t = useTranslations("projectFindings");
	const checking = useTranslations("checking");
	const nameOf = useFindingName();
	const tabIndex = reachable ? 0 : -1;
	const number = index + 1;
	const name = nameOf(finding.check);
	const isWhole = finding.end - finding.start === text.length; // then it is about the passage, not about a word
	return (
		<li
			data-line
			className="flex items-start gap-3 border-b border-rule py-3 [contain-intrinsic-size:auto_6rem] [content-visibility:auto]"
			onFocus={props.onFocus}
			onKeyDown={props.onKeyDown}
		>
			{dismisses && (
				<input
					type="checkbox"
					tabIndex={tabIndex}
					className="mt-0.5 size-4 shrink-0 accent-accent"
					aria-label={t("tick", { name, number })}
					checked={ticked}
					onChange={({ target }) => onTick(target.checked)}
				/>
			)}
			<div className="grid min-w-0 flex-1 gap-x-6 gap-y-1.5 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
				<div className="flex flex-col gap-x-3 text-sm max-sm:flex-row max-sm:flex-wrap">
					<Link
						href={`/projects/${projectId}/documents/${documentId}?passage=${passage}`}
						tabIndex={tabIndex}
						className="flex w-fit items-center gap-1.5 font-medium underline-offset-4 hover:underline"
					>
						{t("passage", { number })}
						<StateSquare state={state} />
					</Link>
					<span className="text-ink-soft">{name}</span>
					<span className={severityLooks[finding.severity]}>{checking(`severity.${finding.severity}`)}</span>
				</div>
				<div className="flex min-w-0 flex-col gap-1">
					<p
						lang={language}
						className={classNames("reading break-words text-base!", text === "" && "hidden")}
					>
						<MarkedText
							text={text}
							matches={noMatches}
							current={null}
							faults={isWhole ? noMatches : [finding]}
							commented={noMatches}
						/>
					</p>
					<FindingSentence finding={finding} />
					{finding.dismissal && <Dismissed dismissal={finding.dismissal} />}
				</div>
				{dismisses && (
					<Button
						size="sm"
						variant="plain"
						tabIndex={tabIndex}
						className="justify-self-start max-sm:-ml-2"
						aria-label={t(finding.dismissal ? "takeBackOne" : "dismissOne", { name, number })}
						onClick={finding.dismissal ? onTakeBack : onDismiss}
					>
						{finding.dismissal ? checking("takeBack") : checking("dismiss")}
					</Button>
				)}
			</div>
		</li>
	);
}

function Dismissed({ dismissal: { by, reason, note, at } }: { readonly dismissal: WireDismissal }) {
	const t = useTranslations("checking");
	return (
		<p className="text-sm text-ink-faint">
			{t("dismissedBy", { by, reason: t(`reason.${reason}`) })} <RelativeTime at={at} />
			{note !== "" && <span className="block text-ink-soft">{t("note", { note })}</span>}
		</p>
	);
}

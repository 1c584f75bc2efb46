"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { StateSquare } from "#app/_ui/state-square.tsx";
import { TickAll } from "#app/_ui/tick-all.tsx";
import { ChangeText } from "#app/_workbench/dialogs/change-text.tsx";
import type { Ticks } from "#app/_workbench/dialogs/use-ticks.ts";
import { mayBeChosen } from "#app/_workbench/store/replace-plan.ts";
import { freeIn, type MendedDocument, type MendedPassage } from "./mend-plan.ts";

interface MendListProps {
	readonly projectId: string;
	readonly documents: readonly MendedDocument[];
	readonly isChosen: Ticks["isChosen"];
	readonly onChoose: Ticks["choose"];
}

/** Document by document, each place as it reads and as it would read, with a tick. */
export function MendList({ projectId, documents, isChosen, onChoose }: MendListProps) {
	return documents.map((document) => {
		const free = freeIn(document);
		return (
			<section key={document.id} className="flex flex-col">
				<TickAll
					className="border-b border-rule-strong pb-1 font-medium"
					all={free.length > 0 && free.every(isChosen)}
					some={free.some(isChosen)}
					disabled={free.length === 0}
					onChange={(on) => onChoose(free, on)}
				>
					{document.title}
				</TickAll>
				<ul>
					{document.passages.map((passage) => (
						<Mended
							key={`${passage.id} ${passage.changes[0]?.segment.side}`}
							href={`/projects/${projectId}/documents/${document.id}?passage=${passage.id}`}
							passage={passage}
							isChosen={isChosen}
							onChoose={onChoose}
						/>
					))}
				</ul>
			</section>
		);
	});
}

interface MendedProps extends Pick<MendListProps, "isChosen" | "onChoose"> {
	readonly href: string;
	readonly passage: MendedPassage;
}

function Mended({ href, passage, isChosen, onChoose }: MendedProps) {
	const t = useTranslations("projectFindings");
	const { index, state, language, changes } = passage;
	return (
		<li className="grid gap-x-6 gap-y-1 border-b border-rule py-2 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] sm:grid-cols-[8rem_minmax(0,1fr)]">
			<Link
				href={href}
				className="flex h-fit w-fit items-center gap-1.5 text-sm text-ink-soft underline-offset-4 hover:underline"
			>
				{t("passage", { number: index + 1 })}
				<StateSquare state={state} />
			</Link>
			<div className="flex min-w-0 flex-col gap-1">
				{changes.map((change) => (
					<label key={change.key} className="flex items-start gap-2">
						<input
							type="checkbox"
							className="mt-1 size-4 shrink-0 accent-accent"
							checked={mayBeChosen(change) && isChosen(change)}
							disabled={!mayBeChosen(change)}
							onChange={({ target }) => onChoose([change], target.checked)}
						/>
						<ChangeText change={change} language={language} />
					</label>
				))}
			</div>
		</li>
	);
}

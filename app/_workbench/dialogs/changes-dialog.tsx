"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type Ref, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { useDesk } from "../desk-context.tsx";
import { editsOf, mayBeChosen, type PlannedChange, type PlannedPassage } from "../store/replace-plan.ts";
import { replaceAll } from "../store/replacer.ts";
import { goToPassage } from "../store/travel.ts";
import { ChangeList } from "./change-list.tsx";
import { useTicks } from "./use-ticks.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

interface ChangesDialogProps extends DialogProps {
	readonly title: string;
	readonly passages: readonly PlannedPassage[];
	/** All changes are there, as they will be. */
	readonly ready: boolean;
	readonly searched: boolean;
	readonly error: unknown;
	readonly notes: readonly string[];
	/** Before one leaves for a place. */
	readonly onGo: () => void;
	/** What the changes are made from. */
	readonly children?: ReactNode;
	readonly ref: Ref<HTMLDivElement>;
}

/** Changes to choose from, made in one revision that one undo takes back. */
export function ChangesDialog(props: ChangesDialogProps) {
	const { onClose, onCloseAutoFocus, title, passages, ready, searched, error, notes, onGo, ref } = props;
	const desk = useDesk();
	const t = useTranslations("replace");
	const { isChosen, choose } = useTicks();
	const [sending, setSending] = useState(false);
	const [failed, setFailed] = useState<unknown>(null);
	const all = passages.flatMap(({ changes }) => changes);
	const free = all.filter(mayBeChosen);
	const chosen = free.filter(isChosen).length;
	const can = ready && chosen > 0 && !sending;
	async function apply(): Promise<void> {
		if (!can) return;
		setSending(true);
		setFailed(null);
		const { side, edits, hits } = editsOf(passages, isChosen);
		try {
			await replaceAll(desk, side, edits, hits);
			onClose();
		} catch (trouble) {
			setFailed(trouble);
			setSending(false);
		}
	}
	function go({ id }: PlannedPassage, { segment, place }: PlannedChange): void {
		onGo();
		onClose();
		desk.turns.take(() =>
			goToPassage(desk, id, { side: segment.side, segment: segment.id, caret: place.start }),
		);
	}
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			onOpenAutoFocus={toFirstField}
			title={title}
			size="lg"
			footer={
				<>
					<Button onClick={onClose}>{t("cancel")}</Button>
					<Button variant="primary" busy={sending} disabled={!can} onClick={() => void apply()}>
						{t("apply", { count: chosen })}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-3">
				{props.children}
				{failed !== null && <ProblemNote error={failed} />}
				{error !== null && <ProblemNote error={error} />}
				<div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
					<p role="status">
						{searched || passages.length > 0
							? t("summary", { places: all.length, passages: passages.length, chosen })
							: ""}
					</p>
					{notes.map((note) => (
						<p key={note} className="text-ink-soft">
							{note}
						</p>
					))}
					{free.length > 0 && (
						<span className="ml-auto flex gap-1">
							<Button size="sm" variant="plain" onClick={() => choose(free, true)}>
								{t("all")}
							</Button>
							<Button size="sm" variant="plain" onClick={() => choose(free, false)}>
								{t("none")}
							</Button>
						</span>
					)}
				</div>
				<Caution passages={passages} isChosen={isChosen} />
				{passages.length > 0 && (
					<ChangeList
						ref={ref}
						label={t("list")}
						passages={passages}
						isChosen={isChosen}
						onChoose={choose}
						onGo={go}
					/>
				)}
				{passages.length > 0 && <p className="text-sm text-ink-faint">{t("keys")}</p>}
			</div>
		</Dialog>
	);
}

/** What is asked comes before how it is asked. */
function toFirstField(event: Event): void {
	const field = event.target instanceof HTMLElement ? event.target.querySelector("input") : null;
	if (!field) return;
	event.preventDefault();
	field.focus();
}

/** What was reviewed has to be reviewed again. */
function Caution({
	passages,
	isChosen,
}: Pick<ChangesDialogProps, "passages"> & { isChosen: (change: PlannedChange) => boolean }) {
	const t = useTranslations("replace");
	const done = passages.filter(
		({ state, changes }) =>
			(state === "reviewed" || state === "approved") &&
			changes.some((change) => mayBeChosen(change) && isChosen(change)),
	).length;
	return done > 0 ? <p className="text-sm text-caution">{t("reviewed", { count: done })}</p> : null;
}

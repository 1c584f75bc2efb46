"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SelectField } from "#app/_ui/select-field.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { type LongWork, useLongWork } from "#app/_ui/use-long-work.ts";
import type { AlignerId } from "#lib/core/align/registry.ts";
import type { RealignPreview } from "#lib/core/document/wire.ts";
import { useDesk } from "../desk-context.tsx";
import { undo } from "../store/align-actions.ts";
import type { Desk } from "../store/desk.ts";
import { newId } from "../sync/new-id.ts";
import type { Answer } from "../sync/wire.ts";
import { RealignChanges, RealignSummary } from "./realign-changes.tsx";
import { WorkProgress } from "./work-progress.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** What pairing the unconfirmed passages anew would change; done in one revision when somebody wants it. */
export default function RealignDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.realign");
	const [aligner, setAligner] = useState(desk.options.aligners[0]);
	const { work, preview, show } = usePreview(desk);
	useEffect(() => {
		if (aligner) void show(aligner);
	}, [aligner, show]);
	const applyButton = useRef<HTMLButtonElement>(null);
	const news = preview !== null && preview.changed + preview.restated > 0;
	useEffect(() => {
		if (news) applyButton.current?.focus(); // Enter is all that is left to press
	}, [news]);
	const busy = work.state.is === "sending" || work.state.is === "running";

	async function apply(): Promise<void> {
		if (!preview || !aligner) return;
		const body = { key: newId(), aligner, order: preview.orderNumber };
		const made = await work.post<Realigned>(`/documents/${desk.options.head.id}/realign`, body);
		if (!made) return;
		desk.data.changedBeside(made);
		desk.outlineChanged();
		onClose();
		const { changed, skipped } = made;
		desk.offerUndo("realigned", { changed, skipped }, () => undo(desk));
	}

	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			description={t("explain")}
			size="lg"
			footer={
				<>
					<Button onClick={onClose}>{t("cancel")}</Button>
					<Button
						ref={applyButton}
						variant="primary"
						busy={busy}
						disabled={!news}
						onClick={() => void apply()}
					>
						{t(preview && preview.changed === 0 && news ? "renew" : "apply")}
					</Button>
				</>
			}
		>
			<AlignerChoice aligner={aligner} onChange={setAligner} />
			{work.state.is === "failed" && (
				<Failed error={work.state.error} onAgain={() => aligner && void show(aligner)} />
			)}
			<WorkProgress work={work} />
			{preview ? (
				<>
					<RealignSummary preview={preview} />
					<RealignChanges preview={preview} />
				</>
			) : (
				<>
					{busy && <Looking />}
					{work.state.is === "idle" && (
						<div>
							<Button size="sm" onClick={() => aligner && void show(aligner)}>
								{t("again")}
							</Button>
						</div>
					)}
				</>
			)}
		</Dialog>
	);
}

interface Realigned extends Answer {
	readonly changed: number;
	readonly skipped: number;
}

/** Asks for previews: everything typed or done before is part of them. */
function usePreview(desk: Desk): {
	readonly work: LongWork;
	readonly preview: RealignPreview | null;
	readonly show: (aligner: AlignerId) => Promise<void>;
} {
	const work = useLongWork();
	const [preview, setPreview] = useState<RealignPreview | null>(null);
	const { post } = work;
	const show = useCallback(
		async (aligner: AlignerId) => {
			setPreview(null);
			desk.withdraw(); // on a narrow screen the offer would lie over the buttons
			desk.typing.save();
			await desk.data.queue.whenIdle();
			const body = { key: newId(), aligner, preview: true };
			setPreview(await post<RealignPreview>(`/documents/${desk.options.head.id}/realign`, body));
		},
		[desk, post],
	);
	return { work, preview, show };
}

function AlignerChoice({
	aligner,
	onChange,
}: {
	readonly aligner: AlignerId | undefined;
	readonly onChange: (aligner: AlignerId) => void;
}) {
	const { aligners } = useDesk().options;
	const t = useTranslations("import.aligner");
	return (
		<SelectField
			className="max-w-72"
			label={t("label")}
			value={aligner}
			values={aligners}
			name={(id) => t(id)}
			onChange={onChange}
		/>
	);
}

/** Where somebody moved passages meanwhile, looking again is what helps. */
function Failed({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
	const t = useTranslations("workbench.dialog.realign");
	return (
		<>
			<ProblemNote error={error} />
			{error instanceof Problem && (
				<div>
					<Button size="sm" onClick={onAgain}>
						{t("again")}
					</Button>
				</div>
			)}
		</>
	);
}

function Looking() {
	const t = useTranslations("workbench.dialog.realign");
	return (
		<div role="status" className="flex flex-col gap-3">
			<span className="sr-only">{t("looking")}</span>
			<Skeleton className="w-1/2" />
			<Skeleton className="h-16 w-full" />
			<Skeleton className="h-16 w-full" />
		</div>
	);
}

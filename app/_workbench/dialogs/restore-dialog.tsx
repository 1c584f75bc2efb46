"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Choice, TextInput } from "#app/_ui/field.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { Queries } from "#app/_ui/queries.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { type LongWork, useLongWork } from "#app/_ui/use-long-work.ts";
import type { RestorePreview } from "#lib/core/document/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { undo } from "../store/align-actions.ts";
import type { Desk } from "../store/desk.ts";
import { currentIndex } from "../store/travel.ts";
import { newId } from "../sync/new-id.ts";
import type { Answer } from "../sync/wire.ts";
import { RestoreChanges, RestoreSummary } from "./restore-changes.tsx";
import { RestoreVersion } from "./restore-version.tsx";
import { WorkProgress } from "./work-progress.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** How much comes back. */
type Reach = "passage" | "range" | "document";

/** What an earlier version would bring back, here, in a run of passages or everywhere; done in one revision. */
export default function RestoreDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("versions.bringBack");
	const begun = useBegun(desk);
	const [to, setTo] = useState<number | "draft" | null>(begun.to);
	const [reach, setReach] = useState<Reach>(begun.whole ? "document" : "passage");
	const [range, setRange] = useState<readonly [number, number]>([begun.index + 1, begun.index + 1]);
	const { work, preview, show } = usePreview(desk);
	const asked = useCallback(() => askedFor(desk, reach, range), [desk, reach, range]);
	useEffect(() => {
		if (to !== null) void show(to, asked);
	}, [to, asked, show]);
	const busy = work.state.is === "sending" || work.state.is === "running";
	const news = preview !== null && preview.passages > 0;

	async function apply(): Promise<void> {
		const passages = await asked();
		if (!preview || to === null || passages === null) return;
		const body = { key: newId(), to, seen: preview.headNumber, ...passages };
		const made = await work.post<Answer & { readonly changed: number }>(
			`/documents/${desk.options.head.id}/restore`,
			body,
		);
		if (!made) return;
		desk.changedBeside(made);
		onClose();
		desk.offerUndo("broughtBack", { count: made.changed }, () => undo(desk));
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
					<Button variant="primary" busy={busy} disabled={!news || busy} onClick={() => void apply()}>
						{t("apply")}
					</Button>
				</>
			}
		>
			<div className="flex flex-wrap gap-x-10 gap-y-4">
				<Queries>
					<RestoreVersion value={to} onChange={setTo} />
				</Queries>
				<Choice
					label={t("reach")}
					value={reach}
					onChange={setReach}
					options={[
						{ value: "passage", label: t("passage", { number: begun.index + 1 }) },
						{ value: "range", label: t("range"), further: <Range value={range} onChange={setRange} /> },
						{ value: "document", label: t("document") },
					]}
				/>
			</div>
			{work.state.is === "failed" && (
				<>
					<ProblemNote error={work.state.error} />
					{work.state.error instanceof Problem && to !== null && (
						<div>
							<Button size="sm" onClick={() => void show(to, asked)}>
								{t("again")}
							</Button>
						</div>
					)}
				</>
			)}
			<WorkProgress work={work} />
			{busy && !preview && <Looking />}
			{preview && (
				<>
					<RestoreSummary preview={preview} />
					<RestoreChanges preview={preview} />
				</>
			)}
		</Dialog>
	);
}

/** What was chosen before the dialog opened, and where the person is; a first drawing that is given up takes nothing away. */
function useBegun(desk: Desk) {
	const [begun] = useState(() => ({
		to: desk.restoring?.to ?? null,
		whole: desk.restoring?.whole ?? false,
		index: Math.max(0, currentIndex(desk)),
	}));
	useEffect(() => {
		desk.restoring = null;
	}, [desk]);
	return begun;
}

type Asked = () => Promise<{
	readonly passages?: readonly string[] | { from: string; until: string };
} | null>;

/** Null where there are no such passages. */
async function askedFor(
	desk: Desk,
	reach: Reach,
	[first, last]: readonly [number, number],
): ReturnType<Asked> {
	if (reach === "document") return {};
	const { place } = desk.state.get();
	if (reach === "passage") return place ? { passages: [place.passage] } : null;
	const { id } = desk.state.get().head;
	const at = [first, last].map((number) => number - 1).toSorted((a, b) => a - b);
	const found = await desk.options.read<{ rows: readonly { id: string; index: number }[] }>(
		`/documents/${id}/passages?at=${[...new Set(at)].join()}`,
	);
	const ids = found.rows.toSorted((a, b) => a.index - b.index).map((row) => row.id);
	const [from, until] = [ids[0], ids.at(-1)];
	return from !== undefined && until !== undefined ? { passages: { from, until } } : null;
}

/** Asks for previews: everything typed or done before is part of them. */
function usePreview(desk: Desk): {
	readonly work: LongWork;
	readonly preview: RestorePreview | null;
	readonly show: (to: number | "draft", asked: Asked) => Promise<void>;
} {
	const work = useLongWork();
	const [preview, setPreview] = useState<RestorePreview | null>(null);
	const turn = useRef(0);
	const { post } = work;
	const show = useCallback(
		async (to: number | "draft", asked: Asked) => {
			turn.current += 1;
			const mine = turn.current;
			setPreview(null);
			desk.withdraw(); // on a narrow screen the offer would lie over the buttons
			desk.typing.save();
			await desk.data.queue.whenIdle();
			const passages = await asked();
			if (passages === null || mine !== turn.current) return;
			const body = { key: newId(), to, preview: true, ...passages };
			const made = await post<RestorePreview>(`/documents/${desk.options.head.id}/restore`, body);
			if (mine === turn.current) setPreview(made);
		},
		[desk, post],
	);
	return { work, preview, show };
}

interface RangeProps {
	readonly value: readonly [number, number];
	readonly onChange: (range: readonly [number, number]) => void;
}

/** Numbers of the first and the last passage. */
function Range({ value, onChange }: RangeProps) {
	const t = useTranslations("versions.bringBack");
	const total = useWorkbench(({ rows }) => rows.total);
	const field = (which: 0 | 1) => (
		<TextInput
			type="number"
			inputMode="numeric"
			min={1}
			max={total}
			className="h-8! w-24"
			aria-label={t(which === 0 ? "first" : "last")}
			defaultValue={value[which]}
			onChange={({ target: { valueAsNumber: number } }) => {
				if (!Number.isInteger(number) || number < 1 || number > total) return;
				onChange(which === 0 ? [number, value[1]] : [value[0], number]);
			}}
		/>
	);
	return (
		<p className="ml-6 flex items-center gap-2">
			{field(0)} – {field(1)}
		</p>
	);
}

function Looking() {
	const t = useTranslations("versions.bringBack");
	return (
		<div role="status" className="flex flex-col gap-3">
			<span className="sr-only">{t("looking")}</span>
			<Skeleton className="w-1/2" />
			<Skeleton className="h-16 w-full" />
		</div>
	);
}

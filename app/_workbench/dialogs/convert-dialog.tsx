"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { DiffText, type TextChange } from "#app/_ui/diff-text.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SelectField } from "#app/_ui/select-field.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { useLongWork } from "#app/_ui/use-long-work.ts";
import { useLanguageName } from "#app/projects/[projectId]/language-name.ts";
import type { Side } from "#lib/core/document/model.ts";
import type { ConvertedSample, ConvertPreview } from "#lib/core/document/wire.ts";
import { isChinese } from "#lib/core/text/language.ts";
import { useDesk } from "../desk-context.tsx";
import { undo } from "../store/align-actions.ts";
import { otherScript } from "../store/other-script.ts";
import { newId } from "../sync/new-id.ts";
import type { Answer } from "../sync/wire.ts";
import { WorkProgress } from "./work-progress.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

const scripts = ["zh-Hans", "zh-Hant", "zh-Hant-HK"] as const;
type Script = (typeof scripts)[number];

interface Converted extends Answer {
	readonly changed: number;
}

/** What writing a side in the other script would change; done as one revision when somebody wants it. */
export default function ConvertDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.convert");
	const chinese = (["source", "target"] as const).filter(
		(one) => desk.state.get().head.sides[one] && isChinese(desk.language(one)),
	);
	const [side, setSide] = useState<Side>(chinese[0] ?? "source");
	const [to, setTo] = useState<Script>(() => otherScript(desk, side));
	const work = useLongWork();
	const [preview, setPreview] = useState<ConvertPreview | null>(null);
	const { post } = work;
	const path = `/documents/${desk.options.head.id}/convert-script`;
	const show = useCallback(async () => {
		setPreview(null);
		desk.withdraw();
		desk.typing.save();
		await desk.data.queue.whenIdle();
		setPreview(await post<ConvertPreview>(path, { key: newId(), side, to, preview: true }));
	}, [desk, path, post, side, to]);
	useEffect(() => void show(), [show]);
	const busy = work.state.is === "sending" || work.state.is === "running";

	async function apply(): Promise<void> {
		const made = await work.post<Converted>(path, { key: newId(), side, to });
		if (!made) return;
		desk.state.set({ display: null });
		desk.changedBeside(made);
		onClose();
		desk.offerUndo("converted", { changed: made.changed }, () => undo(desk));
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
						variant="primary"
						busy={busy}
						disabled={!preview || (preview.changed === 0 && preview.language === to)}
						onClick={() => void apply()}
					>
						{t("apply")}
					</Button>
				</>
			}
		>
			<div className="flex flex-wrap gap-4">
				{chinese.length > 1 && (
					<SelectField
						className="min-w-60"
						label={t("side")}
						value={side}
						values={chinese}
						name={(one) => t(one)}
						onChange={setSide}
					/>
				)}
				<SelectField
					className="min-w-60"
					label={t("to")}
					value={to}
					values={scripts}
					name={(one) => t(`script.${one}`)}
					onChange={setTo}
				/>
			</div>
			{work.state.is === "failed" && <ProblemNote error={work.state.error} />}
			<WorkProgress work={work} />
			{preview ? <Preview preview={preview} side={side} to={to} /> : busy && <Looking />}
		</Dialog>
	);
}

interface PreviewProps {
	readonly preview: ConvertPreview;
	readonly side: Side;
	readonly to: Script;
}

function Preview({ preview, side, to }: PreviewProps) {
	const t = useTranslations("workbench.dialog.convert");
	const languageName = useLanguageName();
	const { total, changed, characters, samples, language } = preview;
	return (
		<>
			<div role="status">
				<p className="font-medium">
					{changed === 0 ? t("nothing") : t("summary", { changed, total, characters })}
				</p>
				{changed > 0 && (
					<p className="text-sm text-ink-soft">{t(side === "source" ? "stale" : "draftStays")}</p>
				)}
				{language !== to && (
					<p className="text-sm text-ink-soft">
						{t("language", { before: languageName(language), after: languageName(to) })}
					</p>
				)}
			</div>
			<ol aria-label={t("samples")} className="flex flex-col">
				{samples.map((sample, i) => (
					<Sample key={`${sample.index} ${String(i)}`} sample={sample} from={language} to={to} />
				))}
			</ol>
			{changed > samples.length && (
				<p className="text-sm text-ink-faint">{t("more", { count: changed - samples.length })}</p>
			)}
		</>
	);
}

function Sample({
	sample: { index, before, after },
	from,
	to,
}: {
	readonly sample: ConvertedSample;
	readonly from: string;
	readonly to: string;
}) {
	const old = [...before];
	const changes = [...after].map(
		(text, i): TextChange => ({ kind: text === old[i] ? "same" : "inserted", text }),
	);
	return (
		<li className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-baseline border-t border-rule py-1.5">
			<span className="text-sm text-ink-faint">{index + 1}</span>
			<div>
				<p lang={from} className="reading text-base! text-ink-soft">
					{before}
				</p>
				<p lang={to} className="reading text-base!">
					<DiffText changes={changes} lang={to} />
				</p>
			</div>
		</li>
	);
}

function Looking() {
	const t = useTranslations("workbench.dialog.convert");
	return (
		<div role="status" className="flex flex-col gap-3">
			<span className="sr-only">{t("looking")}</span>
			<Skeleton className="w-1/2" />
			<Skeleton className="h-12 w-full" />
			<Skeleton className="h-12 w-full" />
		</div>
	);
}

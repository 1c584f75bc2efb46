"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { classNames } from "#app/_ui/class-names.ts";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import type { AlignerId } from "#lib/core/align/registry.ts";
import { pathOf } from "./dropped-files.ts";
import { emptyForm, type ImportForm, originOf } from "./import-form.ts";
import { OriginChoice } from "./import-options.tsx";
import { PairingSelect } from "./pairing-select.tsx";
import { type BatchEntry, useBatch } from "./use-batch.ts";

interface BatchPaneProps {
	readonly projectId: string;
	readonly files: readonly File[];
	readonly aligners: readonly AlignerId[];
	readonly onClose: () => void;
}

/** Many files at once: which of them belong together, and what became of each. */
export function BatchPane({ projectId, files, aligners, onClose }: BatchPaneProps) {
	const t = useTranslations("import");
	const batch = useBatch(projectId, files);
	const [form, setForm] = useState<ImportForm>(() => emptyForm(aligners[0] ?? ""));
	const [pressed, setPressed] = useState(false);
	const translated = batch.entries.some(({ target }) => target !== null);
	const origin = translated ? saidOrigin(form) : { kind: "unknown" as const };
	const left = batch.entries.filter(({ state }) => state.is !== "done").length;
	return (
		<div className="flex flex-col gap-6">
			<div className="flex flex-wrap items-start gap-x-10 gap-y-3">
				{translated && <OriginChoice form={form} change={setForm} pressed={pressed} />}
				<PairingSelect
					aligners={aligners}
					value={form.aligner}
					onChange={(aligner) => setForm((before) => ({ ...before, aligner }))}
				/>
			</div>
			<ol className="border-b border-rule">
				{batch.entries.map((entry, index) => (
					<BatchLine
						key={`${entry.source} ${entry.target}`}
						number={index + 1}
						projectId={projectId}
						entry={entry}
						files={files}
					/>
				))}
			</ol>
			<div className="screen-only sticky bottom-0 flex items-center gap-3 border-t border-rule bg-paper py-3">
				<p className="min-w-0 flex-1 text-ink-soft" aria-live="polite">
					{t("batch.summary", { count: batch.entries.length, done: batch.entries.length - left })}
				</p>
				{batch.running ? (
					<Button onClick={batch.stop}>{t("batch.stop")}</Button>
				) : (
					<Button onClick={onClose}>{t("batch.close")}</Button>
				)}
				{left > 0 ? (
					<Button
						variant="primary"
						busy={batch.running}
						onClick={() => {
							setPressed(true);
							if (origin) batch.start(origin, form.aligner);
						}}
					>
						{t("batch.import", { count: left })}
					</Button>
				) : (
					<Button variant="primary" asChild>
						<Link href={`/projects/${projectId}`}>{t("batch.toProject")}</Link>
					</Button>
				)}
			</div>
		</div>
	);
}

/** All translations of a batch were made alike. */
function saidOrigin(form: ImportForm) {
	return originOf({ ...form, target: { ...form.target, text: "any" } });
}

interface BatchLineProps {
	readonly number: number;
	readonly projectId: string;
	readonly entry: BatchEntry;
	readonly files: readonly File[];
}

function BatchLine({ number, projectId, entry, files }: BatchLineProps) {
	const t = useTranslations("import");
	const { state } = entry;
	const name = (index: number | null) => {
		const file = files[index ?? -1];
		return file ? pathOf(file) : null;
	};
	return (
		<li className="grid grid-cols-[2rem_minmax(0,1fr)_minmax(0,1fr)_9rem] items-center gap-x-4 border-t border-rule py-1.5 text-sm max-sm:grid-cols-[2rem_minmax(0,1fr)]">
			<span className="text-ink-faint tabular-nums">{number}</span>
			<FileName name={name(entry.source)} missing={t("batch.noSource")} />
			<FileName name={name(entry.target)} missing={t("batch.noTarget")} below />
			<span className="max-sm:col-start-2">
				{state.is === "waiting" && <span className="text-ink-faint">{t("batch.waiting")}</span>}
				{state.is === "working" && <Progress label={entry.name} done={state.done} total={state.total} />}
				{state.is === "done" && (
					<Link
						className="inline-flex items-center gap-1.5 underline underline-offset-3"
						href={`/projects/${projectId}/documents/${state.documentId}`}
					>
						<CircleCheck aria-hidden className="size-4" />
						{t("batch.open")}
					</Link>
				)}
				{state.is === "failed" && <span className="text-danger">{t("batch.failed")}</span>}
			</span>
			{state.is === "failed" && (
				<div className="col-span-full col-start-2">
					<ProblemNote error={state.error} />
				</div>
			)}
		</li>
	);
}

interface FileNameProps {
	readonly name: string | null;
	readonly missing: string;
	/** On a narrow screen it stands under the other one. */
	readonly below?: boolean;
}

function FileName({ name, missing, below = false }: FileNameProps) {
	const place = below && "max-sm:col-start-2";
	return name === null ? (
		<span className={classNames("text-ink-faint", place)}>{missing}</span>
	) : (
		<span className={classNames("truncate", place)} title={name}>
			{name}
		</span>
	);
}

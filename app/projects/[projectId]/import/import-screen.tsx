"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { PageHeader } from "#app/_ui/page-header.tsx";
import type { AlignerId } from "#lib/core/align/registry.ts";
import type { ProjectOnScreen } from "../project.ts";
import { ImportBar } from "./import-bar.tsx";
import { emptyForm, hasText, type ImportForm, sides } from "./import-form.ts";
import { ImportOptions } from "./import-options.tsx";
import { forgetForm, keepForm, keptForm } from "./kept-form.ts";
import { PreviewPane } from "./preview-pane.tsx";
import { SidePane } from "./side-pane.tsx";
import { useImport } from "./use-import.ts";
import { usePreview } from "./use-preview.ts";

export type ChangeForm = (change: (form: ImportForm) => ImportForm) => void;

interface ImportScreenProps {
	readonly project: ProjectOnScreen;
	/** What this server offers, the usual one first. */
	readonly aligners: readonly AlignerId[];
}

export function ImportScreen({ project, aligners }: ImportScreenProps) {
	const t = useTranslations("import");
	const projects = useTranslations("projects");
	const { form, change, forget } = useKeptForm(project.id, aligners);
	const [pressed, setPressed] = useState(false);
	const preview = usePreview(project.id, form);
	const importing = useImport(project.id, forget);
	useAskBeforeLeaving(sides.some((side) => hasText(form[side])) && importing.state.is !== "done");
	return (
		<form
			noValidate
			className="flex flex-col"
			onSubmit={(event) => {
				event.preventDefault();
				setPressed(true);
				importing.start(form);
			}}
		>
			<PageHeader
				title={t("title")}
				crumbs={[
					{ href: "/", label: projects("title") },
					{ href: `/projects/${project.id}`, label: project.name },
				]}
				note={t("note")}
			/>
			<div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
				{sides.map((side) => (
					<SidePane key={side} side={side} form={form} change={change} />
				))}
			</div>
			<ImportOptions
				form={form}
				change={change}
				pressed={pressed}
				aligners={aligners}
				suggestedTitle={preview.title}
			/>
			<PreviewPane form={form} change={change} preview={preview} />
			<ImportBar form={form} preview={preview} importing={importing} />
		</form>
	);
}

/** What was filled in outlives a reload and a sign-in, in this tab. */
function useKeptForm(
	projectId: string,
	aligners: readonly string[],
): { form: ImportForm; change: ChangeForm; forget: () => void } {
	const [form, setForm] = useState(() => emptyForm(aligners[0] ?? ""));
	const [read, setRead] = useState(false);
	const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => {
		setForm((empty) => {
			const kept = keptForm(projectId, empty);
			return aligners.includes(kept.aligner) ? kept : { ...kept, aligner: empty.aligner };
		});
		setRead(true);
	}, [projectId, aligners]);
	useEffect(() => {
		if (!read) return;
		const timer = setTimeout(() => keepForm(projectId, form), 500);
		keeping.current = timer;
		return () => clearTimeout(timer);
	}, [projectId, form, read]);
	const forget = () => {
		clearTimeout(keeping.current); // an import can be done before what was typed last is kept
		forgetForm(projectId);
	};
	return { form, change: setForm, forget };
}

function useAskBeforeLeaving(ask: boolean): void {
	useEffect(() => {
		if (!ask) return;
		const hold = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", hold);
		return () => window.removeEventListener("beforeunload", hold);
	}, [ask]);
}

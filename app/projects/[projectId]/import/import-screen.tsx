"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { submitByKey } from "#app/_ui/submit-by-key.ts";
import type { AlignerId } from "#lib/core/align/registry.ts";
import type { Side } from "#lib/core/document/model.ts";
import { matchPairs } from "#lib/core/reading/match-pairs.ts";
import type { ProjectOnScreen } from "../project.ts";
import { BatchPane } from "./batch-pane.tsx";
import { pathOf } from "./dropped-files.ts";
import { ImportBar } from "./import-bar.tsx";
import { isEmpty, sides } from "./import-form.ts";
import { ImportOptions } from "./import-options.tsx";
import { Invitation } from "./invitation.tsx";
import { LinksLine } from "./links-line.tsx";
import { PairsPane } from "./pairs-pane.tsx";
import { placeFile } from "./place-file.ts";
import { PreviewPane } from "./preview-pane.tsx";
import { SidePane } from "./side-pane.tsx";
import { type Giving, useGiving } from "./use-giving.ts";
import { useImport } from "./use-import.ts";
import { type ChangeForm, useAskBeforeLeaving, useKeptForm } from "./use-kept-form.ts";
import { usePreview } from "./use-preview.ts";

interface ImportScreenProps {
	readonly project: ProjectOnScreen;
	/** What this server offers, the usual one first. */
	readonly aligners: readonly AlignerId[];
	/** Extensions of what can be read, for the browser's file dialog. */
	readonly accepted: string;
}

export function ImportScreen({ project, aligners, accepted }: ImportScreenProps) {
	const t = useTranslations("import");
	const projects = useTranslations("projects");
	const [batch, setBatch] = useState<readonly File[] | null>(null);
	return (
		<div className="flex flex-col">
			<PageHeader
				title={t("title")}
				crumbs={[
					{ href: "/", label: projects("title") },
					{ href: `/projects/${project.id}`, label: project.name },
				]}
				note={t(batch ? "batch.note" : "note")}
			/>
			{batch ? (
				<BatchPane projectId={project.id} files={batch} aligners={aligners} onClose={() => setBatch(null)} />
			) : (
				<OneArticle projectId={project.id} aligners={aligners} accepted={accepted} onMany={setBatch} />
			)}
		</div>
	);
}

interface OneArticleProps {
	readonly projectId: string;
	readonly aligners: readonly AlignerId[];
	readonly accepted: string;
	/** More files than one article is made of. */
	readonly onMany: (files: readonly File[]) => void;
}

function OneArticle({ projectId, aligners, accepted, onMany }: OneArticleProps) {
	const { form, change, forget } = useKeptForm(projectId, aligners);
	const [pressed, setPressed] = useState(false);
	const preview = usePreview(projectId, form);
	const importing = useImport(projectId, forget);
	const giving = useSides(projectId, change);
	useAskBeforeLeaving(!isEmpty(form) && importing.state.is !== "done");

	function take(files: readonly File[]): void {
		const [pair, ...others] = matchPairs(files.map(pathOf));
		const [first] = files;
		if (!pair || !first) return;
		if (others.length > 0) onMany(files);
		else if (files.length === 1) giving[pair.source === null ? "target" : "source"].give(first);
		else
			for (const side of sides) {
				const file = files[pair[side] ?? -1];
				if (file) giving[side].give(file);
			}
	}
	return (
		<form
			noValidate
			className="flex flex-col"
			onKeyDown={submitByKey}
			onSubmit={(event) => {
				event.preventDefault();
				setPressed(true);
				importing.start(form);
			}}
		>
			{form.pairs ? (
				<PairsPane pairs={form.pairs} form={form} change={change} />
			) : (
				<div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
					{sides.map((side) => (
						<SidePane
							key={side}
							side={side}
							form={form}
							change={change}
							giving={giving[side]}
							accepted={accepted}
							onFiles={take}
						/>
					))}
				</div>
			)}
			{form.links && <LinksLine links={form.links} change={change} />}
			{isEmpty(form) ? (
				<Invitation accepted={accepted} onFiles={take} />
			) : (
				<>
					<ImportOptions
						form={form}
						change={change}
						pressed={pressed}
						aligners={aligners}
						found={preview.found}
						looking={preview.stale}
					/>
					<PreviewPane form={form} change={change} preview={preview} />
				</>
			)}
			<ImportBar form={form} preview={preview} importing={importing} />
		</form>
	);
}

function useSides(projectId: string, change: ChangeForm): Readonly<Record<Side, Giving>> {
	return {
		source: useGiving(projectId, (file) => change((form) => placeFile(form, "source", file))),
		target: useGiving(projectId, (file) => change((form) => placeFile(form, "target", file))),
	};
}

"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { dropForm, formName } from "#app/_glossary/begun-form.ts";
import { TermReading } from "#app/_glossary/term-reading.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import type { StoredTerm } from "#lib/core/terms/wire.ts";
import { may, type ProjectOnScreen } from "../project.ts";
import { newTerm, useTerm } from "./glossary-query.ts";
import { TermEditor } from "./term-editor.tsx";
import { TermPlaces } from "./term-places.tsx";
import { useDeleteTerm } from "./use-delete-term.ts";

interface TermDialogProps {
	readonly project: ProjectOnScreen;
	/** The open term, `new`, or null where none is. */
	readonly termId: string | null;
	readonly domains: readonly string[];
	/** Opens another one, or closes. */
	readonly onOpen: (id: string | null) => void;
	/** Shows which passages call the term otherwise; with a name that it had until now, by that one too. */
	readonly onTouched: (term: StoredTerm, old: string | null) => void;
}

/** One term: to be written by those who may, else to be read; and where it stands in the project. */
export function TermDialog({ project, termId, domains, onOpen, onTouched }: TermDialogProps) {
	const t = useTranslations("glossary.form");
	const common = useTranslations("common");
	const form = useId();
	const [busy, setBusy] = useState(false);
	const isNew = termId === newTerm;
	const { data: term, error } = useTerm(project.id, isNew ? null : termId);
	const remove = useDeleteTerm(project.id);
	const edits = may(project, "glossary.edit");
	const close = () => onOpen(null);
	const there = isNew || term !== undefined;
	return (
		<Dialog
			size="lg"
			open={termId !== null}
			onOpenChange={close}
			title={t(isNew ? "titleNew" : edits ? "titleChange" : "titleRead")}
			footer={
				edits &&
				there && (
					<>
						{term && (
							<Button
								variant="danger"
								className="mr-auto"
								onClick={() => {
									close();
									void remove(term);
								}}
							>
								{t("delete")}
							</Button>
						)}
						<Button
							onClick={() => {
								dropForm(formName(project.id, term ?? ""));
								close();
							}}
						>
							{common("cancel")}
						</Button>
						<Button type="submit" form={form} variant="primary" busy={busy}>
							{t("save")}
						</Button>
					</>
				)
			}
		>
			<ProblemNote error={error} />
			{!there && !error && <SkeletonRows label={common("loading")} />}
			{there && edits && (
				<TermEditor
					id={form}
					projectId={project.id}
					term={term ?? null}
					domains={domains}
					onBusy={setBusy}
					onOpen={onOpen}
					onRenamed={onTouched}
				/>
			)}
			{term && !edits && <TermReading term={term} />}
			{term && (
				<TermPlaces projectId={project.id} text={term.simplified}>
					{term.renderings.some(({ status }) => status === "forbidden") && (
						<Button
							size="sm"
							onClick={() => {
								close();
								onTouched(term, null);
							}}
						>
							{t("touched")}
						</Button>
					)}
				</TermPlaces>
			)}
		</Dialog>
	);
}

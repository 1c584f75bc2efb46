"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { dropForm, formName, useBegunForm } from "#app/_glossary/begun-form.ts";
import { TermFields } from "#app/_glossary/term-fields.tsx";
import { emptyForm, formOf, repeatedLines } from "#app/_glossary/term-form.ts";
import { TermReading } from "#app/_glossary/term-reading.tsx";
import { currentOf, takenBy, useSaveTerm } from "#app/_glossary/use-save-term.ts";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { toast } from "#app/_ui/toast.tsx";
import type { StoredTerm } from "#lib/core/terms/wire.ts";
import { useRefreshGlossary } from "./glossary-query.ts";

interface TermEditorProps {
	/** Of the form, for the button that sends it. */
	readonly id: string;
	readonly projectId: string;
	/** Null where it is a new one. */
	readonly term: StoredTerm | null;
	readonly domains: readonly string[];
	readonly onBusy: (busy: boolean) => void;
	readonly onOpen: (id: string | null) => void;
	/** The term has another preferred rendering now than the one that is named. */
	readonly onRenamed: (term: StoredTerm, old: string) => void;
}

export function TermEditor({ id, projectId, term, domains, onBusy, onOpen, onRenamed }: TermEditorProps) {
	const t = useTranslations("glossary");
	const refresh = useRefreshGlossary(projectId);
	/** What the change is made upon: as it was opened, whatever is read again behind. */
	const [seen, setSeen] = useState(term);
	const name = formName(projectId, seen ?? "");
	const [form, setForm] = useBegunForm(name, () => (term === null ? emptyForm() : formOf(term)));
	const [missing, setMissing] = useState(false);
	const save = useSaveTerm(projectId, async (saved) => {
		dropForm(name);
		toast.success(t("saved", { source: saved.term.simplified }));
		onOpen(null);
		const [old, now] = [preferredOf(seen), preferredOf(saved.term)];
		if (old !== null && old !== now) onRenamed(saved.term, old);
		await refresh();
	});
	useEffect(() => {
		document.getElementById(id)?.querySelector("input")?.focus(); // it came after the dialog around it
	}, [id]);
	const current = currentOf(save.error);
	const taken = takenBy(save.error);

	function send(upon: number | null): void {
		const isMissing = form.simplified.trim() === "" && form.traditional.trim() === "";
		setMissing(isMissing);
		if (isMissing || repeatedLines(form).size > 0 || save.isPending) return;
		onBusy(true);
		save.mutate({ form, upon, termId: seen?.id ?? null }, { onSettled: () => onBusy(false) });
	}

	return (
		<form
			id={id}
			noValidate
			className="flex flex-col gap-5"
			onSubmit={(event) => {
				event.preventDefault();
				send(seen?.version ?? null);
			}}
		>
			{current ? (
				<div role="alert" className="flex flex-col gap-3 border-l-2 border-caution bg-caution-wash px-4 py-3">
					<p>{t("form.changedMeanwhile", { name: current.updatedBy })}</p>
					<TermReading term={current} />
					<div className="flex flex-wrap gap-2">
						<Button
							size="sm"
							onClick={() => {
								setSeen(current);
								setForm(formOf(current));
								save.reset();
							}}
						>
							{t("form.takeTheirs")}
						</Button>
						<Button
							size="sm"
							onClick={() => {
								setSeen(current);
								send(current.version);
							}}
						>
							{t("form.saveMine")}
						</Button>
					</div>
				</div>
			) : (
				<ProblemNote
					error={save.error}
					action={
						taken !== null && (
							<Button size="sm" onClick={() => onOpen(taken)}>
								{t("form.takenOpen")}
							</Button>
						)
					}
				/>
			)}
			<TermFields form={form} onChange={setForm} domains={domains} missing={missing} />
			{seen && (
				<p className="text-sm text-ink-faint">
					{t.rich("form.changedBy", {
						name: seen.updatedBy,
						date: () => <RelativeTime at={seen.updatedAt} />,
					})}
				</p>
			)}
		</form>
	);
}

const preferredOf = (term: StoredTerm | null): string | null =>
	term?.renderings.find(({ status }) => status === "preferred")?.text ?? null;

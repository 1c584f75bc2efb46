"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import type { StoredTerm, TermOrigin } from "#lib/core/terms/wire.ts";
import { dropForm, formName, useBegunForm } from "./begun-form.ts";
import { TermFields } from "./term-fields.tsx";
import { emptyForm, type FirstWords, repeatedLines } from "./term-form.ts";
import { takenBy, useSaveTerm } from "./use-save-term.ts";

interface NewTermDialogProps {
	readonly projectId: string;
	/** What it is filled with. */
	readonly first: FirstWords;
	readonly origin: TermOrigin;
	readonly domains: readonly string[];
	readonly onClose: () => void;
	readonly onCloseAutoFocus?: (event: Event) => void;
	readonly onSaved: (term: StoredTerm) => void;
	/** The glossary has the term already: shows it. */
	readonly onOpenTaken: (id: string) => void;
}

/** A new term with a beginning, away from the glossary's own page. */
export function NewTermDialog(props: NewTermDialogProps) {
	const { projectId, first, origin, domains, onClose, onCloseAutoFocus, onSaved, onOpenTaken } = props;
	const t = useTranslations("glossary.form");
	const common = useTranslations("common");
	const id = useId();
	const [missing, setMissing] = useState(false);
	const name = formName(projectId, `${first.simplified ?? ""} ${first.traditional ?? ""}`);
	const [form, setForm] = useBegunForm(name, () => emptyForm(first));
	const end = () => {
		dropForm(name);
		onClose();
	};
	const save = useSaveTerm(projectId, ({ term }) => {
		onSaved(term);
		end();
	});
	const taken = takenBy(save.error);
	return (
		<Dialog
			open
			size="lg"
			onOpenChange={onClose}
			{...(onCloseAutoFocus && { onCloseAutoFocus })}
			title={t("titleNew")}
			footer={
				<>
					<Button onClick={end}>{common("cancel")}</Button>
					<Button type="submit" form={id} variant="primary" busy={save.isPending}>
						{t("save")}
					</Button>
				</>
			}
		>
			<form
				id={id}
				noValidate
				className="flex flex-col gap-5"
				onSubmit={(event) => {
					event.preventDefault();
					const isMissing = form.simplified.trim() === "" && form.traditional.trim() === "";
					setMissing(isMissing);
					if (!isMissing && repeatedLines(form).size === 0 && !save.isPending)
						save.mutate({ form, upon: null, termId: null, origin });
				}}
			>
				<ProblemNote
					error={save.error}
					action={
						taken !== null && (
							<Button size="sm" onClick={() => onOpenTaken(taken)}>
								{t("takenOpen")}
							</Button>
						)
					}
				/>
				<TermFields form={form} onChange={setForm} domains={domains} missing={missing} />
			</form>
		</Dialog>
	);
}

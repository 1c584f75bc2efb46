"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import type { Origin } from "#lib/core/document/model.ts";
import { useDesk } from "../desk-context.tsx";
import { Details } from "../panel/details.tsx";
import { OriginFields } from "./origin-fields.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

const fields = ["title", "publishedOn", "publisher", "byline"] as const;

/** What the document says of itself: to be read by everybody, to be changed by those who may. */
export default function DetailsDialog({ onClose, onCloseAutoFocus, openDialog }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.details");
	if (desk.may("document.describe"))
		return <DetailsForm onClose={onClose} onCloseAutoFocus={onCloseAutoFocus} />;
	return (
		<Dialog open onOpenChange={onClose} onCloseAutoFocus={onCloseAutoFocus} title={t("title")}>
			<Details openDialog={openDialog} />
		</Dialog>
	);
}

function DetailsForm({ onClose, onCloseAutoFocus }: Omit<DialogProps, "openDialog">) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.details");
	const { description } = desk.state.get().head;
	const [values, setValues] = useState(() => ({
		title: description.title,
		publishedOn: description.publishedOn ?? "",
		publisher: description.publisher ?? "",
		byline: description.byline ?? "",
	}));
	const [origins, setOrigins] = useState<readonly Origin[]>(description.origins);

	function submit(event: FormEvent): void {
		event.preventDefault();
		const changed = fields.filter((field) => values[field].trim() !== (description[field] ?? ""));
		const pick = (of: (field: (typeof fields)[number]) => string | null) =>
			Object.fromEntries(changed.map((field) => [field, of(field)]));
		if (changed.length > 0) {
			const after = pick((field) => values[field].trim() || (field === "title" ? "" : null));
			desk.data.push({ type: "describe", before: pick((field) => description[field]), after }, null);
		}
		for (const [index, after] of origins.entries()) {
			const before = description.origins[index];
			if (before && JSON.stringify(before) !== JSON.stringify(after))
				desk.data.push({ type: "origin", index, before, after }, null);
		}
		onClose();
	}

	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			size="md"
			footer={
				<Button variant="primary" type="submit" form="document-details">
					{t("save")}
				</Button>
			}
		>
			<form id="document-details" className="flex flex-col gap-3" onSubmit={submit}>
				{fields.map((field) => (
					<TextField
						key={field}
						label={t(field === "title" ? "title_" : field)}
						required={field === "title"}
						maxLength={1000}
						value={values[field]}
						onChange={(event) => setValues({ ...values, [field]: event.target.value })}
					/>
				))}
				{origins.map((origin, index) => (
					<OriginFields
						key={`origin ${String(index)}`}
						origin={origin}
						onChange={(next) => setOrigins(origins.with(index, next))}
					/>
				))}
			</form>
		</Dialog>
	);
}

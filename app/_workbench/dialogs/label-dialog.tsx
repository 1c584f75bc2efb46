"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { useDesk } from "../desk-context.tsx";
import { useTaken } from "./use-taken.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** "v3" where two versions have a name, unless one is called so: Enter is enough. */
function nextName(names: readonly string[]): string {
	let number = names.length + 1;
	while (names.includes(`v${number}`)) number += 1;
	return `v${number}`;
}

/** Names the version that stands when everything typed is saved. */
export default function LabelDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("workbench.dialog.label");
	const taken = useTaken();
	const [typed, setTyped] = useState<string | null>(null);
	if (taken === null) return null;
	const { labels } = desk.state.get().head.description;
	const before = labels.find(({ number }) => number === taken)?.name ?? null;
	const offered = before ?? nextName(labels.map(({ name }) => name));
	function submit(event: FormEvent): void {
		event.preventDefault();
		const after = (typed ?? offered).trim();
		if (after === "" || taken === null) return;
		if (after === before) {
			onClose();
			return;
		}
		desk.data.push({ type: "label", number: taken, before, after }, null);
		desk.say("labelled", { name: after }, { tone: "success" });
		onClose();
	}
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			footer={
				<Button variant="primary" type="submit" form="label-version">
					{t("save")}
				</Button>
			}
		>
			<form id="label-version" onSubmit={submit}>
				<TextField
					label={t("label")}
					hint={t("hint", { number: taken })}
					maxLength={100}
					required
					autoComplete="off"
					defaultValue={offered}
					onFocus={(event) => event.target.select()}
					onChange={(event) => setTyped(event.target.value)}
				/>
			</form>
		</Dialog>
	);
}

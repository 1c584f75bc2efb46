"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useId, useState } from "react";
import { api } from "../../_ui/api.ts";
import { Button } from "../../_ui/button.tsx";
import { Dialog } from "../../_ui/dialog.tsx";
import { TextField } from "../../_ui/field.tsx";
import { ProblemNote } from "../../_ui/problem-note.tsx";

export interface NewAccountDialogProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	readonly onAdded: (handedOut: { name: string; link: string }) => void;
}

interface NewAccount {
	readonly email: string;
	readonly name?: string;
	readonly administrator: boolean;
}

export function NewAccountDialog({ open, onOpenChange, onAdded }: NewAccountDialogProps) {
	const t = useTranslations("accounts.administration");
	const form = useId();
	const queries = useQueryClient();
	const [missing, setMissing] = useState(false);
	const add = useMutation({
		mutationFn: (body: NewAccount) => api<{ link: string }>("/accounts", { method: "POST", body }),
		onSuccess: async ({ link }, { name, email }) => {
			await queries.invalidateQueries({ queryKey: ["accounts"] });
			onOpenChange(false);
			onAdded({ name: name ?? email, link });
		},
	});

	function submit(event: SyntheticEvent<HTMLFormElement>) {
		event.preventDefault();
		const fields = new FormData(event.currentTarget);
		const email = String(fields.get("email")).trim();
		const name = String(fields.get("name")).trim();
		setMissing(email === "");
		if (email === "" || add.isPending) return;
		add.mutate({ email, administrator: fields.has("administrator"), ...(name === "" ? {} : { name }) });
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => {
				if (next) add.reset();
				setMissing(false);
				onOpenChange(next);
			}}
			title={t("addTitle")}
			footer={
				<Button type="submit" form={form} variant="primary" busy={add.isPending}>
					{t("create")}
				</Button>
			}
		>
			<form id={form} noValidate className="flex flex-col gap-4" onSubmit={submit}>
				<ProblemNote error={add.error} />
				<TextField
					label={t("email")}
					name="email"
					type="email"
					autoComplete="off"
					error={missing ? t("emailMissing") : undefined}
				/>
				<TextField label={t("name")} name="name" maxLength={100} autoComplete="off" hint={t("nameHint")} />
				<label className="flex min-h-6 items-start gap-2">
					<input type="checkbox" name="administrator" className="mt-0.75 size-4 shrink-0 accent-accent" />
					{t("administratorLabel")}
				</label>
			</form>
		</Dialog>
	);
}

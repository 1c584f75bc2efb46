"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { api } from "./_ui/api.ts";
import { Button } from "./_ui/button.tsx";
import { Dialog } from "./_ui/dialog.tsx";
import { TextField } from "./_ui/field.tsx";
import { ProblemNote } from "./_ui/problem-note.tsx";

interface NewProjectDialogProps {
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
}

export function NewProjectDialog({ open, onOpenChange }: NewProjectDialogProps) {
	const t = useTranslations("projects");
	const form = useId();
	const router = useRouter();
	const queries = useQueryClient();
	const [name, setName] = useState("");
	const [missing, setMissing] = useState(false);
	const [starterTerms, setStarterTerms] = useState(true);
	const create = useMutation({
		mutationFn: () =>
			api<{ id: string }>("/projects", { method: "POST", body: { name: name.trim(), starterTerms } }),
		onSuccess: async ({ id }) => {
			await queries.invalidateQueries({ queryKey: ["projects"] });
			router.push(`/projects/${id}`);
		},
	});
	return (
		<Dialog
			open={open}
			onOpenChange={onOpenChange}
			title={t("newTitle")}
			description={t("newBody")}
			footer={
				<Button type="submit" form={form} variant="primary" busy={create.isPending || create.isSuccess}>
					{t("create")}
				</Button>
			}
		>
			<form
				id={form}
				noValidate
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					setMissing(name.trim() === "");
					if (name.trim() !== "" && !create.isPending) create.mutate();
				}}
			>
				<ProblemNote error={create.error} />
				<TextField
					label={t("name")}
					error={missing && name.trim() === "" ? t("nameMissing") : undefined}
					value={name}
					maxLength={200}
					autoComplete="off"
					onChange={(event) => setName(event.target.value)}
				/>
				<label className="flex items-start gap-2">
					<input
						type="checkbox"
						className="mt-0.75 size-4 shrink-0 accent-accent"
						checked={starterTerms}
						onChange={(event) => setStarterTerms(event.target.checked)}
					/>
					<span>
						{t("starterTerms")}
						<span className="block text-sm text-ink-faint">{t("starterTermsHint")}</span>
					</span>
				</label>
			</form>
		</Dialog>
	);
}

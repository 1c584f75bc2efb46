"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { ConfirmDialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { may, type ProjectOnScreen } from "../project.ts";
import { CheckSettings } from "./check-settings.tsx";
import { DeleteProject } from "./delete-project.tsx";

interface SettingsProps {
	readonly project: ProjectOnScreen;
}

export function SettingsScreen({ project, checks }: SettingsProps & { readonly checks: readonly string[] }) {
	const t = useTranslations("projects");
	const say = useTranslations("checking.settings");
	const owns = may(project, "project.manage");
	return (
		<>
			<PageHeader
				title={t("settingsTitle")}
				crumbs={[
					{ href: "/", label: t("title") },
					{ href: `/projects/${project.id}`, label: project.name },
				]}
			/>
			<div className="border-t border-rule">
				{owns && (
					<Section title={t("renameTitle")}>
						<Rename project={project} />
					</Section>
				)}
				<Section title={say("title")} note={say("note")}>
					<CheckSettings project={project} checks={checks} />
				</Section>
				{owns && project.demo && (
					<Section title={t("resetTitle")} note={t("resetBody")}>
						<ResetDemo project={project} />
					</Section>
				)}
				{owns && (
					<Section title={t("deleteTitle")} note={t("deleteBody")}>
						<DeleteProject project={project} />
					</Section>
				)}
			</div>
		</>
	);
}

interface SectionProps {
	readonly title: string;
	readonly note?: string;
	readonly children: ReactNode;
}

function Section({ title, note, children }: SectionProps) {
	return (
		<section className="grid gap-x-10 gap-y-3 border-b border-rule py-7 md:grid-cols-[18rem_minmax(0,1fr)]">
			<div>
				<h2 className="text-md font-medium">{title}</h2>
				{note && <p className="mt-1 text-sm text-ink-soft">{note}</p>}
			</div>
			<div>{children}</div>
		</section>
	);
}

function Rename({ project }: SettingsProps) {
	const t = useTranslations("projects");
	const router = useRouter();
	const [name, setName] = useState(project.name);
	const wanted = name.trim();
	const rename = useMutation({
		mutationFn: () => api(`/projects/${project.id}`, { method: "PATCH", body: { name: wanted } }),
		onSuccess: () => {
			toast.success(t("renamed", { name: wanted }));
			router.refresh();
		},
	});
	return (
		<form
			noValidate
			className="flex max-w-md flex-col gap-3"
			onSubmit={(event) => {
				event.preventDefault();
				if (wanted !== "" && wanted !== project.name && !rename.isPending) rename.mutate();
			}}
		>
			<ProblemNote error={rename.error} />
			<TextField
				label={t("name")}
				value={name}
				maxLength={200}
				autoComplete="off"
				error={wanted === "" ? t("nameMissing") : undefined}
				onChange={(event) => setName(event.target.value)}
			/>
			<Button type="submit" className="self-start" busy={rename.isPending} disabled={wanted === project.name}>
				{t("rename")}
			</Button>
		</form>
	);
}

/** Asks first: documents that somebody imported into the demonstration go too. */
function ResetDemo({ project }: SettingsProps) {
	const t = useTranslations("projects");
	const router = useRouter();
	const [asking, setAsking] = useState(false);
	const reset = useMutation({
		mutationFn: () => api<{ documentId: string }>(`/projects/${project.id}/reset-demo`, { method: "POST" }),
		onSuccess: ({ documentId }) => {
			toast.success(t("resetDone"));
			router.push(`/projects/${project.id}/documents/${documentId}`);
		},
	});
	return (
		<>
			<Button onClick={() => setAsking(true)}>{t("reset")}</Button>
			<ConfirmDialog
				open={asking}
				onOpenChange={setAsking}
				title={t("resetConfirm")}
				description={t("resetConfirmBody", { documents: project.documents })}
				action={t("reset")}
				busy={reset.isPending || reset.isSuccess}
				onConfirm={() => reset.mutate()}
			>
				<ProblemNote error={reset.error} />
			</ConfirmDialog>
		</>
	);
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "./_ui/api.ts";
import { Button } from "./_ui/button.tsx";
import { EmptyState } from "./_ui/empty-state.tsx";
import { PageHeader } from "./_ui/page-header.tsx";
import { ProblemNote } from "./_ui/problem-note.tsx";
import { NewProjectDialog } from "./new-project-dialog.tsx";

export interface ProjectListItem {
	readonly id: string;
	readonly name: string;
	readonly demo: boolean;
	readonly role: string;
	readonly documents: number;
}

export function ProjectList({ initial }: { readonly initial: ProjectListItem[] }) {
	const t = useTranslations("projects");
	const [making, setMaking] = useState(false);
	const { data, error } = useQuery({
		queryKey: ["projects"],
		queryFn: ({ signal }) => api<{ projects: ProjectListItem[] }>("/projects", { signal }),
		initialData: { projects: initial },
	});
	const make = (
		<Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
			{t("new")}
		</Button>
	);
	const none = data.projects.length === 0;
	return (
		<>
			<PageHeader title={t("title")} actions={none ? null : make} />
			<ProblemNote error={error} className="mb-4" />
			{none ? (
				<EmptyState title={t("none.title")} action={make}>
					{t("none.body")}
				</EmptyState>
			) : (
				<ul className="border-t border-rule">
					{data.projects.map((project) => (
						<ProjectRow key={project.id} project={project} />
					))}
				</ul>
			)}
			<NewProjectDialog open={making} onOpenChange={setMaking} />
		</>
	);
}

/** The whole row leads to the project; the link itself is its name. */
function ProjectRow({ project }: { readonly project: ProjectListItem }) {
	const t = useTranslations("projects");
	return (
		<li className="relative flex flex-wrap items-baseline gap-x-6 gap-y-0.5 border-b border-rule row-y-4">
			<Link
				href={`/projects/${project.id}`}
				className="min-w-0 flex-1 basis-72 font-serif text-lg underline-offset-4 after:absolute after:inset-0 hover:underline hover:decoration-1"
			>
				{project.name}
			</Link>
			{project.demo && <span className="text-sm text-ink-faint">{t("demo")}</span>}
			<span className="text-sm text-ink-soft">{t("documents", { count: project.documents })}</span>
			<span className="text-sm text-ink-faint sm:w-20 sm:text-right">{t(`role.${project.role}`)}</span>
		</li>
	);
}

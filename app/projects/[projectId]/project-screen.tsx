"use client";

import { useQuery } from "@tanstack/react-query";
import { BookMarked, ChartColumn, FileInput, History, ListChecks, Settings, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useRef } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { TextInput } from "#app/_ui/field.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { type DocumentListItem, DocumentRow } from "./document-row.tsx";
import { may, type ProjectOnScreen } from "./project.ts";
import { documentsKey, useDeleteDocument } from "./use-delete-document.ts";

interface ProjectScreenProps {
	readonly project: ProjectOnScreen;
}

export function ProjectScreen({ project }: ProjectScreenProps) {
	const t = useTranslations("projects");
	const common = useTranslations("common");
	const { data, error, isPending, refetch } = useQuery({
		queryKey: documentsKey(project.id),
		queryFn: ({ signal }) =>
			api<{ documents: DocumentListItem[] }>(`/projects/${project.id}/documents`, { signal }),
	});
	return (
		<>
			<PageHeader
				title={project.name}
				crumbs={[{ href: "/", label: t("title") }]}
				note={t(`roleNote.${project.role}`)}
				actions={<ProjectActions project={project} importing={data?.documents.length !== 0} />}
			/>
			<ProblemNote
				error={error}
				className="mb-4"
				action={
					<Button size="sm" onClick={() => refetch()}>
						{common("retry")}
					</Button>
				}
			/>
			{isPending && <SkeletonRows label={common("loading")} />}
			{data && <DocumentList project={project} documents={data.documents} />}
		</>
	);
}

interface ProjectActionsProps extends ProjectScreenProps {
	/** Without documents the page itself asks for the first one. */
	readonly importing: boolean;
}

function ProjectActions({ project, importing }: ProjectActionsProps) {
	const t = useTranslations("projects");
	const timeline = useTranslations("timeline");
	const glossary = useTranslations("glossary");
	const findings = useTranslations("projectFindings");
	const here = `/projects/${project.id}`;
	return (
		<>
			{importing && (
				<Button asChild variant="plain">
					<Link href={`${here}/measures`}>
						<ChartColumn aria-hidden className="size-4" />
						{t("measures")}
					</Link>
				</Button>
			)}
			{importing && (
				<Button asChild variant="plain">
					<Link href={`${here}/findings`}>
						<ListChecks aria-hidden className="size-4" />
						{findings("title")}
					</Link>
				</Button>
			)}
			<Button asChild variant="plain">
				<Link href={`${here}/glossary`}>
					<BookMarked aria-hidden className="size-4" />
					{glossary("title")}
				</Link>
			</Button>
			<Button asChild variant="plain">
				<Link href={`${here}/timeline`}>
					<History aria-hidden className="size-4" />
					{timeline("title")}
				</Link>
			</Button>
			<Button asChild variant="plain">
				<Link href={`${here}/members`}>
					<Users aria-hidden className="size-4" />
					{t("members")}
				</Link>
			</Button>
			{may(project, "checks.manage") && (
				<Button asChild variant="plain">
					<Link href={`${here}/settings`}>
						<Settings aria-hidden className="size-4" />
						{t("settings")}
					</Link>
				</Button>
			)}
			{importing && may(project, "document.import") && (
				<Button asChild variant="primary">
					<Link href={`${here}/import`}>
						<FileInput aria-hidden className="size-4" />
						{t("import")}
					</Link>
				</Button>
			)}
		</>
	);
}

interface DocumentListProps extends ProjectScreenProps {
	readonly documents: readonly DocumentListItem[];
}

const searchFrom = 6; // documents: fewer are seen at a glance

function DocumentList({ project, documents }: DocumentListProps) {
	const t = useTranslations("projects");
	const [search, setSearch] = useQueryState("q", { defaultValue: "", throttleMs: 200 });
	const list = useRef<HTMLUListElement>(null);
	const remove = useDeleteDocument();

	/** The focus goes on to the document that took the deleted one's place, unless it has gone elsewhere meanwhile. */
	async function removeAt(place: number, document: DocumentListItem): Promise<void> {
		await remove(document);
		requestAnimationFrame(() => {
			const { activeElement, body } = window.document;
			if (activeElement !== body && !list.current?.contains(activeElement)) return;
			const links = list.current?.querySelectorAll<HTMLElement>("li > div > a") ?? [];
			links[Math.min(place, links.length - 1)]?.focus();
		});
	}

	if (documents.length === 0) return <NoDocuments project={project} />;
	const wanted = search.trim().toLocaleLowerCase();
	const found = documents.filter((document) => document.title.toLocaleLowerCase().includes(wanted));
	return (
		<>
			{(documents.length >= searchFrom || search !== "") && (
				<TextInput
					type="search"
					className="mb-4 max-w-80"
					aria-label={t("search")}
					placeholder={t("search")}
					value={search}
					onChange={(event) => void setSearch(event.target.value)}
				/>
			)}
			<p aria-live="polite" className={found.length === 0 ? "py-6 text-ink-soft" : "sr-only"}>
				{search !== "" && t("found", { count: found.length, search })}
			</p>
			{found.length > 0 && (
				<ul ref={list} className="border-t border-rule">
					{found.map((document, place) => (
						<DocumentRow
							key={document.id}
							projectId={project.id}
							document={document}
							onDelete={may(project, "document.delete") ? () => void removeAt(place, document) : undefined}
						/>
					))}
				</ul>
			)}
		</>
	);
}

function NoDocuments({ project }: ProjectScreenProps) {
	const t = useTranslations("projects");
	if (!may(project, "document.import")) {
		return <EmptyState title={t("noDocuments.title")}>{t("noDocuments.wait")}</EmptyState>;
	}
	return (
		<EmptyState
			title={t("noDocuments.title")}
			action={
				<Button asChild variant="primary">
					<Link href={`/projects/${project.id}/import`}>
						<FileInput aria-hidden className="size-4" />
						{t("import")}
					</Link>
				</Button>
			}
		>
			{t("noDocuments.body")}
		</EmptyState>
	);
}

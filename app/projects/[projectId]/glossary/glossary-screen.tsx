"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import type { StoredTerm } from "#lib/core/terms/wire.ts";
import { may, type ProjectOnScreen } from "../project.ts";
import { AddStarter } from "./add-starter.tsx";
import { CandidatesLink, ExportMenu, ImportButton } from "./file-actions.tsx";
import { GlossaryFilters } from "./glossary-filters.tsx";
import { newTerm, useGlossary, useGlossaryAddress, useIsTouched } from "./glossary-query.ts";
import { TermDialog } from "./term-dialog.tsx";
import { TermList } from "./term-list.tsx";
import { TouchedDialog, type Touching } from "./touched-dialog.tsx";

/** The project's terms on facing columns: the source on the left, what it is called on the right. */
export function GlossaryScreen({ project }: { readonly project: ProjectOnScreen }) {
	const t = useTranslations("glossary");
	const common = useTranslations("common");
	const projects = useTranslations("projects");
	const [address, setAddress] = useGlossaryAddress();
	const { term, ...filter } = address;
	const { data, error, isPending, isPlaceholderData, hasNextPage, isFetching, fetchNextPage, refetch } =
		useGlossary(project.id, filter);
	const edits = may(project, "glossary.edit");
	const open = (id: string | null) => void setAddress({ term: id });
	const [touching, setTouching] = useState<Touching | null>(null);
	const isTouched = useIsTouched(project.id);
	const showTouched = async (changed: StoredTerm, old: string | null) => {
		if (old === null || (await isTouched(changed.id, old))) setTouching({ term: changed, old });
	};
	useNewTermKey(edits && term === null ? () => open(newTerm) : null);
	const first = data?.pages[0];
	const terms = data?.pages.flatMap((page) => page.terms) ?? [];
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={[
					{ href: "/", label: projects("title") },
					{ href: `/projects/${project.id}`, label: project.name },
				]}
				note={first && first.all > 0 ? t("note", { count: first.all }) : t("noteEmpty")}
				actions={
					first && (
						<>
							{first.all > 0 && <ExportMenu projectId={project.id} />}
							{edits && <CandidatesLink projectId={project.id} />}
							{edits && <ImportButton projectId={project.id} />}
							{edits && first.all > 0 && <NewTermButton onPress={() => open(newTerm)} />}
						</>
					)
				}
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
			{isPending && <SkeletonRows rows={8} label={common("loading")} />}
			{first?.all === 0 && (
				<EmptyState
					title={t("empty.title")}
					action={
						edits && (
							<>
								<AddStarter projectId={project.id} />
								<NewTermButton onPress={() => open(newTerm)} />
							</>
						)
					}
				>
					{t(edits ? "empty.body" : "empty.wait")}
				</EmptyState>
			)}
			{first && first.all > 0 && (
				<>
					<GlossaryFilters
						filter={filter}
						found={first}
						onChange={(change) =>
							void setAddress(change ?? { q: null, domain: null, status: null, origin: null })
						}
					/>
					<div aria-busy={isPlaceholderData} className={isPlaceholderData ? "opacity-50" : undefined}>
						<TermList terms={terms} onOpen={open} />
					</div>
					{hasNextPage && (
						<Button className="mt-4" busy={isFetching} onClick={() => void fetchNextPage()}>
							{t("more")}
						</Button>
					)}
				</>
			)}
			<TermDialog
				key={term}
				project={project}
				termId={term}
				domains={first?.domains.map(({ domain }) => domain).filter((domain) => domain !== "") ?? []}
				onOpen={open}
				onTouched={(changed, old) => void showTouched(changed, old).catch(() => undefined)}
			/>
			{touching && <TouchedDialog project={project} {...touching} onClose={() => setTouching(null)} />}
		</>
	);
}

function NewTermButton({ onPress }: { readonly onPress: () => void }) {
	const t = useTranslations("glossary");
	return (
		<Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={onPress}>
			{t("new")}
		</Button>
	);
}

/** N begins a new term, wherever the focus is but in a field. */
function useNewTermKey(begin: (() => void) | null): void {
	useEffect(() => {
		if (begin === null) return;
		const onKey = (event: KeyboardEvent) => {
			const { key, ctrlKey, metaKey, altKey, isComposing, target, defaultPrevented } = event;
			if (key.toLowerCase() !== "n" || ctrlKey || metaKey || altKey || isComposing || defaultPrevented)
				return;
			if (target instanceof Element && target.closest("input, textarea, select, [role=menu], [role=dialog]"))
				return;
			event.preventDefault();
			begin();
		};
		window.addEventListener("keydown", onKey);
		return () => window.removeEventListener("keydown", onKey);
	}, [begin]);
}

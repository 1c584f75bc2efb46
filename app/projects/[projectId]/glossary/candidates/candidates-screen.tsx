"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { ProblemNote, useProblemSentence } from "#app/_ui/problem-note.tsx";
import { toast } from "#app/_ui/toast.tsx";
import { type LongWork, useLongWork } from "#app/_ui/use-long-work.ts";
import type { MinedTerms, WireCandidate } from "#lib/core/terms/wire.ts";
import type { ProjectOnScreen } from "../../project.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import { CandidateLine } from "./candidate-line.tsx";

/** What people have rendered alike again and again, the surest first; each is taken into the glossary or left. */
export function CandidatesScreen({ project }: { readonly project: ProjectOnScreen }) {
	const t = useTranslations("glossary.candidates");
	const glossary = useTranslations("glossary");
	const projects = useTranslations("projects");
	const { mined, gone, setGone, look, work } = useCandidates(project.id);
	const [accepting, setAccepting] = useState<WireCandidate | null>(null);
	const dismiss = useDismiss(project.id, setGone);
	const left = mined?.candidates.filter(({ source }) => !gone.has(source)) ?? [];
	const here = `/projects/${project.id}`;
	const busy = work.state.is === "sending" || work.state.is === "running";
	return (
		<>
			<PageHeader
				title={t("title")}
				crumbs={[
					{ href: "/", label: projects("title") },
					{ href: here, label: project.name },
					{ href: `${here}/glossary`, label: glossary("title") },
				]}
				note={mined ? t("read", { passages: mined.passages }) : t("note")}
				actions={
					<Button busy={busy} onClick={() => void look()}>
						{t("again")}
					</Button>
				}
			/>
			{work.state.is === "failed" && <ProblemNote error={work.state.error} className="mb-4" />}
			{busy && (
				<p role="status" className="py-6 text-ink-soft">
					{t("looking")}
				</p>
			)}
			{mined && !busy && left.length === 0 && (
				<EmptyState title={t("none.title")}>{t("none.body")}</EmptyState>
			)}
			{left.length > 0 && !busy && (
				<ul aria-label={t("title")} className="border-t border-rule">
					{left.map((candidate) => (
						<CandidateLine
							key={candidate.source}
							projectId={project.id}
							candidate={candidate}
							onAccept={() => setAccepting(candidate)}
							onDismiss={() => void dismiss(candidate.source)}
						/>
					))}
				</ul>
			)}
			{accepting && (
				<AcceptDialog
					projectId={project.id}
					candidate={accepting}
					onClose={() => setAccepting(null)}
					onSaved={() => setGone((before) => new Set(before).add(accepting.source))}
				/>
			)}
		</>
	);
}

type SetGone = (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;

interface Candidates {
	/** Null until they are found. */
	readonly mined: MinedTerms | null;
	/** Sources that were taken in or dismissed since. */
	readonly gone: ReadonlySet<string>;
	readonly setGone: SetGone;
	readonly look: () => Promise<void>;
	readonly work: LongWork;
}

/** They are looked for when one comes, and again when one asks. */
function useCandidates(projectId: string): Candidates {
	const work = useLongWork();
	const { post } = work;
	const [mined, setMined] = useState<MinedTerms | null>(null);
	const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
	const look = async () => {
		const found = await post<MinedTerms>(`/projects/${projectId}/glossary/candidates`, {});
		if (!found) return;
		setMined(found);
		setGone(new Set());
	};
	useEffect(() => {
		void post<MinedTerms>(`/projects/${projectId}/glossary/candidates`, {}).then((found) => {
			if (found) setMined(found);
		});
	}, [post, projectId]);
	return { mined, gone, setGone, look, work };
}

/** It is not offered again, and can be taken back. */
function useDismiss(projectId: string, setGone: SetGone): (source: string) => Promise<void> {
	const t = useTranslations("glossary.candidates");
	const common = useTranslations("common");
	const sentence = useProblemSentence();
	const path = `/projects/${projectId}/glossary/dismissed`;

	async function takeBack(source: string): Promise<void> {
		try {
			await api(path, { method: "DELETE", body: { source } });
			setGone((before) => new Set([...before].filter((one) => one !== source)));
		} catch (error) {
			toast.error(sentence(error));
		}
	}

	return async (source) => {
		try {
			await api(path, { method: "POST", body: { source } });
			setGone((before) => new Set(before).add(source));
			toast(t("dismissed", { source }), {
				action: { label: common("undo"), onClick: () => void takeBack(source) },
			});
		} catch (error) {
			toast.error(sentence(error));
		}
	};
}

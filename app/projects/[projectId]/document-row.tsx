"use client";

import { Ellipsis, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { StateBar, type StateCounts } from "#app/_ui/state-bar.tsx";
import type { Progress } from "#lib/core/document/wire.ts";
import { detectLanguage } from "#lib/core/text/detect-language.ts";

/** One of GET /projects/:projectId/documents. */
export interface DocumentListItem {
	readonly id: string;
	readonly title: string;
	readonly sides: { readonly source: boolean; readonly target: boolean };
	readonly passages: number;
	readonly states: StateCounts;
	readonly words: Progress;
	/** ISO 8601 */
	readonly updatedAt: string;
}

interface DocumentRowProps {
	readonly projectId: string;
	readonly document: DocumentListItem;
	readonly onDelete?: (() => void) | undefined;
}

export function DocumentRow({ projectId, document, onDelete }: DocumentRowProps) {
	const t = useTranslations("projects");
	const { states, words, sides } = document;
	const progressKey =
		words.unit === "words" ? "progress" : sides.target ? "progressCharacters" : "progressSource";
	return (
		<li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 border-b border-rule row-y-4 sm:grid-cols-[minmax(0,1fr)_15rem_auto]">
			<div className="min-w-0">
				<Link
					href={`/projects/${projectId}/documents/${document.id}`}
					lang={detectLanguage(document.title) ?? undefined}
					className="font-serif text-md leading-snug text-balance underline-offset-4 after:absolute after:inset-0 hover:underline hover:decoration-1"
				>
					{document.title}
				</Link>
				<p className="mt-0.5 text-sm text-ink-faint">
					<RelativeTime at={document.updatedAt} />
					{!sides.source && ` · ${t("noSource")}`}
					{!sides.target && ` · ${t("noTarget")}`}
				</p>
			</div>
			<div className="col-span-2 flex flex-col gap-1.5 pt-1 sm:col-span-1">
				<StateBar counts={states} />
				<p className="text-sm text-ink-soft">
					{t(progressKey, { done: words.done, total: words.total })}
					{sides.target && words.empty > 0 && ` · ${t("progressEmpty", { empty: words.empty })}`}
				</p>
			</div>
			<div className="relative col-start-2 row-start-1 -mt-1 w-7 sm:col-start-3">
				{onDelete && <DocumentMenu title={document.title} onDelete={onDelete} />}
			</div>
		</li>
	);
}

function DocumentMenu({ title, onDelete }: { readonly title: string; readonly onDelete: () => void }) {
	const t = useTranslations("projects");
	return (
		<Menu
			trigger={
				<Button variant="plain" size="sm" square aria-label={t("documentMenu", { title })}>
					<Ellipsis aria-hidden className="size-4" />
				</Button>
			}
		>
			<MenuItem destructive icon={<Trash2 aria-hidden className="size-4" />} onSelect={onDelete}>
				{t("deleteDocument")}
			</MenuItem>
		</Menu>
	);
}

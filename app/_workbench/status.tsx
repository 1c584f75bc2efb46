"use client";

import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#app/_ui/button.tsx";
import { useWorkbench } from "./desk-context.tsx";
import { UnsettledNotes } from "./unsettled-notes.tsx";

const icon = "size-4 shrink-0";

/** Whether what was typed is on the server. Never says so before it is; beside a text that was refused, not at all. */
export function SaveStatus() {
	const refused = useWorkbench((state) => state.troubles.length > 0);
	const waits = useWorkbench(({ sync }) => sync.kind === "offline" || sync.kind === "waiting");
	const signedOut = useWorkbench(({ sync }) => sync.kind === "signed-out");
	return (
		<>
			{(!refused || waits || signedOut) && <QueueStatus />}
			<UnsettledNotes />
		</>
	);
}

function QueueStatus() {
	const t = useTranslations("workbench.status");
	const sync = useWorkbench((state) => state.sync);
	const unsaved = useWorkbench((state) => state.unsaved);
	// What the server drew knows nothing of what is on its way: it only keeps the place.
	const alive = useWorkbench((state) => state.settled);
	if (sync.kind === "signed-out") return <SignInAgain />;
	if (sync.kind === "offline" || sync.kind === "waiting") {
		return (
			<Line tone="text-caution" icon={<CloudOff aria-hidden className={icon} />}>
				{t(sync.kind)}
			</Line>
		);
	}
	if (sync.kind === "saving") {
		return (
			<Line tone="text-ink-soft" icon={<LoaderCircle aria-hidden className={`${icon} animate-spin`} />}>
				{t("saving")}
			</Line>
		);
	}
	if (unsaved) {
		return (
			<Line
				tone="text-ink-soft"
				icon={
					<span aria-hidden className="px-1 sm:hidden">
						•
					</span>
				}
			>
				{t("unsaved")}
			</Line>
		);
	}
	return (
		<Line tone={alive ? "text-ink-faint" : "invisible"} icon={<Check aria-hidden className={icon} />}>
			{t("saved")}
		</Line>
	);
}

interface LineProps {
	readonly tone: string;
	/** On a telephone all there is room for. */
	readonly icon: React.ReactNode;
	readonly children: React.ReactNode;
}

function Line({ tone, icon: sign, children }: LineProps) {
	return (
		<p
			title={typeof children === "string" ? children : undefined}
			data-save-status
			className={`flex items-center gap-1.5 text-sm whitespace-nowrap ${tone}`}
		>
			{sign}
			<span className="max-sm:sr-only">{children}</span>
		</p>
	);
}

/** The session ended: the text stays here while somebody signs in beside this page. */
function SignInAgain() {
	const t = useTranslations("workbench.status");
	return (
		<div role="alert" data-save-status className="flex items-center gap-2 text-sm text-caution">
			<TriangleAlert aria-hidden className={icon} />
			<span>{t("signedOut")}</span>
			<Button asChild size="sm">
				<Link href="/sign-in?next=%2F" target="_blank" rel="noopener">
					{t("signIn")}
				</Link>
			</Button>
		</div>
	);
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#app/_ui/api.ts";
import { Button } from "#app/_ui/button.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { RelativeTime } from "#app/_ui/relative-time.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { newId } from "#app/_workbench/sync/new-id.ts";
import type { NamedVersion } from "#lib/core/document/wire.ts";
import { NameField } from "./name-field.tsx";

export interface VersionListProps {
	readonly documentId: string;
	/** Address of the document's page. */
	readonly address: string;
	/** Whether the person may give names to versions, change them and take them away. */
	readonly mayName: boolean;
	/** Another name, or none any more, once the server has it. */
	readonly onNamed?: (answer: { readonly number: number }) => void;
	/** Absent where nothing can be restored. */
	readonly onRestore?: (version: NamedVersion) => void;
	/** Shows the passages that were changed since. */
	readonly onShowSince?: (version: NamedVersion) => void;
}

/** The draft, every version with a name, and now: each can be compared, handed out and brought back. */
export function VersionList(props: VersionListProps) {
	const t = useTranslations("versions");
	const common = useTranslations("common");
	const { documentId } = props;
	const { data, error, isPending, refetch } = useQuery({
		queryKey: ["versions", documentId],
		queryFn: ({ signal }) =>
			api<{ versions: NamedVersion[] }>(`/documents/${documentId}/versions`, { signal }),
		staleTime: 0,
	});
	if (isPending) return <SkeletonRows rows={3} label={common("loading")} />;
	if (error)
		return (
			<ProblemNote
				error={error}
				action={
					<Button size="sm" onClick={() => void refetch()}>
						{common("retry")}
					</Button>
				}
			/>
		);
	return (
		<ul aria-label={t("title")} className="divide-y divide-rule border-y border-rule">
			{data.versions.map((version) => (
				<VersionLine key={`${version.is} ${version.number}`} version={version} {...props} />
			))}
		</ul>
	);
}

interface VersionLineProps extends VersionListProps {
	readonly version: NamedVersion;
}

function VersionLine({ version, ...props }: VersionLineProps) {
	const t = useTranslations("versions");
	const { number, at, actor, name, is } = version;
	const [naming, setNaming] = useState(false);
	const called = is === "label" ? (name ?? "") : t(is);
	return (
		<li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-2.5">
			<div className="min-w-0 flex-1 basis-56">
				<p className={is === "label" ? "truncate font-medium" : "truncate"} title={called}>
					{called}
				</p>
				<p className="text-sm text-ink-faint">
					{t("made", { number, name: actor.name })} <RelativeTime at={at} />
				</p>
			</div>
			{naming ? (
				<Naming version={version} {...props} onDone={() => setNaming(false)} />
			) : (
				<Actions version={version} called={called} {...props} onName={() => setNaming(true)} />
			)}
		</li>
	);
}

interface ActionsProps extends VersionLineProps {
	readonly called: string;
	readonly onName: () => void;
}

function Actions({
	version,
	called,
	address,
	mayName,
	onRestore,
	onShowSince,
	onName,
	...rest
}: ActionsProps) {
	const t = useTranslations("versions");
	const { is, number } = version;
	const from = is === "draft" ? "draft" : String(number);
	const named = (what: string) => t("of", { what, name: called });
	return (
		<div className="flex flex-wrap items-center gap-1">
			{is !== "now" && (
				<Button asChild size="sm" variant="plain">
					<Link href={`${address}/compare?from=${from}`} aria-label={named(t("compare"))}>
						{t("compare")}
					</Link>
				</Button>
			)}
			<Button asChild size="sm" variant="plain">
				<Link
					href={is === "now" ? `${address}/deliver` : `${address}/deliver?to=${number}`}
					aria-label={named(t("deliver"))}
				>
					{t("deliver")}
				</Link>
			</Button>
			{is === "label" && onShowSince && (
				<Button size="sm" variant="plain" aria-label={named(t("since"))} onClick={() => onShowSince(version)}>
					{t("since")}
				</Button>
			)}
			{is !== "now" && onRestore && (
				<Button size="sm" variant="plain" aria-label={named(t("restore"))} onClick={() => onRestore(version)}>
					{t("restore")}
				</Button>
			)}
			{mayName && is !== "draft" && (
				<Button
					size="sm"
					variant="plain"
					aria-label={named(t(is === "now" ? "name" : "rename"))}
					onClick={onName}
				>
					{t(is === "now" ? "name" : "rename")}
				</Button>
			)}
			{mayName && is === "label" && <Remove version={version} called={called} {...rest} />}
		</div>
	);
}

type OfOne = Pick<VersionLineProps, "version" | "documentId" | "onNamed">;

/** Only the name goes: the revision stays, and so does what it says. */
function Remove({ called, ...props }: OfOne & { readonly called: string }) {
	const t = useTranslations("versions");
	const { save, error, busy } = useSaveName(props);
	return (
		<>
			<Button
				size="sm"
				variant="plain"
				busy={busy}
				aria-label={t("of", { what: t("remove"), name: called })}
				onClick={() => void save(null)}
			>
				{t("remove")}
			</Button>
			<ProblemNote error={error} className="basis-full" />
		</>
	);
}

function Naming({ onDone, ...props }: OfOne & { readonly onDone: () => void }) {
	const { save, error, busy } = useSaveName(props);
	return (
		<NameField
			value={props.version.name ?? ""}
			busy={busy}
			error={error}
			onCancel={onDone}
			onSave={async (name) => {
				if (name === props.version.name || (await save(name))) onDone();
			}}
		/>
	);
}

/** Names the version, or takes its name away; answers whether that was done. */
function useSaveName({ version: { number, name }, documentId, onNamed }: OfOne) {
	const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({
		busy: false,
		error: null,
	});
	const queries = useQueryClient();
	async function save(after: string | null): Promise<boolean> {
		setState({ busy: true, error: null });
		try {
			const operation = { type: "label", number, before: name, after };
			const body = { key: newId(), operation };
			const answer = await api<{ number: number }>(`/documents/${documentId}/operations`, {
				method: "POST",
				body,
			});
			onNamed?.(answer);
			await queries.invalidateQueries({ queryKey: ["versions", documentId] });
			setState({ busy: false, error: null });
			return true;
		} catch (error) {
			setState({ busy: false, error });
			return false;
		}
	}
	return { ...state, save };
}

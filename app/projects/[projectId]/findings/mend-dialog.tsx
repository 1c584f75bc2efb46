"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ProblemNote } from "#app/_ui/problem-note.tsx";
import { SelectField } from "#app/_ui/select-field.tsx";
import { SkeletonRows } from "#app/_ui/skeleton.tsx";
import { useTicks } from "#app/_workbench/dialogs/use-ticks.ts";
import { useFindingName } from "#app/_workbench/panel/use-finding-name.ts";
import { mayBeChosen } from "#app/_workbench/store/replace-plan.ts";
import type { WireProjectFindings } from "#lib/core/qa/wire.ts";
import { type FindingsFilter, useFixPreview } from "./findings-query.ts";
import { MendList } from "./mend-list.tsx";
import { chosenOf, planMending } from "./mend-plan.ts";
import { useMend } from "./use-mend.ts";

interface MendDialogProps {
	readonly projectId: string;
	readonly filter: FindingsFilter;
	readonly fixable: WireProjectFindings["fixable"];
	readonly onClose: () => void;
	/** Puts the focus where it belongs after something was mended. */
	readonly onLeave: () => void;
}

/** All findings of a check whose correction is safe, in every document, each as it would read. */
export function MendDialog({ projectId, filter, fixable, onClose, onLeave }: MendDialogProps) {
	const t = useTranslations("projectFindings.mend");
	const checking = useTranslations("checking");
	const common = useTranslations("common");
	const nameOf = useFindingName();
	// As they were on opening: the page behind may count on.
	const [checks] = useState(fixable);
	const [check, setCheck] = useState(() => {
		const [most] = checks.toSorted((a, b) => b.open - a.open);
		return (checks.find((one) => one.check === filter.check) ?? most)?.check ?? "";
	});
	const { data, error } = useFixPreview(projectId, check, filter.document);
	const documents = useMemo(() => planMending(data?.fixes ?? []), [data]);
	const { isChosen, choose } = useTicks();
	const chosen = chosenOf(data?.fixes ?? [], documents, isChosen);
	const { send, mended } = useMend(projectId, onClose);
	const places = documents.flatMap(({ passages }) => passages.flatMap(({ changes }) => changes));
	const countOf = (one: string) => checks.find((other) => other.check === one)?.open ?? 0;
	return (
		<Dialog
			open
			size="lg"
			onOpenChange={onClose}
			{...(mended && {
				onCloseAutoFocus: (event: Event) => {
					event.preventDefault();
					onLeave();
				},
			})}
			title={t("title")}
			description={t(filter.document === null ? "explain" : "explainDocument")}
			footer={
				<>
					<Button onClick={onClose}>{common("cancel")}</Button>
					<Button
						variant="primary"
						disabled={chosen.length === 0}
						busy={send.isPending}
						onClick={() => send.mutate({ check, documentId: filter.document, chosen })}
					>
						{t("apply", { count: chosen.length })}
					</Button>
				</>
			}
		>
			<SelectField
				label={checking("fixAll.check")}
				className="sm:max-w-80"
				value={check}
				values={checks.map((one) => one.check)}
				name={(one) => checking("option", { name: nameOf(one), count: countOf(one) })}
				onChange={setCheck}
			/>
			<ProblemNote error={error ?? send.error} />
			{!data && !error && <SkeletonRows label={common("loading")} />}
			{data && (
				<p role="status" className="text-sm">
					{places.length === 0
						? checking("fixAll.none")
						: t("summary", { places: places.length, documents: documents.length, chosen: chosen.length })}
				</p>
			)}
			<Reviewed
				count={
					documents
						.flatMap(({ passages }) => passages)
						.filter(
							({ state, changes }) =>
								(state === "reviewed" || state === "approved") &&
								changes.some((change) => mayBeChosen(change) && isChosen(change)),
						).length
				}
			/>
			<MendList projectId={projectId} documents={documents} isChosen={isChosen} onChoose={choose} />
			{data && data.more > 0 && (
				<p className="text-sm text-ink-soft">{checking("fixAll.more", { count: data.more })}</p>
			)}
		</Dialog>
	);
}

/** What was reviewed has to be reviewed again. */
function Reviewed({ count }: { readonly count: number }) {
	const t = useTranslations("replace");
	return count > 0 ? <p className="text-sm text-caution">{t("reviewed", { count })}</p> : null;
}

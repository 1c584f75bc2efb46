"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { SelectField } from "#app/_ui/select-field.tsx";
import type { FixPreview } from "#lib/core/qa/wire.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { useFindingName } from "../panel/use-finding-name.ts";
import { planFixes } from "../store/fix-plan.ts";
import { ChangesDialog } from "./changes-dialog.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** All findings of a check whose correction is safe, each as it would read, to be mended in one revision. */
export default function FixAllDialog(props: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("checking.fixAll");
	const nameOf = useFindingName();
	const counts = useWorkbench(({ findings }) => findings?.counts);
	const checks = [...new Set((counts ?? []).filter(({ open }) => open > 0).map(({ check }) => check))];
	const [check, setCheck] = useState(() => {
		const row = desk.row();
		const here = row && desk.findings.of(row).find(({ fix }) => fix !== null)?.check;
		return desk.state.get().findingQueue.check ?? here ?? checks[0] ?? "";
	});
	const { preview, error } = useFixes(check);
	const passages = preview ? planFixes(preview.fixes) : [];
	const more = preview?.more ?? 0;
	return (
		<ChangesDialog
			{...props}
			ref={useRef<HTMLDivElement>(null)}
			title={t("title")}
			passages={passages}
			ready={preview !== null}
			searched={preview !== null}
			error={error}
			notes={[
				...(more > 0 ? [t("more", { count: more })] : []),
				...(preview && passages.length === 0 ? [t("none")] : []),
			]}
			onGo={() => undefined}
		>
			<SelectField label={t("check")} value={check} values={checks} name={nameOf} onChange={setCheck} />
		</ChangesDialog>
	);
}

interface Fixes {
	readonly preview: FixPreview | null;
	readonly error: unknown;
}

/** As the server would mend what is saved. */
function useFixes(check: string): Fixes {
	const desk = useDesk();
	const [fixes, setFixes] = useState<Fixes>({ preview: null, error: null });
	useEffect(() => {
		let ended = false;
		setFixes({ preview: null, error: null });
		const { id: documentId, projectId } = desk.options.head;
		desk.typing.save();
		desk.data.queue
			.whenIdle()
			.then(() =>
				api<FixPreview>(`/projects/${projectId}/fixes`, {
					method: "POST",
					body: { check, documentId, preview: true },
				}),
			)
			.then(
				(preview) => !ended && setFixes({ preview, error: null }),
				(error: unknown) => !ended && setFixes({ preview: null, error }),
			);
		return () => {
			ended = true;
		};
	}, [desk, check]);
	return fixes;
}

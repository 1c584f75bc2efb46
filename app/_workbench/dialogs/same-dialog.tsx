"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useDesk } from "../desk-context.tsx";
import type { PlannedPassage } from "../store/replace-plan.ts";
import { planSameWording } from "../store/same-source.ts";
import { ChangesDialog } from "./changes-dialog.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** Passages with the same source that read otherwise, as they would be in the wording of the one somebody is on. */
export default function SameDialog(props: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("elsewhere");
	const [passages, setPassages] = useState<readonly PlannedPassage[] | null>(null);
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		let ended = false;
		const origin = desk.elsewhere.origin ?? desk.state.get().place?.passage ?? "";
		desk.elsewhere.origin = null;
		desk.typing.save();
		void desk.data.queue.whenIdle().then(async () => {
			const found = await desk.elsewhere.read(origin);
			const row = desk.data.rows.row(origin);
			if (!ended) setPassages(found && row ? planSameWording(found, row) : []);
		});
		return () => {
			ended = true;
		};
	}, [desk]);
	useEffect(() => {
		if (passages) list.current?.focus();
	}, [passages]);
	return (
		<ChangesDialog
			{...props}
			ref={list}
			title={t("title")}
			passages={passages ?? []}
			ready={passages !== null}
			searched={passages !== null}
			error={null}
			notes={[]}
			onGo={() => undefined}
		/>
	);
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { VersionList, type VersionListProps } from "./version-list.tsx";

/** Opens the versions that have a name, on a page beside the workbench. */
export function VersionsButton(props: VersionListProps) {
	const t = useTranslations("versions");
	const [open, setOpen] = useState(false);
	return (
		<>
			<Button onClick={() => setOpen(true)}>{t("open")}</Button>
			{open && (
				<Dialog open onOpenChange={setOpen} title={t("title")} description={t("explain")} size="lg">
					<VersionList {...props} />
				</Dialog>
			)}
		</>
	);
}

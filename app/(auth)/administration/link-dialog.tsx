"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../_ui/button.tsx";
import { Dialog } from "../../_ui/dialog.tsx";
import { TextField } from "../../_ui/field.tsx";
import { toast } from "../../_ui/toast.tsx";

export interface LinkDialogProps {
	readonly handedOut: { readonly name: string; readonly link: string } | null;
	readonly onClose: () => void;
}

/** Shows a one-time link: the only moment at which anybody can see it. */
export function LinkDialog({ handedOut, onClose }: LinkDialogProps) {
	const t = useTranslations("accounts.administration");
	const common = useTranslations("common");
	if (handedOut === null) return null;
	const { name, link } = handedOut;
	const address = new URL(link, window.location.origin).toString();
	const copy = () =>
		navigator.clipboard.writeText(address).then(
			() => toast.success(common("copied")),
			() => toast.error(common("copyFailed")),
		);
	return (
		<Dialog
			open
			onOpenChange={(open) => !open && onClose()}
			title={t("linkTitle", { name })}
			description={t("linkNote", { name })}
			footer={
				<>
					<Button onClick={onClose}>{t("done")}</Button>
					<Button variant="primary" onClick={copy}>
						{common("copy")}
					</Button>
				</>
			}
		>
			<TextField label={t("linkLabel")} value={address} readOnly onFocus={(event) => event.target.select()} />
		</Dialog>
	);
}

"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Kbd } from "#app/_ui/kbd.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { capsOf } from "../keys/binding.ts";
import { isOffered, type KeyAction, keyActions } from "../keys/registry.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

const places = ["both", "review", "align"] as const;

/** The keys that work here and now, from the registry that works them. */
export default function HelpDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const t = useTranslations("workbench.dialog.help");
	const action = useTranslations("workbench.action");
	const desk = useDesk();
	const { permissions } = useWorkbench(({ head }) => head);
	const offered = keyActions.filter(
		(known) => known.keys.windows.length > 0 && isOffered(known, permissions, desk.has),
	);
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			description={t("description")}
			size="lg"
		>
			<div className="gap-10 md:columns-2">
				{places.map((place) => {
					const keys = offered.filter((known: KeyAction) => known.place === place);
					if (keys.length === 0) return null;
					return (
						<section key={place} className="mb-5">
							<h3 className="border-b border-rule pb-1 text-sm font-medium text-ink-soft">{t(place)}</h3>
							<dl>
								{keys.map((known) => (
									<div
										key={known.id}
										className="flex break-inside-avoid items-baseline justify-between gap-3 border-b border-rule py-1"
									>
										<dt>{action(known.id)}</dt>
										<dd className="flex flex-wrap justify-end gap-2">
											<Keys action={known} />
										</dd>
									</div>
								))}
							</dl>
						</section>
					);
				})}
			</div>
			<p className="text-sm text-ink-soft">{t("mouse")}</p>
		</Dialog>
	);
}

function Keys({ action }: { readonly action: KeyAction }) {
	const { windows, mac } = action.keys;
	return windows.map((key, i) => {
		const onMac = mac[i];
		return <Kbd key={key} keys={capsOf(key)} {...(onMac && { keysOnMac: capsOf(onMac) })} />;
	});
}

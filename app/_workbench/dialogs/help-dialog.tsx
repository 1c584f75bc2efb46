"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { TextField } from "#app/_ui/field.tsx";
import { Kbd } from "#app/_ui/kbd.tsx";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { capsOf } from "../keys/binding.ts";
import { actionGroups, type KeyAction } from "../keys/key-action.ts";
import { isOffered, type KeyActionId, keyActions } from "../keys/registry.ts";
import { useActionName } from "../keys/use-action-name.ts";
import { useKeyPlatform } from "../keys/use-caps.ts";
import { rank } from "../palette/rank.ts";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** The keys that work here and now, from the map that works them. */
export default function HelpDialog({ onClose, onCloseAutoFocus, openDialog }: DialogProps) {
	const t = useTranslations("commands.help");
	const group = useTranslations("workbench.action.group");
	const nameOf = useActionName();
	const desk = useDesk();
	const map = useWorkbench((state) => state.keys);
	const { permissions } = useWorkbench(({ head }) => head);
	const platform = useKeyPlatform();
	const [query, setQuery] = useState("");
	const shown = keyActions.filter(
		(known: KeyAction & { id: KeyActionId }) =>
			map[known.id][platform].length > 0 &&
			isOffered(known, permissions, desk.has) &&
			rank(query, nameOf(known.id)) !== null,
	);
	return (
		<Dialog
			open
			printsAlone
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			size="lg"
			description={
				<>
					<p>{t("review")}</p>
					{desk.twoSided && <p>{t("align")}</p>}
				</>
			}
			footer={
				<>
					<Button variant="plain" icon={<Printer aria-hidden className="size-4" />} onClick={() => print()}>
						{t("print")}
					</Button>
					<Button onClick={() => openDialog("keys")}>{t("change")}</Button>
				</>
			}
		>
			<TextField
				label={t("search")}
				fieldClassName="screen-only"
				type="search"
				value={query}
				onChange={(event) => setQuery(event.target.value)}
			/>
			{shown.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
			<div className="gap-10 md:columns-2">
				{actionGroups.map((about) => {
					const keys = shown.filter((known) => known.group === about);
					if (keys.length === 0) return null;
					return (
						<section key={about} className="mb-5">
							<h3 className="border-b border-rule pb-1 text-sm font-medium text-ink-soft">{group(about)}</h3>
							<dl>
								{keys.map(({ id, place }) => (
									<div
										key={id}
										className="flex break-inside-avoid items-baseline justify-between gap-3 border-b border-rule py-1"
									>
										<dt>
											<span>{nameOf(id)}</span>
											{place === "align" && (
												<span className="ml-2 text-xs whitespace-nowrap text-ink-faint">
													{t("whileAligning")}
												</span>
											)}
										</dt>
										<dd className="flex flex-wrap justify-end gap-2">
											{map[id][platform].map((key) => (
												<Kbd key={key} keys={capsOf(key)} />
											))}
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

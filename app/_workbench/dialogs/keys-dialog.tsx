"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field, Select, TextField } from "#app/_ui/field.tsx";
import type { KeyChoices } from "#lib/core/people/preferences.ts";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { keptApart } from "../keys/chosen-keys.ts";
import { actionGroups, type KeyAction } from "../keys/key-action.ts";
import { keyPresets, presetNamed } from "../keys/presets.ts";
import { type KeyActionId, keyActions } from "../keys/registry.ts";
import { useActionName } from "../keys/use-action-name.ts";
import { useKeyPlatform } from "../keys/use-caps.ts";
import { rank } from "../palette/rank.ts";
import { choosePreferences } from "../store/choose-preferences.ts";
import { KeyRow } from "./key-row.tsx";
import type { DialogProps } from "./workbench-dialogs.tsx";

/** Gives actions the keys that one's hands know. */
export default function KeysDialog({ onClose, onCloseAutoFocus }: DialogProps) {
	const desk = useDesk();
	const t = useTranslations("commands.keys");
	const group = useTranslations("workbench.action.group");
	const nameOf = useActionName();
	const choices = useWorkbench((state) => state.preferences.keys);
	const permissions = useWorkbench(({ head }) => head.permissions);
	const platform = useKeyPlatform();
	const [query, setQuery] = useState("");
	const [recording, setRecording] = useState<KeyActionId | null>(null);
	const choose = (keys: KeyChoices) => void choosePreferences(desk, { keys });
	const preset = presetNamed(choices.preset);
	const apart = keptApart(preset, platform);
	const shown = keyActions.filter(
		(known: KeyAction & { id: KeyActionId }) =>
			(known.permission === null || permissions.includes(known.permission)) &&
			rank(query, nameOf(known.id)) !== null,
	);
	const own = Object.keys(choices.own[platform]).length;
	return (
		<Dialog
			open
			onOpenChange={onClose}
			onCloseAutoFocus={onCloseAutoFocus}
			title={t("title")}
			description={t("explain", { platform })}
			size="lg"
			footer={
				<Button
					disabled={own === 0}
					onClick={() => choose({ ...choices, own: { ...choices.own, [platform]: {} } })}
				>
					{t("resetAll")}
				</Button>
			}
		>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("preset")}>
					{(control) => (
						<Select
							{...control}
							value={preset.id}
							onChange={(event) => choose({ ...choices, preset: event.target.value })}
						>
							{keyPresets.map(({ id, tool }) => (
								<option key={id} value={id}>
									{tool ?? t("ours")}
								</option>
							))}
						</Select>
					)}
				</Field>
				<TextField
					label={t("search")}
					type="search"
					value={query}
					onChange={(event) => setQuery(event.target.value)}
				/>
			</div>
			{shown.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
			{actionGroups.map((about) => {
				const actions = shown.filter((known) => known.group === about);
				if (actions.length === 0) return null;
				return (
					<section key={about}>
						<h3 className="border-b border-rule pb-1 text-sm font-medium text-ink-soft">{group(about)}</h3>
						<ul>
							{actions.map((action) => (
								<KeyRow
									key={action.id}
									action={action}
									name={nameOf(action.id)}
									nameOf={nameOf}
									choices={choices}
									platform={platform}
									apart={apart.filter(({ id }) => id === action.id)}
									recording={recording === action.id}
									onRecord={(on) => setRecording(on ? action.id : null)}
									onChoose={choose}
								/>
							))}
						</ul>
					</section>
				);
			})}
		</Dialog>
	);
}

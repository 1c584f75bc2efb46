"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Kbd, keyCaps } from "#app/_ui/kbd.tsx";
import type { KeyChoices } from "#lib/core/people/preferences.ts";
import { capsOf, type Platform, textOfPress } from "../keys/binding.ts";
import {
	holdersOf,
	type keptApart,
	keyMapOf,
	withKey,
	withoutKeys,
	withUsualKeys,
} from "../keys/chosen-keys.ts";
import type { KeyPlace } from "../keys/key-action.ts";
import { type Unavailable, whyNever } from "../keys/never-bound.ts";
import type { KeyActionId } from "../keys/registry.ts";

interface KeyRowProps {
	readonly action: { readonly id: KeyActionId; readonly place: KeyPlace };
	readonly name: string;
	readonly nameOf: (id: KeyActionId) => string;
	readonly choices: KeyChoices;
	readonly platform: Platform;
	/** Keys of the preset that cannot be had here. */
	readonly apart: ReturnType<typeof keptApart>;
	readonly recording: boolean;
	readonly onRecord: (on: boolean) => void;
	readonly onChoose: (choices: KeyChoices) => void;
}

/** A key that was pressed and could not simply be given. */
type Answer =
	| { readonly kind: "refused"; readonly press: string; readonly why: Unavailable }
	| { readonly kind: "taken"; readonly press: string; readonly by: readonly KeyActionId[] };

const modifiers = new Set(["Control", "Alt", "Shift", "Meta", "AltGraph", "CapsLock", "Fn"]);

/** One action, its keys, and how to give it others. */
export function KeyRow(props: KeyRowProps) {
	const { action, name, nameOf, choices, platform, apart, recording, onRecord, onChoose } = props;
	const t = useTranslations("commands.keys");
	const [answer, setAnswer] = useState<Answer | null>(null);
	const map = keyMapOf(choices);
	const keys = map[action.id][platform];
	const isOwn = choices.own[platform][action.id] !== undefined;

	function take(press: string): void {
		const why = whyNever(press, platform, action.place);
		const by = holdersOf(map, press, platform, action);
		if (why) {
			setAnswer({ kind: "refused", press, why });
			return;
		}
		onRecord(false);
		setAnswer(by.length > 0 ? { kind: "taken", press, by } : null);
		if (by.length === 0) onChoose(withKey(choices, platform, action, press));
	}
	useRecorder(recording, take, () => onRecord(false));
	const label = (press: string) =>
		keyCaps(capsOf(press), platform === "mac" ? "mac" : "other").join(platform === "mac" ? "" : "+");
	return (
		<li
			className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-1"
			data-action={action.id}
		>
			<span className="min-w-0 flex-1">{name}</span>
			<Button
				size="sm"
				variant={recording ? "primary" : "plain"}
				onClick={() => {
					setAnswer(null);
					onRecord(!recording);
				}}
			>
				<span className="sr-only">{t("record", { name })} </span>
				{recording ? t("press") : keys.length === 0 ? t("noKey") : null}
				{!recording && keys.map((key) => <Kbd key={key} keys={capsOf(key)} keysOnMac={capsOf(key)} />)}
			</Button>
			<Button
				size="sm"
				variant="plain"
				aria-label={t("clearOf", { name })}
				disabled={keys.length === 0}
				onClick={() => onChoose(withoutKeys(choices, platform, action.id))}
			>
				{t("clear")}
			</Button>
			<Button
				size="sm"
				variant="plain"
				aria-label={t("resetOf", { name })}
				disabled={!isOwn}
				onClick={() => onChoose(withUsualKeys(choices, platform, action.id))}
			>
				{t("reset")}
			</Button>
			{apart.map(({ key, why }) => (
				<p key={key} className="w-full text-sm text-ink-faint">
					{t("keptApart", { key: label(key), why: t(`why.${why}`) })}
				</p>
			))}
			<div role="status" className="contents">
				{answer?.kind === "refused" && (
					<p className="w-full text-sm text-danger">
						{t("refused", { key: label(answer.press), why: t(`why.${answer.why}`) })}
					</p>
				)}
				{answer?.kind === "taken" && (
					<p className="flex w-full flex-wrap items-center gap-2 text-sm text-caution">
						{t("taken", { key: label(answer.press), name: answer.by.map(nameOf).join(", ") })}
						<Button
							size="sm"
							autoFocus
							onClick={() => {
								setAnswer(null);
								onChoose(withKey(choices, platform, action, answer.press));
							}}
						>
							{t("takeIt")}
						</Button>
						<Button size="sm" variant="plain" onClick={() => setAnswer(null)}>
							{t("leaveIt")}
						</Button>
					</p>
				)}
			</div>
		</li>
	);
}

/** The next key is the one to be had; Esc leaves it at what there is. */
function useRecorder(on: boolean, take: (press: string) => void, stop: () => void): void {
	useEffect(() => {
		if (!on) return;
		function onKey(event: KeyboardEvent): void {
			if (event.isComposing || event.keyCode === 229 || modifiers.has(event.key)) return;
			event.preventDefault();
			event.stopPropagation();
			const press = textOfPress(event);
			if (press === "Escape") stop();
			else take(press);
		}
		window.addEventListener("keydown", onKey, { capture: true });
		return () => window.removeEventListener("keydown", onKey, { capture: true });
	});
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { toast } from "#app/_ui/toast.tsx";
import type { Desk } from "./store/desk.ts";

type Translate = ReturnType<typeof useTranslations<never>>;

/** Finds the sentence for a key of the workbench, of a refusal or of a problem. */
export function useSentence(): (key: string, values?: Readonly<Record<string, string | number>>) => string {
	const t = useTranslations() as unknown as Translate & { has: (key: string) => boolean };
	return (key, values = {}) => {
		const bare = key.replace(/^refusals\./, "");
		const known = [
			`workbench.say.${key}`,
			`refusals.${bare}`,
			`problems.${key}`,
			`common.problem.${key}`,
		].find((path) => t.has(path));
		const type =
			typeof values["type"] === "string" && t.has(`operations.${values["type"]}`)
				? { type: t(`operations.${values["type"]}` as never) }
				: {};
		return t((known ?? "common.problem.unexpected") as never, { ...values, ...type } as never);
	};
}

/** Milliseconds for a word that asks for nothing. */
const brief = 4_000;

/** The button that had the focus goes away with its toast. */
function act(desk: Desk, run: () => void): void {
	run();
	desk.focus();
}

/** Lets the workbench speak in toasts. */
export function useVoice(desk: Desk): void {
	const sentence = useSentence();
	const t = useTranslations("workbench.action");
	useEffect(() => {
		desk.say = (key, values = {}, { tone, action } = {}) => {
			const show = tone ? toast[tone] : toast;
			show(sentence(key, values), {
				id: `workbench-${key}`,
				...(!tone && !action && { duration: brief }),
				...(action && { action: { label: t(action.label as never), onClick: () => act(desk, action.run) } }),
			});
		};
		desk.unsay = (key) => toast.dismiss(`workbench-${key}`);
	});
	useEffect(() => {
		let waiting = 0;
		return desk.state.subscribe(() => {
			const { size } = desk.state.get().conflicts;
			if (size < waiting) toast.dismiss("workbench-decideFirst");
			waiting = size;
		});
	}, [desk]);
}

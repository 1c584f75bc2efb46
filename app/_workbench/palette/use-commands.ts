"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { densities, setDensity, setTheme, themes } from "#app/_ui/appearance.tsx";
import { setLocale } from "#app/_ui/language.tsx";
import { sights } from "#lib/core/people/preferences.ts";
import { localeNames, locales } from "#lib/messages/locale.ts";
import { useDesk } from "../desk-context.tsx";
import type { KeyActionId } from "../keys/registry.ts";
import { useActionName } from "../keys/use-action-name.ts";
import { useCaps } from "../keys/use-caps.ts";
import { choosePreferences } from "../store/choose-preferences.ts";
import { actionCommands, type Command, headingCommands } from "./commands.ts";

export interface Commands {
	readonly commands: readonly Command[];
	/** Whether no more will come: names of the other language and documents arrive after the rest. */
	readonly complete: boolean;
}

/** Everything the palette can do, named in both languages of the interface. */
export function useCommands(act: (id: KeyActionId) => unknown): Commands {
	const desk = useDesk();
	const nameOf = useActionName();
	const capsOf = useCaps();
	const others = useOtherNames();
	const looks = useLooks();
	const documents = useDocuments();
	const naming = { nameOf, capsOf, act, otherNameOf: (id: KeyActionId) => others?.[id] ?? null };
	return {
		commands: [...actionCommands(desk, naming), ...looks, ...headingCommands(desk), ...(documents ?? [])],
		complete: others !== null && documents !== null,
	};
}

/** The names of the actions in the language that is not shown; null until they are there or cannot be had. */
function useOtherNames(): Readonly<Record<string, string>> | null {
	const shown = useLocale();
	const [names, setNames] = useState<Readonly<Record<string, string>> | null>(null);
	useEffect(() => {
		let wanted = true;
		const load =
			shown === "en"
				? import("#lib/messages/zh-Hans/workbench.json")
				: import("#lib/messages/en/workbench.json");
		load.then(
			({ default: { action } }) => {
				const { group: _, ...rest } = action;
				if (wanted) setNames(rest);
			},
			() => wanted && setNames({}),
		);
		return () => {
			wanted = false;
		};
	}, [shown]);
	return names;
}

/** Theme, density and the language of the interface. */
function useLooks(): readonly Command[] {
	const t = useTranslations("common");
	const palette = useTranslations("commands.palette");
	const router = useRouter();
	const desk = useDesk();
	return useMemo(() => {
		const look = (id: string, name: string, act: () => unknown): Command => ({
			id,
			group: "appearance",
			name,
			also: [],
			caps: {},
			act,
			lasting: true,
		});
		const pair = (label: string, value: string) => `${label}: ${value}`;
		return [
			...themes.map((theme) =>
				look(`theme ${theme}`, pair(t("theme.label"), t(`theme.${theme}`)), () => setTheme(theme)),
			),
			...densities.map((density) =>
				look(`density ${density}`, pair(t("density.label"), t(`density.${density}`)), () => {
					setDensity(density);
					desk.state.set({ preferences: { ...desk.state.get().preferences, density } });
				}),
			),
			...sights.map((rowSight) =>
				look(
					`row ${rowSight}`,
					palette(`sight.${rowSight}`),
					() => void choosePreferences(desk, { rowSight }),
				),
			),
			...locales.map((locale) => ({
				...look(`language ${locale}`, pair(t("language"), localeNames[locale]), () =>
					setLocale(locale, router),
				),
				also: ["language", "语言"],
			})),
		];
	}, [t, palette, router, desk]);
}

interface Listed {
	readonly documents: readonly { readonly id: string; readonly title: string }[];
}

/** The other documents of the project; null until they are known. */
function useDocuments(): readonly Command[] | null {
	const desk = useDesk();
	const [documents, setDocuments] = useState<Listed["documents"] | null>(null);
	const { projectId, id: here } = desk.state.get().head;
	useEffect(() => {
		let wanted = true;
		desk.options.read<Listed>(`/projects/${projectId}/documents`).then(
			(listed) => wanted && setDocuments(listed.documents),
			() => wanted && setDocuments([]), // without the server there is no going to another document either
		);
		return () => {
			wanted = false;
		};
	}, [desk, projectId]);
	if (documents === null) return null;
	return documents
		.filter(({ id }) => id !== here)
		.map(({ id, title }) => ({
			id: `document ${id}`,
			group: "documents",
			name: title,
			also: [],
			caps: {},
			lasting: false,
			act: () => {
				desk.typing.save();
				desk.visit(`/projects/${projectId}/documents/${id}`);
			},
		}));
}

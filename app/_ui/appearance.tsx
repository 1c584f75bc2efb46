"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Density, densities } from "#lib/core/people/preferences.ts";
import { api } from "./api.ts";
import { MenuChoice } from "./menu.tsx";

/* Kept in cookies, so that the server draws the first paint in the right theme and no script has to. */

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export { densities };

const yearInSeconds = 31_536_000;

function keep(name: "theme" | "density", value: string): void {
	Reflect.set(document, "cookie", `${name}=${value}; path=/; max-age=${yearInSeconds}; samesite=lax`);
	document.documentElement.dataset[name] = value;
}

function kept<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value {
	const value = typeof document === "undefined" ? undefined : document.documentElement.dataset[name];
	return values.find((known) => known === value) ?? values[0];
}

export function setTheme(theme: Theme): void {
	keep("theme", theme);
}

/** The account remembers it for browsers where nothing was chosen yet. */
export function setDensity(density: Density): void {
	keep("density", density);
	// This browser has it in any case.
	api("/accounts/me/preferences", { method: "PATCH", body: { density } }).catch(() => undefined);
}

/** Theme and density, for a menu. */
export function AppearanceChoices() {
	const t = useTranslations("common");
	const [theme, showTheme] = useState<Theme>(() => kept("theme", themes));
	const [density, showDensity] = useState<Density>(() => kept("density", densities));
	return (
		<>
			<MenuChoice
				stayOpen
				label={t("theme.label")}
				value={theme}
				options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
				onChange={(value) => {
					setTheme(value);
					showTheme(value);
				}}
			/>
			<MenuChoice
				stayOpen
				label={t("density.label")}
				value={density}
				options={densities.map((value) => ({
					value,
					label: t(`density.${value}`),
				}))}
				onChange={(value) => {
					setDensity(value);
					showDensity(value);
				}}
			/>
		</>
	);
}

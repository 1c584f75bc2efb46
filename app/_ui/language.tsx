"use client";

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type Locale, localeCookie, localeNames, locales } from "#lib/messages/locale.ts";
import { Button } from "./button.tsx";
import { MenuChoice } from "./menu.tsx";

const yearInSeconds = 31_536_000;

/** Keeps the choice and lets the server write the page anew around what is open: nothing typed is touched. */
export function setLocale(locale: Locale, router: { readonly refresh: () => void }): void {
	Reflect.set(
		document,
		"cookie",
		`${localeCookie}=${locale}; path=/; max-age=${yearInSeconds}; samesite=lax`,
	);
	router.refresh();
}

function useChosen(): Locale {
	const shown = useLocale();
	return locales.find((locale) => locale === shown) ?? locales[0];
}

/** The languages of the interface, for a menu. */
export function LanguageChoices() {
	const t = useTranslations("common");
	const router = useRouter();
	return (
		<MenuChoice
			label={t("language")}
			value={useChosen()}
			options={locales.map((value) => ({ value, label: localeNames[value], lang: value }))}
			onChange={(value) => setLocale(value, router)}
		/>
	);
}

/** For pages without an account menu: a button to the other language, named in that language. */
export function LanguageButton() {
	const router = useRouter();
	const chosen = useChosen();
	const other = locales.find((locale) => locale !== chosen) ?? locales[0];
	return (
		<Button
			variant="plain"
			size="sm"
			lang={other}
			icon={<Languages aria-hidden className="size-4" />}
			onClick={() => setLocale(other, router)}
		>
			{localeNames[other]}
		</Button>
	);
}

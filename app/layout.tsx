import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Density, densities } from "#lib/core/people/preferences.ts";
import { readPreferences } from "#lib/server/preferences.ts";
import { readSession } from "#lib/server/session.ts";
import "./globals.css";
import { Providers } from "./providers.tsx";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("common");
	return {
		title: { default: t("product"), template: `%s · ${t("product")}` },
		description: t("description"),
		robots: { index: false, follow: false },
	};
}

export const viewport: Viewport = {
	width: "device-width",
	initialScale: 1,
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#fbfbf9" },
		{ media: "(prefers-color-scheme: dark)", color: "#171716" },
	],
};

/** In a browser where nothing was chosen yet: what the person chose elsewhere. */
async function ownDensity(head: Headers): Promise<Density> {
	const session = await readSession(head);
	return session === null ? densities[0] : (await readPreferences(session.actor)).density;
}

/** Theme and density come from cookies: the first paint is right without a script. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
	const [locale, jar, head] = await Promise.all([getLocale(), cookies(), headers()]);
	const theme =
		jar.get("theme")?.value === "dark" ? "dark" : jar.get("theme")?.value === "light" ? "light" : "system";
	const density = densities.find((known) => known === jar.get("density")?.value) ?? (await ownDensity(head));
	return (
		<html lang={locale} data-theme={theme} data-density={density}>
			<body>
				<NextIntlClientProvider>
					<Providers nonce={head.get("x-nonce") ?? undefined}>{children}</Providers>
				</NextIntlClientProvider>
			</body>
		</html>
	);
}

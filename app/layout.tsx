import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
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

/** Theme and density come from cookies: the first paint is right without a script. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
	const [locale, jar, head] = await Promise.all([getLocale(), cookies(), headers()]);
	const theme =
		jar.get("theme")?.value === "dark" ? "dark" : jar.get("theme")?.value === "light" ? "light" : "system";
	const density = jar.get("density")?.value === "compact" ? "compact" : "comfortable";
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

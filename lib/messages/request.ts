import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogues } from "./catalogue.ts";
import { compiledCatalogue } from "./compiled.ts";
import { chooseLocale, localeCookie } from "./locale.ts";

/** Dates are shown in the reader's own zone by the browser; what the server renders is in UTC. */
export default getRequestConfig(async () => {
	const [jar, head] = await Promise.all([cookies(), headers()]);
	const locale = chooseLocale(jar.get(localeCookie)?.value, head.get("accept-language"));
	return { locale, messages: compiledCatalogue(locale, catalogues[locale]), timeZone: "UTC" };
});

import { getRequestConfig } from "next-intl/server";
import { english, locale } from "./catalogue.ts";

/** Dates are shown in the reader's own zone by the browser; what the server renders is in UTC. */
export default getRequestConfig(async () => ({
	locale,
	messages: english,
	timeZone: "UTC",
}));

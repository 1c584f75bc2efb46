import { createTranslator } from "next-intl";
import cli from "#lib/messages/en/cli.json" with { type: "json" };

export const t = createTranslator({ locale: "en", messages: { cli }, namespace: "cli" });

import { parseArgs } from "node:util";
import { createTranslator } from "next-intl";
import accounts from "#lib/messages/en/accounts.json" with { type: "json" };
import { db } from "#lib/server/db.ts";
import { normalizeEmail } from "#lib/server/email.ts";
import { AppError, problemOf } from "#lib/server/errors.ts";
import { signInLink } from "#lib/server/links.ts";
import { createAccount } from "#lib/server/new-account.ts";
import { publicUrl } from "#lib/server/site.ts";
import type { ExitCode, Output } from "../command.ts";
import { withDatabase } from "../with-database.ts";

const t = createTranslator({ locale: "en", messages: accounts, namespace: "command" });

const options = { name: { type: "string" }, administrator: { type: "boolean", default: false } } as const;

/** `duizhao user add EMAIL [--name NAME] [--administrator]` and `duizhao user link EMAIL`. */
export async function user(args: readonly string[], { print, complain }: Output): Promise<ExitCode> {
	if (args.includes("--help")) {
		print(t("usage"));
		return 0;
	}
	const request = requestOf(args);
	if (request === null) {
		complain(t("usage"));
		return 2;
	}
	try {
		const path = await withDatabase(() =>
			request.action === "add" ? add(request) : signInLink(request.email),
		);
		print(t(request.action === "add" ? "added" : "linked", { email: request.email }));
		print(new URL(path, publicUrl()).toString());
		return 0;
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		complain(problemOf(error).title);
		return 1;
	}
}

interface Request {
	readonly action: "add" | "link";
	readonly email: string;
	readonly name: string;
	readonly administrator: boolean;
}

function requestOf(args: readonly string[]): Request | null {
	try {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		const [action, address, ...rest] = positionals;
		const email = normalizeEmail(address ?? "");
		if (email === null || rest.length > 0 || (action !== "add" && action !== "link")) return null;
		if (action === "link" && (values.name !== undefined || values.administrator)) return null;
		const name = values.name?.trim() || (email.split("@")[0] ?? email);
		return { action, email, name, administrator: values.administrator };
	} catch {
		return null; // an option it does not know
	}
}

async function add({ email, name, administrator }: Request): Promise<string> {
	await createAccount({ email, name, administrator }, db());
	return signInLink(email);
}

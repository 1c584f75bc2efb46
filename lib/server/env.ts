/** The environment, validated once. `.env.example` and the README list the same variables; a test compares. */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { poolings } from "#lib/server/embedders/pooling.ts";
import { LaunchError } from "#lib/server/launch-error.ts";

const address = (protocol: RegExp, example: string) =>
	z.url({ protocol, error: `must be an address such as ${example}` });
const whole = (least: number, most: number) =>
	z.coerce
		.number({ error: "must be a whole number" })
		.int("must be a whole number")
		.min(least, `must be at least ${least}`)
		.max(most, `must be at most ${most}`);

const Variables = z.object({
	DATABASE_URL: address(/^postgres(ql)?$/, "postgres://user:password@host:5432/database").optional(),
	DUIZHAO_LISTEN_URL: address(/^postgres(ql)?$/, "postgres://user:password@host:5432/database").optional(),
	DUIZHAO_POOL_SIZE: whole(2, 500).default(10),
	DUIZHAO_DATA: z.string().default("./data"),
	DUIZHAO_URL: address(/^https?$/, "https://duizhao.example.org").optional(),
	DUIZHAO_SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
	HOST: z.string().default("127.0.0.1"),
	PORT: whole(1, 65_535).default(3000),
	OIDC_ISSUER: address(/^https?$/, "https://login.example.org").optional(),
	OIDC_CLIENT_ID: z.string().optional(),
	OIDC_CLIENT_SECRET: z.string().optional(),
	OIDC_NAME: z.string().default("Single sign-on"),
	DUIZHAO_EMBEDDINGS_FOLDER: z.string().optional(),
	DUIZHAO_EMBEDDINGS_POOLING: z.enum(poolings, { error: `must be one of ${poolings.join(", ")}` }).optional(),
	DUIZHAO_EMBEDDINGS_URL: address(/^https?$/, "https://api.example.org/v1").optional(),
	DUIZHAO_EMBEDDINGS_MODEL: z.string().optional(),
	DUIZHAO_EMBEDDINGS_KEY: z.string().optional(),
	DUIZHAO_EMBEDDINGS_PREFIX: z.string().optional(),
});

export const variableNames: readonly string[] = Object.keys(Variables.shape);

export type Environment = Omit<z.infer<typeof Variables>, "DUIZHAO_URL"> & {
	/** The public address, without a slash at its end. */
	readonly DUIZHAO_URL: string;
};

/** Throws a LaunchError that names the first wrong variable. An empty variable counts as unset. */
export function readEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
	const given = Object.fromEntries(
		Object.entries(values).filter(([name, value]) => value !== "" && name in Variables.shape),
	);
	const result = Variables.safeParse(given);
	if (!result.success) {
		const issue = result.error.issues[0];
		throw wrong(String(issue?.path[0]), issue?.message ?? "is not valid");
	}
	const found = result.data;
	checkTogether(found);
	const host = /^(0\.0\.0\.0|::)$/.test(found.HOST) ? "127.0.0.1" : found.HOST;
	return {
		...found,
		DUIZHAO_DATA: resolve(/* turbopackIgnore: true */ found.DUIZHAO_DATA),
		DUIZHAO_URL: (
			found.DUIZHAO_URL ?? `http://${host.includes(":") ? `[${host}]` : host}:${found.PORT}`
		).replace(/\/+$/, ""),
	};
}

/** Variables that need each other, or exclude each other. */
function checkTogether(found: z.infer<typeof Variables>): void {
	const oidc = [found.OIDC_ISSUER, found.OIDC_CLIENT_ID, found.OIDC_CLIENT_SECRET];
	const missing = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"].filter((_, index) => !oidc[index]);
	if (missing[0] && missing.length < oidc.length)
		throw wrong(missing[0], "is needed beside the other OIDC_ variables");
	const { DUIZHAO_EMBEDDINGS_FOLDER: folder, DUIZHAO_EMBEDDINGS_URL: url } = found;
	if (folder && url) throw wrong("DUIZHAO_EMBEDDINGS_URL", "cannot stand beside DUIZHAO_EMBEDDINGS_FOLDER");
	if (url && !found.DUIZHAO_EMBEDDINGS_MODEL)
		throw wrong("DUIZHAO_EMBEDDINGS_MODEL", "is needed beside DUIZHAO_EMBEDDINGS_URL");
}

function wrong(name: string, message: string): LaunchError {
	return new LaunchError(
		`The environment variable ${name} ${message}.`,
		`correct ${name} (see .env.example), then: npm start`,
	);
}

let environment: Environment | undefined;

export function env(): Environment {
	environment ??= readEnvironment(process.env);
	return environment;
}

let secret: string | undefined;

/** From the environment, or made once and kept in the data folder, where every process reads the same. */
export function sessionSecret(): string {
	secret ??= env().DUIZHAO_SESSION_SECRET ?? keptSecret(env().DUIZHAO_DATA);
	return secret;
}

export function keptSecret(dataFolder: string): string {
	const file = join(/* turbopackIgnore: true */ dataFolder, "session-secret");
	try {
		return readFileSync(file, "utf8").trim();
	} catch {
		mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
	}
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
	try {
		linkSync(draft, file); // fails where another process was faster, so that all keep one secret
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
	} finally {
		rmSync(draft, { force: true });
	}
	return readFileSync(file, "utf8").trim();
}

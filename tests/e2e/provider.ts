import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** A small OpenID Connect provider that lets everybody in as whoever `profile` says. */
export interface Provider {
	readonly issuer: string;
	profile: Record<string, unknown>;
	/** How often a code was exchanged. */
	exchanges: number;
	close(): Promise<void>;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(claims: Record<string, unknown>, key: KeyObject): string {
	const text = `${base64url({ alg: "RS256", kid: "one" })}.${base64url(claims)}`;
	return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

export async function startProvider(): Promise<Provider> {
	const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const nonces = new Map<string, string | null>();
	const server: Server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
	const provider: Provider = {
		issuer,
		profile: {},
		exchanges: 0,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? "/", issuer);
		if (url.pathname === "/authorize") {
			const back = new URL(url.searchParams.get("redirect_uri") ?? "");
			const code = randomUUID();
			nonces.set(code, url.searchParams.get("nonce"));
			back.searchParams.set("code", code);
			back.searchParams.set("state", url.searchParams.get("state") ?? "");
			response.writeHead(302, { location: back.toString() }).end();
			return;
		}
		response.setHeader("content-type", "application/json");
		response.end(
			JSON.stringify(url.pathname === "/token" ? await exchange(request) : documents[url.pathname]),
		);
	}

	async function exchange(request: IncomingMessage): Promise<Record<string, unknown>> {
		provider.exchanges += 1;
		const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
		const now = Math.floor(Date.now() / 1000);
		const nonce = nonces.get(form.get("code") ?? "");
		const claims = { iss: issuer, aud: "duizhao", sub: "someone", iat: now, exp: now + 60, nonce };
		const id_token = signed({ ...claims, ...provider.profile }, privateKey);
		return { access_token: "x", token_type: "Bearer", expires_in: 60, id_token };
	}

	const documents: Record<string, unknown> = {
		"/.well-known/openid-configuration": {
			issuer,
			authorization_endpoint: `${issuer}/authorize`,
			token_endpoint: `${issuer}/token`,
			jwks_uri: `${issuer}/keys`,
			response_types_supported: ["code"],
			subject_types_supported: ["public"],
			id_token_signing_alg_values_supported: ["RS256"],
		},
		"/keys": { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] },
	};
	return provider;
}

/** Requests to a web process as a signed-in browser sends them. */
import { Agent, request } from "node:http";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { newClaims, sessionCookie } from "#lib/server/session.ts";

export interface Answer {
	readonly status: number;
	readonly body: unknown;
}

export async function cookieFor({ userId }: Actor): Promise<string> {
	const { tokenVersion } = await db().user.findUniqueOrThrow({
		where: { id: userId },
		select: { tokenVersion: true },
	});
	const cookie = await sessionCookie(newClaims(userId, tokenVersion));
	return cookie.slice(0, cookie.indexOf(";"));
}

/** Posts JSON as a page of the same origin does. Rejects where the connection ends without an answer. */
export function posterTo(origin: string, cookie: string): (path: string, body: object) => Promise<Answer> {
	const agent = new Agent({ keepAlive: true });
	return async (path, body) => {
		const bytes = Buffer.from(JSON.stringify(body));
		const headers = {
			cookie,
			origin,
			"sec-fetch-site": "same-origin",
			"content-type": "application/json",
			"content-length": bytes.length,
		};
		return await new Promise((resolve, reject) => {
			const sent = request(
				new URL(`/api/v1${path}`, origin),
				{ method: "POST", agent, headers },
				(answer) => {
					const chunks: Buffer[] = [];
					answer.on("data", (chunk: Buffer) => chunks.push(chunk));
					answer.once("error", reject);
					answer.once("end", () => {
						const text = Buffer.concat(chunks).toString();
						const json = /json/.test(answer.headers["content-type"] ?? "");
						if (answer.complete)
							resolve({ status: answer.statusCode ?? 0, body: json ? JSON.parse(text) : text });
						else reject(new Error("the answer was cut off"));
					});
				},
			);
			sent.once("error", reject);
			sent.end(bytes);
		});
	};
}

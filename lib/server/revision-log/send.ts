/** Statements whose results nobody reads: sent without waiting for each, and settled before the commit counts. */
import type { ClientBase, QueryConfig } from "pg";

interface Sent {
	readonly answers: Promise<void>[];
	failure: { readonly error: unknown } | null;
}

const sentBy = new WeakMap<ClientBase, Sent>();

/** Forgets what an earlier transaction sent on this connection. */
export function beginSending(client: ClientBase): void {
	sentBy.set(client, { answers: [], failure: null });
}

/**
 * Carried out after everything sent before on this connection, and before everything sent after. Should it
 * fail, so does every later statement of the transaction, its commit included.
 */
export function send(client: ClientBase, query: QueryConfig): void {
	const sent = sentBy.get(client);
	if (!sent) throw new Error("send is for use within a transaction");
	const answer = client.query(query).then(
		() => undefined,
		(error: unknown) => {
			sent.failure ??= { error };
		},
	);
	sent.answers.push(answer);
}

/** Waits for the answers to all that was sent, and throws the first failure among them. */
export async function settleSent(client: ClientBase): Promise<void> {
	const sent = sentBy.get(client);
	if (!sent) return;
	await Promise.all(sent.answers);
	if (sent.failure) throw sent.failure.error;
}

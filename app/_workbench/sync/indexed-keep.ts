import type { Keep, KeptDraft, KeptRequest } from "./kept.ts";

const databaseName = "duizhao";
const lockPrefix = "duizhao-page-";

type Owned<Kept> = Kept & { readonly owner: string; readonly page: string };

/**
 * Keeps drafts and requests in the browser's database, per person and document. Each page holds a lock
 * for as long as it lives; what a page without a lock left behind is adopted by the next one.
 */
export async function indexedKeep(userId: string, documentId: string, page: string): Promise<Keep> {
	const database = await openDatabase();
	const owner = `${userId} ${documentId}`;
	return {
		saveDraft: (draft) => write(database, "drafts", (store) => store.put({ ...draft, owner, page })),
		dropDraft: (segment) => write(database, "drafts", (store) => store.delete([owner, page, segment])),
		saveRequests: (changed, dropped) =>
			write(database, "requests", (store) => {
				for (const key of dropped) store.delete(key);
				for (const request of changed) store.put({ ...request, owner, page });
			}),
		async adopt() {
			const living = await livingPages();
			const left = <Kept>(records: readonly Owned<Kept>[]) =>
				records.filter((record) => !living.has(record.page));
			const drafts = newest(left(await readAll<KeptDraft>(database, "drafts", owner)));
			const requests = left(await readAll<KeptRequest>(database, "requests", owner));
			await write(database, "drafts", (store) => {
				for (const draft of drafts) {
					store.delete([owner, draft.page, draft.segment]);
					store.put({ ...draft, page });
				}
			});
			await write(database, "requests", (store) =>
				requests.map((request) => store.put({ ...request, page })),
			);
			return { drafts, requests: [...requests].sort((a, b) => a.turn - b.turn) };
		},
	};
}

/** Of several pages' wordings of one segment the last; the others stay for the page after this one. */
function newest(drafts: readonly Owned<KeptDraft>[]): Owned<KeptDraft>[] {
	const last = new Map<string, Owned<KeptDraft>>();
	for (const draft of drafts)
		if (draft.at >= (last.get(draft.segment)?.at ?? 0)) last.set(draft.segment, draft);
	return [...last.values()];
}

function openDatabase(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(databaseName, 1);
		request.onupgradeneeded = () => {
			request.result
				.createObjectStore("drafts", { keyPath: ["owner", "page", "segment"] })
				.createIndex("owner", "owner");
			request.result.createObjectStore("requests", { keyPath: "key" }).createIndex("owner", "owner");
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

function write(
	database: IDBDatabase,
	name: "drafts" | "requests",
	change: (store: IDBObjectStore) => unknown,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = database.transaction(name, "readwrite");
		transaction.oncomplete = () => resolve();
		transaction.onerror = () => reject(transaction.error);
		transaction.onabort = () => reject(transaction.error);
		change(transaction.objectStore(name));
		transaction.commit();
	});
}

function readAll<Kept>(
	database: IDBDatabase,
	name: "drafts" | "requests",
	owner: string,
): Promise<Owned<Kept>[]> {
	return new Promise((resolve, reject) => {
		const request = database.transaction(name).objectStore(name).index("owner").getAll(owner);
		request.onsuccess = () => resolve(request.result as Owned<Kept>[]);
		request.onerror = () => reject(request.error);
	});
}

/** Says that a page lives; the browser frees the lock even after a crash. Answers how to let go of it. */
export function holdPage(page: string): () => void {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	void navigator.locks?.request(lockPrefix + page, () => held);
	return release;
}

async function livingPages(): Promise<Set<string>> {
	const { held = [] } = (await navigator.locks?.query()) ?? {};
	const names = held.flatMap(({ name }) =>
		name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [],
	);
	return new Set(names);
}
